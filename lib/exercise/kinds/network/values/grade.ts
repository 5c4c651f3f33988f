import type { Grade, Judging } from "@/lib/exercise/kinds/kind";
import { missInWords, missOf } from "@/lib/exercise/kinds/miss";
import {
  type Closeness,
  closeness,
  nearMiss,
  type Precision,
} from "@/lib/exercise/kinds/precision";
import { type Blank, texOf } from "./blank";
import { type Followed, follow } from "./follow";
import type { ValuesKey } from "./key";
import { flowOf } from "./known";
import type { ValuesSettings, ValuesView } from "./schema";

/** Credit is the share of blanks that are right: true, or what the network gives from the student's own values of
 *  the blanks before. */
export function gradeValues(
  key: ValuesKey,
  { values: own }: { readonly values: readonly number[] },
  _: ValuesSettings,
  { precision, blanks, show }: ValuesView,
  { bound }: Judging = {},
): Grade {
  const close = compared(precision, key.values, own, bound);
  const isTrue = close.map((one) => one === "right");
  const followed = follow(key, show, { blanks, values: own, isTrue, precision });
  const right = followed.map(
    ({ value, bound: moved }, i) =>
      isTrue[i] ||
      (value !== undefined &&
        closeness(precision, value, own[i] ?? Number.NaN, { bound: moved }) === "right"),
  );
  const order = flowOf(show, key.net.sizes).flatMap((layer) =>
    blanks.flatMap((blank, i) => (blank.layer === layer ? [i] : [])),
  );
  const name = (i: number) => `$${texOf(blanks[i] as Blank, key.net.sizes)}$`;
  const count = right.filter(Boolean).length;
  const fromOwn = order.filter((i) => right[i] && !isTrue[i]);
  const first = order.find((i) => !right[i]);
  return {
    earned: count / right.length,
    feedback: [...firstWrong(first, count, order.length, name), ...told(fromOwn, followed, name)],
    miss: first === undefined ? [] : missOfFirst(first),
    marks: right.map((one) => (one ? "right" : "wrong")),
  };

  function missOfFirst(i: number): string[] {
    const words = missOfBlank(close[i] ?? "far", key.values, { i, own, precision });
    return words === undefined ? [] : [words];
  }
}

/** How each value stands to its key, which rounding on the way may have moved by so much. */
export function compared(
  precision: Precision,
  key: readonly number[],
  own: readonly number[],
  bound: readonly number[] = [],
): Closeness[] {
  const size = key.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return key.map((value, i) =>
    closeness(precision, value, own[i] ?? Number.NaN, { size, bound: bound[i] ?? 0 }),
  );
}

/** How many blanks are right, and which to look at, since those after it may be wrong because of it. */
function firstWrong(
  first: number | undefined,
  right: number,
  all: number,
  name: (i: number) => string,
): string[] {
  if (first === undefined) return [];
  if (all === 1) return [];
  const count =
    right === 0
      ? "None of the blanks is"
      : `${right} of ${all} blanks ${right === 1 ? "is" : "are"}`;
  return [`${count} right. Start with ${name(first)}, the first that isn’t.`];
}

/** What kind of miss a blank is. */
function missOfBlank(
  close: Closeness,
  key: readonly number[],
  {
    i,
    own,
    precision,
  }: {
    i: number;
    own: readonly number[];
    precision: Precision;
  },
): string | undefined {
  if (close === "near") return nearMiss(precision, key);
  if (close === "turned") return "Its size is right, but the sign is wrong.";
  const size = Math.max(...key.map(Math.abs));
  const answer = own[i] ?? Number.NaN;
  const miss = missOf(precision, key[i] ?? 0, answer, { size });
  return miss && missInWords(miss, answer);
}

/** What is right from the student's own values, gathered by what it is right from. */
function told(
  own: readonly number[],
  followed: readonly Followed[],
  name: (i: number) => string,
): string[] {
  const groups = new Map<string, string[]>();
  for (const i of own) {
    const from = (followed[i]?.from ?? []).map(name).join(" and ");
    if (from) groups.set(from, [...(groups.get(from) ?? []), name(i)]);
  }
  return [...groups].map(
    ([from, names]) =>
      `From your own ${from}, ${listed(names)} ${names.length === 1 ? "is" : "are"} right.`,
  );
}

const listed = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];

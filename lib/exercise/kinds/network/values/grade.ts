import type { Grade } from "@/lib/exercise/kinds/kind";
import { type Closeness, closeness, inWords, type Precision } from "@/lib/exercise/kinds/precision";
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
  bound?: readonly number[],
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
  return {
    earned: right.filter(Boolean).length / right.length,
    feedback: [
      ...firstWrong(order, right, close, precision, name),
      ...told(
        order.filter((i) => right[i] && !isTrue[i]),
        followed,
        name,
      ),
    ],
    marks: right.map((one) => (one ? "right" : "wrong")),
  };
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

/** Which blank to look at, since those after it may be wrong because of it, and what kind of miss it is. */
function firstWrong(
  order: readonly number[],
  right: readonly boolean[],
  close: readonly Closeness[],
  precision: Precision,
  name: (i: number) => string,
): string[] {
  const first = order.find((i) => !right[i]);
  if (first === undefined) return [];
  const hints: Partial<Record<Closeness, string>> = {
    turned: "It has the right size and the wrong sign.",
    near: `It is close: check your rounding, also along the way. ${inWords(precision)}`,
  };
  const place =
    order.length > 1
      ? `${name(first)} is the first that is not right.`
      : `${name(first)} is not right.`;
  return [[place, hints[close[first] ?? "far"]].filter(Boolean).join(" ")];
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
  return [...groups].map(([from, names]) => `Right from your own ${from}: ${names.join(", ")}.`);
}

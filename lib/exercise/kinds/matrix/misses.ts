import { type Miss, missOf } from "@/lib/exercise/kinds/miss";
import { type Closeness, nearMiss, type Precision } from "@/lib/exercise/kinds/precision";
import type { Rows } from "./read";

interface Missed {
  /** "row 1, column 2", or "entry 2" of a vector. */
  readonly name: string;
  readonly row: number;
  readonly col: number;
  readonly close: Closeness;
  readonly miss: Miss | undefined;
}

/** What can be told of the cells that are wrong, by what they have in common. */
export function missesInWords(
  cells: readonly Closeness[],
  key: Rows,
  reading: Rows,
  precision: Precision,
): string[] {
  const missed = missedIn(cells, key, reading, precision);
  const all = (test: (one: Missed) => boolean) => missed.every(test);
  const which = missed.length === cells.length ? "" : " that are marked wrong";
  if (all(({ close }) => close === "near")) return [nearMiss(precision, key.flat())];
  if (all(({ close }) => close === "turned")) {
    return missed.length === 1
      ? [`The size is right in ${missed[0]?.name}, but the sign is wrong.`]
      : [`All the entries${which} have the right size and the wrong sign.`];
  }
  const far = (["far too large", "far too small"] as const).find((size) =>
    all(({ miss }) => miss?.size === size),
  );
  const signs = missed.filter(({ miss }) => miss?.sign === "wrong");
  const told = [...farInWords(far, missed, which), ...signsInWords(signs)];
  return told.length > 0 ? told : placeInWords(missed, cells.length, key);
}

/** Where all that is wrong stands together, with what that hints at. */
function placeInWords(missed: readonly Missed[], all: number, key: Rows): string[] {
  if (missed.length === all) return [];
  if (missed.length === 1) return ["Only one is off, so it may just be a slip in the arithmetic."];
  if (key.length === 1 || key[0]?.length === 1) return [];
  const rows = new Set(missed.map(({ row }) => row));
  const cols = new Set(missed.map(({ col }) => col));
  const place =
    rows.size === 1
      ? `row ${Number([...rows][0]) + 1}`
      : cols.size === 1
        ? `column ${Number([...cols][0]) + 1}`
        : "";
  return place ? [`All that’s wrong is in ${place}: look at what it’s computed from.`] : [];
}

function missedIn(
  cells: readonly Closeness[],
  key: Rows,
  reading: Rows,
  precision: Precision,
): Missed[] {
  const cols = key[0]?.length ?? 1;
  const size = Math.max(...key.flat().map(Math.abs));
  return cells.flatMap((close, i) => {
    if (close === "right") return [];
    const [row, col] = [Math.floor(i / cols), i % cols];
    const name =
      key.length === 1 || cols === 1 ? `entry ${i + 1}` : `row ${row + 1}, column ${col + 1}`;
    const miss = missOf(precision, key[row]?.[col] ?? 0, reading[row]?.[col] ?? 0, { size });
    return [{ name, row, col, close, miss }];
  });
}

function farInWords(far: string | undefined, missed: readonly Missed[], which: string): string[] {
  if (!far) return [];
  const times = `more than ten times ${far.replace("far ", "")}`;
  return [missed.length === 1 ? `It is ${times}.` : `All the entries${which} are ${times}.`];
}

const mostNamed = 3;

function signsInWords(signs: readonly Missed[]): string[] {
  if (signs.length === 0) return [];
  if (signs.length > mostNamed) return [`In ${signs.length} of them the sign is wrong.`];
  const names = signs.map(({ name }) => name);
  const last = names.pop();
  const where = names.length > 0 ? `${names.join("; ")} and ${last}` : last;
  return [`The sign is wrong in ${where}.`];
}

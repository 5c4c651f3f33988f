import type { Exercise, Variant } from "@/lib/exercise";
import type { Part } from "@/lib/exercise/exercise";
import { isTensor } from "@/lib/exercise/value";
import type { Rows } from "../plain-matrix";
import { figures } from "./typed";

/** What the page shows by a place, each entry as it is shown or with all its figures. */
type Shown = (place: string) => Rows;

/** Parts whose keys read a pass that the page shows in pieces, worked out from those pieces by hand. */
const byHand: Readonly<Record<string, (shown: Shown) => Rows>> = {
  "dz-of-a-batch dZ": (of) => minus(of("p"), of("y")).map((row) => row.map((v) => v / row.length)),
  "dw-of-a-batch dW": (of) => outer(of("dz"), of("X")),
  "bias-step-of-a-batch bnew": (of) =>
    of("net.b[1]").map(([b], j) => [b! - of("alpha")[0]![0]! * total(of("dz")[j]!)]),
  "error-at-the-output dz": (of) => minus(of("pass.p"), of("y")),
  "output-gradients dp": (of) => {
    const [p, y] = [of("pass.p")[0]![0]!, of("y")[0]![0]!];
    return [[y === 1 ? -1 / p : 1 / (1 - p)]];
  },
  "output-gradients slope": (of) => [[of("pass.p")[0]![0]! * (1 - of("pass.p")[0]![0]!)]],
  "which-slope dz1": (of) => times(of("dh1"), slope(of("h1"))),
  "which-h dW2": (of) => outer(of("dz2"), of("h1")),
  "bias-of-layer-2 db2": (of) => of("dz2"),
  "old-weights dh1": (of) => product(turned(of("net.W[2]")), of("dz2")),
  "through-tanh dz1": (of) =>
    times(
      of("dh1"),
      of("h1").map((row) => row.map((v) => 1 - v * v)),
    ),
  "classes-in-a-batch dz": (of) =>
    minus(of("pass.p"), of("y")).map((row) => row.map((v) => v / row.length)),
  "gradients-on-the-network back": (of) => {
    const dz3 = minus(of("pass.p"), of("y"));
    const dz2 = times(product(turned(of("net.W[3]")), dz3), slope(of("h2")));
    const dz1 = times(product(turned(of("net.W[2]")), dz2), slope(of("h1")));
    return [...dz3, ...dz2, ...dz1];
  },
};

/** A part's numbers from the figures that the page shows; undefined where no one worked it out by hand. */
export function fromShown(
  exercise: Exercise,
  part: Part,
  variant: Variant,
  rounds: () => boolean,
): readonly number[] | undefined {
  const worked = byHand[`${exercise.id} ${part.name}`];
  if (!worked) return undefined;
  const known = new Map<string, Rows>();
  const shown: Shown = (place) => {
    const rows = known.get(place) ?? read(exercise, variant, place, rounds);
    known.set(place, rows);
    return rows;
  };
  return worked(shown).flat();
}

/** The value at a place; the page shows it there, or it is a weight on its diagram, which has all its figures. */
function read(
  { displays }: Exercise,
  { scope }: Variant,
  place: string,
  rounds: () => boolean,
): Rows {
  const [name = "", ...path] = place.match(/\w+/g) ?? [];
  let value: unknown = scope.get(name);
  for (const step of path) value = (value as Record<string, unknown>)[step];
  const rows = rowsOf(value);
  const [finest] = displays
    .filter((display) => display.place === place)
    .toSorted((a, b) => b.amount - a.amount);
  return finest ? rows.map((row) => row.map((v) => (rounds() ? figures(finest, v) : v))) : rows;
}

function rowsOf(value: unknown): number[][] {
  if (typeof value === "number") return [[value]];
  if (isTensor(value)) {
    const { rows, cols, data } = value;
    return Array.from({ length: rows }, (_, i) => [...data.slice(i * cols, (i + 1) * cols)]);
  }
  return (value as (number | number[])[]).map((row) => (Array.isArray(row) ? row : [row]));
}

const total = (row: readonly number[]) => row.reduce((sum, v) => sum + v, 0);
const turned = (a: Rows): Rows => a[0]!.map((_, j) => a.map((row) => row[j]!));
const product = (a: Rows, b: Rows): Rows =>
  a.map((row) => turned(b).map((col) => total(row.map((v, k) => v * col[k]!))));
const outer = (dz: Rows, h: Rows): Rows => product(dz, turned(h));
const times = (a: Rows, b: Rows): Rows => a.map((row, i) => row.map((v, j) => v * b[i]![j]!));
const minus = (a: Rows, b: Rows): Rows => a.map((row, i) => row.map((v, j) => v - b[i]![j]!));
const slope = (h: Rows): Rows => h.map((row) => row.map((v) => v * (1 - v)));

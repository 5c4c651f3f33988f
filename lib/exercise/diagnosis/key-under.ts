import {
  type Change,
  type Standing,
  standingWith,
  type Tensor,
  underChange,
  type Values,
} from "@/lib/engine";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import type { Scope } from "@/lib/exercise/language/expr";
import { type Laid, Lone, leavesOf, withLeaves } from "@/lib/exercise/language/laid";
import { entriesOf } from "@/lib/exercise/rounding/entries";
import { isTensor, type Value } from "@/lib/exercise/value";
import { rekeyed } from "./rekeyed";

/** Where someone goes on from: for some parts a value of their own, which stays whatever else is changed. */
export interface Ground {
  readonly settled: ReadonlyMap<string, Value>;
}

/** Every part with its true value. */
export const allTrue = ({ parts }: Exercise, scope: Scope): Ground => ({
  settled: new Map(parts.map(({ name }) => [name, scope.get(name) ?? 0])),
});

/** What stands at settled parts, as changes of the graph. */
function settling(laid: LaidExercise, { settled }: Ground): Change[] {
  return [...settled].flatMap(([name, value]) => {
    const [node, ...more] = laid.nodesOfName(name);
    const data = Float64Array.from(entriesOf(value));
    if (!node || more.length > 0 || data.length === 0) return [];
    const [rows, cols] = isTensor(value) ? [value.rows, value.cols] : [data.length, 1];
    return [{ at: node, by: { rows, cols, data } }];
  });
}

/** The variant as someone has it who goes on from there. */
export const standingOn = (laid: LaidExercise, ground: Ground): Standing =>
  standingWith(laid.graph, settling(laid, ground));

/** A part's key under changes of what stands; undefined where it has none: a shape that does not fit, a number that is not
 *  finite, a kind whose key hangs on no numbers. */
export const keyUnder = (
  laid: LaidExercise,
  part: Part,
  changes: readonly Change[],
  from?: Standing,
): unknown => keyFrom(laid, part, underChange(laid.graph, changes, { from }));

/** A part's key from what the nodes come to. */
export function keyFrom(laid: LaidExercise, part: Part, values: Values): unknown {
  const under = laid.exprsOf(part).map((expr) => valueUnder(laid.laidOf(expr) ?? "", values));
  if (under.some((value) => value === undefined)) return undefined;
  const exprs = laid.exprsOf(part);
  return rekeyed(part, (expr) => under[exprs.indexOf(expr)] ?? Number.NaN);
}

function valueUnder(laid: Laid, values: Values): Value | undefined {
  const tensors = leavesOf(laid).map(values);
  return tensors.every((one) => one !== undefined) ? withLeaves(laid, tensors) : undefined;
}

/** The numbers of a part's key from what the nodes come to, in its rows; undefined where it has none. */
export function numbersFrom(laid: LaidExercise, part: Part, values: Values): Tensor | undefined {
  const source = laid.sourceOf(part);
  const found = source && values(source);
  const made = found && found.data.length > 1 ? asAsked(laid, part, found) : found;
  return made && made.data.length > 0 && made.data.every(Number.isFinite) ? made : undefined;
}

/** Several numbers are none where one is asked for, but of a number of the language, which is read as the first of them. */
function asAsked(laid: LaidExercise, part: Part, numbers: Tensor): Tensor | undefined {
  if (!(laid.names.get(part.name) instanceof Lone)) return numbers;
  const isLone = laid.exprsOf(part).some((expr) => laid.laidOf(expr) instanceof Lone);
  return isLone ? { rows: 1, cols: 1, data: numbers.data.subarray(0, 1) } : undefined;
}

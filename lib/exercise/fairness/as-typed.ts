import { namesIn } from "@/lib/exercise/diagnosis/leading-to";
import { keyIn } from "@/lib/exercise/diagnosis/rekeyed";
import type { Draw } from "@/lib/exercise/draw";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { halfUnits } from "@/lib/exercise/kinds/half-units";
import { precisionOf, rounded } from "@/lib/exercise/kinds/precision";
import { laidFor } from "@/lib/exercise/laid-exercise";
import type { Meter } from "@/lib/exercise/language/budget";
import type { Scope } from "@/lib/exercise/language/expr";
import { entriesOf, withEntry } from "@/lib/exercise/rounding/entries";
import { roundingBound } from "@/lib/exercise/rounding/rounding-bound";
import type { Value } from "@/lib/exercise/value";

/** A part with earlier ones in its key: its key when those are typed rightly, as asked for, and its bound there. */
export interface Later {
  readonly part: Part;
  readonly key: unknown;
  readonly bound: readonly number[];
  /** The earlier parts that it reads. */
  readonly from: readonly string[];
}

/** A draw as it is worked out by whoever types every part rightly and goes on from what they typed. */
export interface Typed {
  readonly scope: Scope;
  readonly later: readonly Later[];
}

const known = new WeakMap<Exercise, ReadonlyMap<Part, readonly string[]>>();

/** What rounding does when every part is typed as it is asked for. */
export function asTyped(exercise: Exercise, draw: Draw, meter: Meter): Typed {
  const readers = readersOf(exercise);
  if (readers.size === 0) return { scope: draw.scope, later: [] };
  const scope = new Map(draw.scope);
  const rounding = new Map<string, readonly number[]>();
  for (const { name, kind } of exercise.parts) {
    const { key, view } = draw.parts[name] ?? {};
    const { numbers, value } = kinds[kind];
    const precision = precisionOf(view);
    if (!numbers || !precision) continue;
    const right = numbers(key);
    const typed = right.map((v) => Number(rounded(precision, v)));
    scope.set(name, withEntries(value(key), typed));
    rounding.set(name, halfUnits(precision, typed, right));
  }
  const laid = laidFor(exercise, draw.scope);
  const settled = new Map(exercise.parts.map(({ name }) => [name, scope.get(name) ?? 0]));
  const later = [...readers].flatMap(([part, from]) => {
    const base = keyIn(part, scope, meter);
    if (base === undefined) return [];
    const bound = roundingBound(exercise, laid, part, { settled, rounding, base, meter });
    return [{ part, key: base, bound, from }];
  });
  return { scope, later };
}

/** The parts with numbers that read earlier parts, and which. */
function readersOf(exercise: Exercise): ReadonlyMap<Part, readonly string[]> {
  const before = known.get(exercise);
  if (before) return before;
  const names = new Set(exercise.parts.map(({ name }) => name));
  const readers = exercise.parts.flatMap((part) => {
    const from = [...new Set(namesIn(part))].filter((name) => names.has(name));
    return kinds[part.kind].numbers && from.length > 0 ? [[part, from] as const] : [];
  });
  const found = new Map(readers);
  known.set(exercise, found);
  return found;
}

function withEntries(value: Value, numbers: readonly number[]): Value {
  return entriesOf(value).reduce<Value>((made, _, i) => withEntry(made, i, numbers[i] ?? 0), value);
}

import { allTrue } from "@/lib/exercise/diagnosis/key-under";
import type { Draw } from "@/lib/exercise/draw";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import {
  type AskedPrecision,
  carries,
  fewestFigures,
  type Precision,
  precisionOf,
  toleranceOf,
  unitOf,
} from "@/lib/exercise/kinds/precision";
import { laidFor } from "@/lib/exercise/laid-exercise";
import type { Meter } from "@/lib/exercise/language/budget";
import { shownBounds } from "@/lib/exercise/rounding/shown-bounds";
import type { Later } from "./as-typed";
import type { Fault } from "./fault";

/** The widest that rounding the earlier answers may make an answer, in units of its last place. */
const mostUnits = 3;

/** A part that the figures on the page do not settle: its key is so near a rounding edge that they decide which way it
 *  is rounded, or they do not carry the figures that are asked for. */
export function unsettledByThePage(
  exercise: Exercise,
  asked: readonly Part[],
  draw: Draw,
  meter: Meter,
): Fault | undefined {
  if (exercise.displays.length === 0) return undefined;
  const errors = shownBounds(
    exercise,
    laidFor(exercise, draw.scope),
    allTrue(exercise, draw.scope).settled,
    { figures: "whichever way", meter },
  );
  for (const part of asked) {
    const { key, view } = draw.parts[part.name] ?? {};
    const precision = precisionOf(view);
    const own = errors.get(part.name);
    const numbers = kinds[part.kind].numbers?.(key) ?? [];
    if (!own || !precision) continue;
    if (precision.rule === "tolerance" && !carries(precision, numbers, own)) {
      return { why: "figures shown", part: part.name };
    }
    if (isOnAnEdge(precision, numbers, own)) {
      return { why: "rounding edge", part: part.name };
    }
  }
  return uncarried(exercise, asked, draw, meter);
}

/** Whether as many figures are asked for as the page carries. */
const isOpen = ({ settings }: Part) =>
  (settings as { precision?: AskedPrecision }).precision === "auto";

function isOnAnEdge(
  precision: Precision,
  numbers: readonly number[],
  errors: readonly number[],
): boolean {
  const size = Math.max(...numbers.map(Math.abs));
  return numbers.some((v, i) => {
    const unit = unitOf(precision, v, size);
    const error = errors[i] ?? 0;
    if (unit === undefined || error === 0) return false;
    const above = Math.abs(v) / unit + 0.5;
    return Math.abs(above - Math.round(above)) * unit < error;
  });
}

/** A part that is left at the fewest figures, and of which the page does not carry even those. */
function uncarried(
  exercise: Exercise,
  asked: readonly Part[],
  draw: Draw,
  meter: Meter,
): Fault | undefined {
  const left = asked.filter((part) => {
    const { amount } = precisionOf(draw.parts[part.name]?.view) ?? {};
    return isOpen(part) && amount === fewestFigures;
  });
  if (left.length === 0) return undefined;
  const errors = shownBounds(
    exercise,
    laidFor(exercise, draw.scope),
    allTrue(exercise, draw.scope).settled,
    { figures: "as shown", meter },
  );
  const found = left.find(({ name, kind }) => {
    const { key, view } = draw.parts[name] ?? {};
    const precision = precisionOf(view);
    const numbers = kinds[kind].numbers?.(key) ?? [];
    return precision && !carries(precision, numbers, errors.get(name) ?? []);
  });
  return found && { why: "figures shown", part: found.name };
}

/** A part of several steps, as a diagram's blanks are, whose own first numbers leave the later ones too open. */
export function leftOpenByItself(asked: readonly Part[], draw: Draw): Fault | undefined {
  const found = asked.find(({ name, kind }) => {
    const { key, view } = draw.parts[name] ?? {};
    const { numbers, ownBound } = kinds[kind];
    const precision = precisionOf(view);
    const own = numbers?.(key) ?? [];
    const bounds = ownBound?.(key, view) ?? [];
    return precision && bounds.some((bound, i) => isTooWide(bound, precision, own[i] ?? 0, own));
  });
  return found && { why: "rounding bound", part: found.name, from: [found.name] };
}

function isTooWide(
  bound: number,
  precision: Precision,
  key: number,
  beside: readonly number[],
): boolean {
  const size = Math.max(...beside.map(Math.abs));
  return bound > mostUnits * 2 * toleranceOf(precision, key, size);
}

/** A part that rounding the earlier answers leaves too open: by more than three units, or across a kink, so that what is
 *  typed rightly leads elsewhere. */
export function leftOpen(later: readonly Later[], draw: Draw): Fault | undefined {
  const found = later.find(({ part, key, bound }) => {
    const { key: right, view } = draw.parts[part.name] ?? {};
    const { numbers } = kinds[part.kind];
    const precision = precisionOf(view);
    if (!numbers || !precision) return false;
    const [own, true_] = [numbers(key), numbers(right)];
    const size = Math.max(...own.map(Math.abs));
    return own.some((v, i) => {
      const most = bound[i] ?? 0;
      const moved = Math.abs(v - (true_[i] ?? Number.NaN));
      return isTooWide(most, precision, v, own) || !(moved <= most + 1e-9 * size);
    });
  });
  return found && { why: "rounding bound", part: found.part.name, from: found.from };
}

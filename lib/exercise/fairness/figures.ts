import type { Draw } from "@/lib/exercise/draw";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { type AskedPrecision, carries, toleranceOf } from "@/lib/exercise/kinds/precision";
import { shownBounds } from "@/lib/exercise/rounding/shown-bounds";
import { type Later, precisionOf } from "./as-typed";
import type { Fault } from "./fault";

/** The widest that rounding the earlier answers may make an answer, in units of its last place. */
const mostUnits = 3;

/** A part that the figures on the page do not settle: its key is so near a rounding edge that they decide which way it
 *  is rounded, or they do not carry the figures that are asked for. */
export function unsettledByThePage(
  exercise: Exercise,
  asked: readonly Part[],
  draw: Draw,
): Fault | undefined {
  if (exercise.displays.length === 0) return undefined;
  const errors = shownBounds(exercise, draw.scope);
  for (const { name: part, kind, settings } of asked) {
    const { key, view } = draw.parts[part] ?? {};
    const precision = precisionOf(view);
    const own = errors.get(part);
    if (!own || !precision) continue;
    const numbers = kinds[kind].numbers?.(key) ?? [];
    const open = (settings as { precision?: AskedPrecision }).precision === "auto";
    if ((open || precision.rule === "tolerance") && !carries(precision, numbers, own)) {
      return { why: "figures shown", part };
    }
    if (precision.rule === "tolerance") continue;
    const size = Math.max(...numbers.map(Math.abs));
    const onAnEdge = numbers.some((v, i) => {
      const unit = 2 * toleranceOf(precision, v, size);
      const above = Math.abs(v) / unit + 0.5;
      const error = own[i] ?? 0;
      return error > 0 && Math.abs(above - Math.round(above)) * unit < error;
    });
    if (onAnEdge) return { why: "rounding edge", part };
  }
  return undefined;
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
      const unit = 2 * toleranceOf(precision, v, size);
      const moved = Math.abs(v - (true_[i] ?? Number.NaN));
      return most > mostUnits * unit || !(moved <= most + 1e-9 * unit);
    });
  });
  return found && { why: "rounding bound", part: found.part.name, from: found.from };
}

import type { Grade } from "@/lib/exercise/kinds/kind";
import { type Closeness, closeness, inWords } from "@/lib/exercise/kinds/precision";
import type { NumericSettings, NumericView } from "./schema";

/** All or nothing; a near miss is told what kind of miss it is. */
export function gradeNumeric(
  key: number,
  reading: number,
  _: NumericSettings,
  { precision }: NumericView,
  [bound]: readonly number[] = [],
): Grade {
  const miss: Record<Closeness, string[]> = {
    right: [],
    turned: ["Right size, wrong sign."],
    near: [`Close: check your rounding, also along the way. ${inWords(precision)}`],
    far: [],
  };
  const close = closeness(precision, key, reading, { bound });
  return { earned: close === "right" ? 1 : 0, feedback: miss[close] };
}

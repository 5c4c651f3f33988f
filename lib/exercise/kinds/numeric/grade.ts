import type { Grade, Judging } from "@/lib/exercise/kinds/kind";
import { missInWords, missOf } from "@/lib/exercise/kinds/miss";
import {
  type Around,
  areWhole,
  type Closeness,
  closeness,
  nearMiss,
  type Precision,
} from "@/lib/exercise/kinds/precision";
import type { NumericSettings, NumericView } from "./schema";

/** All or nothing; a miss is told by its kind. */
export function gradeNumeric(
  key: number,
  reading: number,
  _: NumericSettings,
  view: NumericView,
  judging: Judging = {},
): Grade {
  const around = { bound: judging.bound?.[0] ?? 0 };
  const close = closeness(view.precision, key, reading, around);
  if (close === "right") return { earned: 1, feedback: [] };
  const miss = told(close, { key, reading, around, precision: view.precision });
  return { earned: 0, feedback: [], miss: miss === undefined ? [] : [miss] };
}

interface Missing {
  readonly key: number;
  readonly reading: number;
  readonly precision: Precision;
  readonly around: Around;
}

function told(close: Closeness, { key, reading, precision, around }: Missing): string | undefined {
  const whole = areWhole(precision, [key]);
  if (whole && !Number.isInteger(reading)) return "The answer is a whole number.";
  if (close === "near") return nearMiss(precision, [key]);
  if (close === "turned") return "The size is right, but the sign is wrong.";
  if (reading === 0) return "It isn’t 0.";
  const miss = missOf(precision, key, reading, around);
  // Of small numbers that are counted, the power of ten says nothing.
  if (whole && miss?.sign === "right" && miss.size === "about") return undefined;
  return miss && missInWords(miss, reading);
}

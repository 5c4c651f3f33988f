import "server-only";
import { LRUCache } from "lru-cache";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import type { Exercise, Part } from "@/lib/exercise";
import { draw } from "@/lib/exercise/draw";
import { kinds } from "@/lib/exercise/kinds";
import { precisionOf, toleranceOf } from "@/lib/exercise/kinds/precision";
import { LanguageError } from "@/lib/exercise/language/expr";
import { drawsAnything } from "@/lib/exercise/variant";
import type { Draw, DrawnKey } from "./answer-match";

/** So many draws of a version tell chances down to about one in a hundred thousand. */
const howMany = 400;

const drawn = new LRUCache<string, readonly Draw[]>({ max: 100, fetchMethod: drawMany });

/** Draws of an exercise's version that no student was given, from seeds of their own. Whether they are fair is not asked:
 *  those that are not come to simple values, which are alike more often, so the chance is rather too large. */
export const unusedDraws = (version: string): Promise<readonly Draw[]> => drawn.forceFetch(version);

async function drawMany(version: string): Promise<readonly Draw[]> {
  const { exercise } = await getExerciseVersion(version);
  if (!drawsAnything(exercise)) return [];
  return Array.from({ length: howMany }, (_, i) => drawOne(exercise, i)).filter(
    (one) => one !== null,
  );
}

/** Null for a seed that draws no numbers. */
function drawOne(exercise: Exercise, i: number): Draw | null {
  try {
    const { parts } = draw(exercise, { seed: `unused ${i}`, number: exercise.fixed.length + 1 });
    return drawFrom(exercise, (name) => parts[name] ?? { key: undefined, view: undefined });
  } catch (error) {
    if (error instanceof LanguageError) return null;
    throw error;
  }
}

/** The keys of a draw that can be compared, by part. */
export function drawFrom(
  { parts }: Exercise,
  of: (part: string) => { readonly key: unknown; readonly view: unknown },
): Draw {
  const keys = parts.flatMap((part) => {
    const { key, view } = of(part.name);
    const drawnKey = isCompared(part) && key !== undefined ? keyOf(part, key, view) : null;
    return drawnKey ? [[part.name, drawnKey] as const] : [];
  });
  return Object.fromEntries(keys);
}

/** Numbers and matrices alone have the figures that tell one student's answer from another's. */
export const isCompared = ({ kind }: Part): boolean => kind === "numeric" || kind === "matrix";

function keyOf({ kind }: Part, key: unknown, view: unknown): DrawnKey | null {
  const numbers = kinds[kind].numbers?.(key);
  const precision = precisionOf(view);
  if (!numbers || !precision) return null;
  const size = Math.max(...numbers.map(Math.abs));
  return { numbers, tolerances: numbers.map((number) => toleranceOf(precision, number, size)) };
}

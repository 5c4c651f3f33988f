import { type Draw, draw } from "@/lib/exercise/draw";
import type { Exercise } from "@/lib/exercise/exercise";
import { type Meter, newMeter } from "@/lib/exercise/language/budget";
import { LanguageError } from "@/lib/exercise/language/expr";

/** As many variants as it takes to see what a mistake does, whatever the label or the sign. */
const tried = 12;

/** Draws of an exercise, fair or not, to try mistakes on: as many as one budget allows. */
export function triedDraws(exercise: Exercise): Draw[] {
  const meter = newMeter();
  return Array.from({ length: tried }, (_, i) => tryDraw(exercise, i + 1, meter)).filter(
    (drawn) => drawn !== undefined,
  );
}

function tryDraw(exercise: Exercise, i: number, meter: Meter): Draw | undefined {
  try {
    return draw(exercise, { seed: `which rules matter: ${i}`, number: i }, meter);
  } catch (error) {
    if (error instanceof LanguageError) return undefined;
    throw error;
  }
}

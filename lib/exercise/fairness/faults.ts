import type { Draw } from "@/lib/exercise/draw";
import type { Exercise } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { type Meter, newMeter } from "@/lib/exercise/language/budget";
import { asTyped } from "./as-typed";
import { isDegenerate } from "./degenerate";
import type { Fault } from "./fault";
import { leftOpen, leftOpenByItself, unsettledByThePage } from "./figures";
import { zeroWouldPass } from "./for-right";
import { Mistakes } from "./mistakes";
import { tied } from "./ties";

/** The first thing that is unfair about a draw: options or steps that say the same, or too few of them; a key that is 0 or
 *  all alike, or for which 0 would do; one that hangs on which of several equal entries is the largest; one that the figures
 *  shown do not settle, or that rounding earlier answers leaves open; a mistake that comes to an answer that
 *  would be taken for right; one that the exercise is about and that makes no difference. Undefined where there is none. */
export function faultOf(
  exercise: Exercise,
  draw: Draw,
  meter: Meter = newMeter(),
): Fault | undefined {
  const flawed = flawOf(exercise, draw);
  if (flawed) return flawed;
  const asked = exercise.parts.filter(({ kind }) => kinds[kind].numbers);
  const degenerate = asked.find((part) => {
    const { key, view } = draw.parts[part.name] ?? {};
    return !part.mayBeZero && (isDegenerate(part, key) || zeroWouldPass(part, view, { key }));
  });
  if (degenerate) return { why: "degenerate", part: degenerate.name };
  const tie = tied(exercise, asked, draw, meter);
  if (tie) return tie;
  const unsettled = unsettledByThePage(exercise, asked, draw, meter);
  if (unsettled) return unsettled;
  const typed = asTyped(exercise, draw, meter);
  const open = leftOpen(typed.later, draw) ?? leftOpenByItself(asked, draw);
  if (open) return open;
  const trivial = typed.later.find((later) => {
    const { view } = draw.parts[later.part.name] ?? {};
    return !later.part.mayBeZero && zeroWouldPass(later.part, view, later);
  });
  if (trivial) return { why: "degenerate", part: trivial.part.name };
  const mistakes = new Mistakes(exercise, asked, { draw, typed, meter });
  return mistakes.foreseen() ?? mistakes.slip();
}

function flawOf({ parts }: Exercise, draw: Draw): Fault | undefined {
  for (const { name, kind, settings } of parts) {
    const { key, view } = draw.parts[name] ?? {};
    const why = kinds[kind].flaw?.({ key, view, settings });
    if (why) return { why, part: name };
  }
  return undefined;
}

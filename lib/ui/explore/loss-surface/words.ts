import { numberText } from "../../number-text";
import { descentOf, farSteps, fateOf, type SurfaceState } from "./descent";
import { landscapes } from "./landscapes";

/** Where so many steps have led, and how it ends. */
export function surfaceWords(state: SurfaceState): string {
  const stops = descentOf(state, state.steps);
  const lowest = landscapes[state.landscape].lowest.loss;
  const here = stops.length > state.steps ? numberText(stops.at(-1)!.loss) : "too large to show";
  const steps = `${state.steps} step${state.steps === 1 ? "" : "s"}`;
  return `After ${steps} the loss is ${here}, and the lowest is ${numberText(lowest)}. ${ending(state)}`;
}

function ending(state: SurfaceState): string {
  const fate = fateOf(state);
  if (fate.kind === "diverges")
    return "It diverges: the steps are too long, and it ends higher than it started.";
  if (fate.kind === "underway") return `It doesn’t settle within ${farSteps} steps.`;
  if (fate.after === 0) return "It started at the lowest point.";
  return `It converges: after ${fate.after} steps it’s 99\u00a0% of the way down, and it stays there.`;
}

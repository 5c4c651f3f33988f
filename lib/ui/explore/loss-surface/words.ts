import { numberText } from "../../number-text";
import { descentOf, farSteps, fateOf, type SurfaceState } from "./descent";
import { landscapes } from "./landscapes";

/** Where so many steps have led, and how it ends. */
export function surfaceWords(state: SurfaceState): string {
  const stops = descentOf(state, state.steps);
  const lowest = landscapes[state.landscape].lowest.loss;
  const here = stops.length > state.steps ? numberText(stops.at(-1)!.loss) : "beyond all bounds";
  const steps = `${state.steps} step${state.steps === 1 ? "" : "s"}`;
  return `After ${steps} the loss is ${here}, and the lowest is ${numberText(lowest)}. ${ending(state)}`;
}

function ending(state: SurfaceState): string {
  const fate = fateOf(state);
  if (fate.kind === "diverges")
    return "It diverges: the steps are too long, and it ends higher than it began.";
  if (fate.kind === "underway") return `It does not settle within ${farSteps} steps.`;
  if (fate.after === 0) return "It began at the lowest point.";
  return `It converges: after ${fate.after} steps 99\u00a0% of the way down is done for good.`;
}

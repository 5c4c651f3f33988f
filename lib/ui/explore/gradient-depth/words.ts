import { numberText } from "../../number-text";
import { type DepthState, factorBack, gradientSizes } from "./deep";

/** How the gradient fares on its way back. */
export function depthWords(state: DepthState): string {
  const sizes = gradientSizes(state);
  const factor = factorBack(sizes);
  const d = `mean |${state.of}|`;
  const ends = `From layer ${state.depth} back to layer 1, the ${d} goes from ${numberText(sizes.at(-1)!)} to ${numberText(sizes[0]!)}`;
  return `${ends}, by a factor of ${numberText(factor, 2)} per layer. ${verdict(sizes)}`;
}

function verdict(sizes: readonly number[]): string {
  const kept = sizes[0]! / sizes.at(-1)!;
  if (kept < 0.01) return "It vanishes: the first layers hardly learn.";
  if (kept > 100)
    return "It explodes: a step that suits the last layer is far too long for the first.";
  if (Math.max(...sizes) < 1e-5) return "It is tiny in all layers: none of them learns much.";
  if (Math.min(...sizes) > 10) return "It is huge in all layers: any normal step is far too long.";
  return "All layers learn at a similar pace.";
}

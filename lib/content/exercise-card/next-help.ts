import type { NextHelp } from "./form-props";
import type { Help } from "./Help";

/** The cheapest help that may be asked for now; undefined where there is none, or nothing is left to be earned. */
export function nextHelp(
  { taken, left, cost, nextCost, offers, opened }: Help,
  done: boolean,
): NextHelp | undefined {
  if (done || opened) return undefined;
  if (offers.hints && left > 0) return { is: "hint", taken, cost: nextCost - cost };
  return offers.solution ? { is: "solution", afterwards: offers.afterwards } : undefined;
}

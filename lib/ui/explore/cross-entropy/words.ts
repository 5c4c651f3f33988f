import { numberText } from "../../number-text";
import { type ForecastState, forecastAt } from "./forecast";

export const outcomes = { rain: "rain, y = 1", dry: "dry, y = 0" } as const;

/** What a forecast costs, and what it would have cost on the other kind of day. */
export function forecastWords(state: ForecastState): string {
  const { loss, otherwise } = forecastAt(state);
  const truth = state.came === "rain" ? state.p : 1 - state.p;
  const formula =
    state.came === "rain" ? `−ln ${numberText(state.p)}` : `−ln(1 − ${numberText(state.p)})`;
  const cost = `L = ${formula} = ${numberText(loss)}.`;
  return `${cost} ${judged(truth)} With the other outcome, the same forecast would have cost ${numberText(otherwise)}.`;
}

function judged(truth: number): string {
  const held = `The forecast gave this outcome a chance of ${percent(truth)}`;
  if (truth <= 0.05) return `${held}: a confident mistake.`;
  if (truth < 0.5) return `${held}: on the wrong side.`;
  if (truth < 0.505) return `${held}: a forecast that knows nothing.`;
  return `${held}.`;
}

function percent(share: number): string {
  return `${numberText(Number((100 * share).toFixed(3)))} %`;
}

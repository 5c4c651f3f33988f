import type { Part } from "@/lib/exercise/exercise";
import type { Slip } from "@/lib/exercise/kinds/kind";
import type { NumericSettings } from "@/lib/exercise/kinds/numeric/schema";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import type { Expr, Laying } from "@/lib/exercise/language/expr";
import { writeFor } from "@/lib/exercise/solution/write-for";
import { Candidates } from "./candidates";
import { standingOn } from "./key-under";
import { inWords, likeliest } from "./likeliest";
import type { Prediction } from "./prediction";
import { PartPredictions } from "./predictions";
import { Trials } from "./trials";

/** What the mistakes on the way to a number of a part come to, the likeliest first, each number once. Rounding too early is
 *  none of them: it comes so near that nobody could tell the two apart. */
export function slipsTo(laid: LaidExercise, of: Part, expr: Expr, laying: Laying): Slip[] {
  const part = asAsked(of, expr);
  laid.layAnswer(part, expr, laying);
  const trials = new Trials(laid, standingOn(laid, { settled: new Map() }), [part]);
  const candidates = new Candidates(laid).to(part, []);
  const predictions = new PartPredictions("", part, candidates, trials, laying.meter);
  const made = predictions.singles.filter(isMade);
  const write = writeFor(laid.exercise, laid);
  return [...byNumber(made)].map(([value, alike]) => {
    const { causes, said } = inWords(likeliest(alike.map(({ candidate }) => candidate)), write);
    return { value, told: { causes, said } };
  });
}

/** The number as if it were asked for by itself. */
const asAsked = (of: Part, answer: Expr): Part<NumericSettings> => ({
  ...of,
  kind: "numeric",
  settings: { answer, precision: { rule: "significant", amount: 3 }, arithmetic: {} },
});

const isMade = ({ candidate, numbers: [value] }: Prediction) =>
  Number.isFinite(value) && candidate.rules[0]?.name !== "rounded-early";

/** Predictions of one number together, to six figures. */
function byNumber(made: readonly Prediction[]): Map<number, Prediction[]> {
  const groups = new Map<string, Prediction[]>();
  for (const one of made) groups.set(one.mark, [...(groups.get(one.mark) ?? []), one]);
  return new Map([...groups.values()].map((group) => [group[0]!.numbers[0]!, group]));
}

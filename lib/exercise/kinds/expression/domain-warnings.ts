import { domainRisks, Names, readFormula } from "@/lib/exercise/algebra";
import type { Asked, Warning } from "@/lib/exercise/kinds/kind";
import { type ExpressionSettings, type ExpressionView, variablesIn } from "./schema";

/** Where right answers, written otherwise, have no real value in the domain, or the answer itself has none; and numbers in it
 *  that nobody types in full. */
export function domainWarnings({
  key,
  view,
  settings,
}: Asked<ExpressionSettings, string, ExpressionView>): readonly Warning[] {
  const variables = variablesIn(settings, view);
  const read = readFormula(key, new Names(variables));
  if (read.status === "unreadable") return [];
  const { real, splits } = domainRisks(read.formula, variables);
  const partly: Warning = {
    message: `the answer is real in ${Math.round(real * 100)}% of its domain alone`,
    mend: "Give its names intervals in which it is real: where={{ x: [0.1, 2] }}.",
  };
  const apart = splits.map(({ whole, factor }) => ({
    message: `${whole} is real where ${factor} is below 0, but split into its factors it is not: there such an answer cannot be compared`,
    mend: `Keep ${factor} above 0 in where, unless negative values are meant.`,
  }));
  return [...(real < 1 ? [partly] : []), ...apart, ...tooExact(key, settings)];
}

function tooExact(key: string, { answer }: ExpressionSettings): Warning[] {
  const [long] = answer.constant === undefined ? (key.match(/\d*\.\d{10,}/) ?? []) : [];
  if (long === undefined) return [];
  const mend =
    "Round it in its <Given>, as in round(a, 2). Where it is a part before this one, its student goes on from what they typed.";
  return [{ message: `nobody types ${long}, which its answer has, in full`, mend }];
}

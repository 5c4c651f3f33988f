import { domainRisks, Names, readFormula } from "@/lib/exercise/algebra";
import type { Warning } from "@/lib/exercise/kinds/kind";
import type { ExpressionSettings } from "./schema";

/** Where right answers, written otherwise, have no real value in the domain, or the answer itself has none. */
export function domainWarnings({ answer, variables }: ExpressionSettings): readonly Warning[] {
  const read = readFormula(answer, new Names(variables));
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
  return real < 1 ? [partly, ...apart] : apart;
}

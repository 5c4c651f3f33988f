import type { Formula } from "@/lib/exercise/algebra";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { ExpressionSettings } from "@/lib/exercise/kinds/expression/schema";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import type { OrderingReading } from "@/lib/exercise/kinds/ordering/grade";
import type { OrderingSettings } from "@/lib/exercise/kinds/ordering/schema";
import { diagnoseOrder } from "./diagnose-order";
import { diagnoseFormula } from "./formulas/diagnose-formula";
import type { Diagnosis } from "./likeliest";

/** A wrong response to a part, and the keys of all parts by their names. */
interface Wrong {
  readonly part: Part;
  readonly reading: unknown;
  readonly keys: Readonly<Record<string, unknown>>;
}

type Diagnose = (exercise: Exercise, wrong: Wrong) => Diagnosis;

/** How a wrong answer is diagnosed whose kind's key hangs on no number of the exercise, by kinds. It stands here since it
 *  holds the words of mistakes, and kinds reach a browser. */
export const diagnosed: Partial<Record<KindName, Diagnose>> = {
  expression({ parts }, { part, reading, keys }) {
    const { variables } = part.settings as ExpressionSettings;
    const formulas = parts.filter((one) => one.kind === "expression" && one !== part);
    const others = formulas.map(({ name }) => String(keys[name]));
    const asked = { key: String(keys[part.name]), variables, others };
    return diagnoseFormula(asked, reading as Formula);
  },
  ordering: (_, { part, reading }) =>
    diagnoseOrder(part.settings as OrderingSettings, (reading as OrderingReading).names),
};

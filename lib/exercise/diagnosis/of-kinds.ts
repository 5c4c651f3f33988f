import type { Formula } from "@/lib/exercise/algebra";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { Grading } from "@/lib/exercise/grading";
import type { ChoiceKey, ChoiceReading } from "@/lib/exercise/kinds/choice/grade";
import { type ExpressionSettings, variablesIn } from "@/lib/exercise/kinds/expression/schema";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import type { OrderingKey, OrderingReading } from "@/lib/exercise/kinds/ordering/grade";
import { namesById } from "@/lib/exercise/kinds/ordering/named";
import type {
  OrderingItem,
  OrderingSettings,
  OrderingView,
} from "@/lib/exercise/kinds/ordering/schema";
import { evaluate } from "@/lib/exercise/language/evaluate";
import type { Expr } from "@/lib/exercise/language/expr";
import { placeOf } from "@/lib/exercise/language/nodes/places";
import { entriesOf } from "@/lib/exercise/rounding/entries";
import { wordedIn } from "@/lib/exercise/wording";
import { diagnoseOrder } from "./diagnose-order";
import { diagnoseFormula } from "./formulas/diagnose-formula";
import { type Diagnosis, none } from "./likeliest";

/** A wrong response to a part of what is graded. */
interface Wrong {
  readonly part: Part;
  readonly reading: unknown;
  readonly grading: Grading;
}

type Diagnose = (exercise: Exercise, wrong: Wrong) => Diagnosis;

/** How a wrong answer is diagnosed whose kind's key hangs on no number of the exercise, by kinds. It stands here since it
 *  holds the words of mistakes, and kinds reach a browser. */
export const diagnosed: Partial<Record<KindName, Diagnose>> = {
  choice(_, { part, reading, grading }) {
    const { slips = {} } = grading.keys[part.name] as ChoiceKey;
    const [id = "", ...more] = (reading as ChoiceReading).ids;
    const told = more.length === 0 && Object.hasOwn(slips, id) ? slips[id] : undefined;
    return told ?? none;
  },
  expression(exercise, { part, reading, grading: { keys, views, scope } }) {
    const settings = part.settings as ExpressionSettings;
    const variables = variablesIn(settings, views[part.name]);
    const { parts } = exercise;
    const formulas = parts.filter((one) => one.kind === "expression" && one !== part);
    const others = formulas.map(({ name }) => String(keys[name]));
    const secrets = workedOut(exercise, settings).flatMap((expr) =>
      entriesOf(evaluate(expr, scope())),
    );
    const asked = { key: String(keys[part.name]), variables, others, secrets };
    return diagnoseFormula(asked, reading as Formula);
  },
  ordering(_, { part, reading, grading }) {
    const key = grading.keys[part.name] as OrderingKey;
    const view = grading.views[part.name] as OrderingView;
    const settings = part.settings as OrderingSettings;
    const names = namesById({ key, view, settings });
    const shown = new Map(view.items.map(({ id, text }) => [names.get(id), text]));
    const item = ({ name }: OrderingItem) => ({ name, text: shown.get(name) ?? "" });
    const asShown = {
      ...settings,
      steps: settings.steps.map(item),
      distractors: settings.distractors.map((one) => ({
        ...item(one),
        why: one.why && wordedIn(one.why, grading.scope()),
      })),
    };
    const order = (reading as OrderingReading).ids.map((id) => names.get(id) ?? "");
    return diagnoseOrder(asShown, order);
  },
};

/** The values in a formula that are no numbers that were just drawn: what they come to may be an answer. */
const workedOut = ({ givens }: Exercise, { answer }: ExpressionSettings): Expr[] =>
  answer.values.filter(
    ({ node }) => !givens.some(({ name, expr }) => expr.draws && placeOf(node) === name),
  );

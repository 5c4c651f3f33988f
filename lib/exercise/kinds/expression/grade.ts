import { LRUCache } from "lru-cache";
import {
  Answer,
  type Form,
  type Formula,
  hasForm,
  inWords,
  Names,
  type Relation,
  readFormula,
  sameShape,
  shapeOf,
  type Variable,
} from "@/lib/exercise/algebra";
import type { Grade } from "@/lib/exercise/kinds/kind";
import type { ExpressionSettings } from "./schema";

const answers = new LRUCache<string, Answer>({ max: 500 });

/** A text of the formula language with its values; undefined when it is none over these variables. Remembered, since
 *  many responses are held against one answer. */
export function answerOf(text: string, variables: readonly Variable[]): Answer | undefined {
  const id = JSON.stringify([text, variables]);
  const known = answers.get(id);
  if (known) return known;
  const read = readFormula(text, new Names(variables));
  if (read.status === "unreadable" || "message" in shapeOf(read.formula, variables))
    return undefined;
  const answer = new Answer(read.formula, variables);
  answers.set(id, answer);
  return answer;
}

/** All or nothing. What misses is told by how it misses: a shape that does not fit, a sign, a factor, a form. */
export function gradeExpression(
  key: string,
  reading: Formula,
  settings: ExpressionSettings,
): Grade {
  const { variables, form } = settings;
  const answer = answerOf(key, variables);
  if (!answer) throw new Error(`the key ${key} is no formula over its variables`);
  const shaped = shapeOf(reading, variables);
  if ("message" in shaped) return wrong(shaped.message);
  const wanted = shapeOf(answer.formula, variables);
  if ("shape" in wanted && !sameShape(shaped.shape, wanted.shape)) {
    return wrong(`This is ${inWords(shaped.shape)}, and the answer has another shape.`);
  }
  const relation = answer.relationTo(reading);
  if (relation === "undecided") return { earned: 0, feedback: [], undecided };
  if (relation !== "equal") return wrong(...misses[relation]);
  if (!form || hasForm(form, reading, answer.formula)) return { earned: 1, feedback: [] };
  return wrong(unmet[form]);
}

const undecided =
  "We could not decide whether this equals the answer, so nothing was counted. Write it another way and check again.";

const misses: Readonly<Record<Exclude<Relation, "equal" | "undecided">, readonly string[]>> = {
  opposite: ["Equal to the answer but for the sign."],
  multiple: ["Equal to the answer but for a constant factor."],
  different: [],
};

const unmet: Readonly<Record<Form, string>> = {
  expanded: "Equal to the answer, but brackets are left: multiply out.",
  factored: "Equal to the answer, but not written as a product: factor it.",
  simplified: "Equal to the answer, but it can be written more simply.",
};

function wrong(...feedback: readonly string[]): Grade {
  return { earned: 0, feedback };
}

/** Whether a response equals the formula that an author foresaw. */
export function equals(text: string, reading: Formula, variables: readonly Variable[]): boolean {
  const foreseen = answerOf(text, variables);
  const shaped = shapeOf(reading, variables);
  if (!foreseen || "message" in shaped) return false;
  const own = shapeOf(foreseen.formula, variables);
  return (
    "shape" in own && sameShape(own.shape, shaped.shape) && foreseen.relationTo(reading) === "equal"
  );
}

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
  someOf,
  type Variable,
  type Work,
} from "@/lib/exercise/algebra";
import type { Grade, Judging } from "@/lib/exercise/kinds/kind";
import { type ExpressionSettings, type ExpressionView, variablesIn } from "./schema";

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
  view: ExpressionView,
  { work }: Judging = {},
): Grade {
  const { form } = settings;
  const variables = variablesIn(settings, view);
  const answer = answerOf(key, variables);
  if (!answer) throw new Error(`the key ${key} is no formula over its variables`);
  const shaped = shapeOf(reading, variables);
  if ("message" in shaped) return wrong(shaped.message);
  const wanted = shapeOf(answer.formula, variables);
  if ("shape" in wanted && !sameShape(shaped.shape, wanted.shape)) {
    return wrong(
      `This is ${inWords(shaped.shape)}, but the answer has a different shape: check your transposes.`,
    );
  }
  const relation = answer.relationTo(reading, work);
  if (relation === "undecided") return { earned: 0, feedback: [], undecided };
  if (relation === "different") return missed(lacking(reading, answer.formula, variables));
  if (relation !== "equal") return missed(misses[relation]);
  if (!form || hasForm(form, reading, answer.formula)) return { earned: 1, feedback: [] };
  return wrong(unmet[form]);
}

const undecided =
  "We couldn’t tell whether this equals the answer, so it didn’t count. Write it another way and check again.";

const misses: Readonly<Record<Exclude<Relation, "equal" | "undecided" | "different">, string>> = {
  opposite: "All that’s wrong is the sign.",
  multiple: "All that’s wrong is a constant factor.",
};

const unmet: Readonly<Record<Form, string>> = {
  expanded: "It equals the answer, but it still has brackets: multiply them out.",
  factored: "It equals the answer, but it isn’t written as a product: factor it.",
  simplified: "It equals the answer, but it can be written more simply.",
};

/** Letters of the answer that a formula does without. */
function lacking(reading: Formula, key: Formula, variables: readonly Variable[]): string {
  const has = (formula: Formula, { name }: Variable) =>
    someOf(formula, (one) => one.is === "name" && one.name === name);
  const letters = variables.filter((one) => has(key, one) && !has(reading, one));
  if (letters.length === 0) {
    return "The letters are right, but the value is off: put in easy numbers and check your steps one by one.";
  }
  const names = letters.map(({ tex }) => `$${tex}$`).join(" and ");
  return `The answer depends on ${names} too, and yours doesn’t.`;
}

const missed = (...miss: readonly string[]): Grade => ({ earned: 0, feedback: [], miss });

function wrong(...feedback: readonly string[]): Grade {
  return { earned: 0, feedback };
}

/** Whether a response equals the formula that an author foresaw. */
export function equals(
  text: string,
  reading: Formula,
  variables: readonly Variable[],
  work?: Work,
): boolean {
  const foreseen = answerOf(text, variables);
  const shaped = shapeOf(reading, variables);
  if (!foreseen || "message" in shaped) return false;
  const own = shapeOf(foreseen.formula, variables);
  const fits = "shape" in own && sameShape(own.shape, shaped.shape);
  return fits && foreseen.relationTo(reading, work) === "equal";
}

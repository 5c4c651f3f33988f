import { drawVariant } from "@/lib/exercise";
import { type Formula, Names, readFormula, toPlain, type Variable } from "@/lib/exercise/algebra";
import type { ExpressionSettings } from "@/lib/exercise/kinds/expression/schema";
import { course, exercisesOf } from "./exercise";
import type { BenchRow } from "./row";
import { Share } from "./share";
import { causesOf } from "./told";

/** How many wrong formulas are given a cause, in percent: every key of the course with one thing in it changed, by this file's
 *  own means and not the engine's. */
export function recognisedFormulas(): BenchRow {
  const told = new Share();
  for (const exercise of exercisesOf(course)) {
    const number = exercise.fixed.length + 1;
    const asked = exercise.parts.filter(({ kind }) => kind === "expression");
    const variant = asked.length > 0 && drawVariant(exercise, { seed: "told", number });
    if (!variant) continue;
    for (const part of asked) {
      const { variables } = part.settings as ExpressionSettings;
      const read = readFormula(String(variant.parts[part.name]!.key), new Names(variables));
      if (read.status !== "read") throw new Error(`the key of ${part.name} is no formula`);
      const typed = new Set([...mistaken(read.formula, variables)].map(toPlain));
      for (const text of typed) {
        const causes = causesOf(exercise, variant, part, text);
        if (causes) told.count(causes.length > 0);
      }
    }
  }
  return told.atLeast(80, "formulas with one thing changed told a cause");
}

/** A formula with one thing left out, exchanged or turned, once for each thing in it. */
function* mistaken(formula: Formula, variables: readonly Variable[]): Iterable<Formula> {
  yield* atTop(formula, variables);
  if ("of" in formula) {
    for (const of of mistaken(formula.of, variables)) yield { ...formula, of };
  }
  if (formula.is !== "binary") return;
  for (const left of mistaken(formula.left, variables)) yield { ...formula, left };
  for (const right of mistaken(formula.right, variables)) yield { ...formula, right };
}

function* atTop(formula: Formula, variables: readonly Variable[]): Iterable<Formula> {
  if ("of" in formula) yield formula.of;
  if (formula.is === "name") yield* anotherName(formula.name, variables);
  if (formula.is !== "binary") return;
  const { op, left, right } = formula;
  yield left;
  if (!op.endsWith("^")) yield right;
  const swapped = exchanged[op];
  if (swapped) yield { ...formula, op: swapped };
  if (op === "-" || op === "/") yield { ...formula, left: right, right: left };
}

const exchanged: Readonly<Record<string, "+" | "-" | "*" | "/">> = {
  "+": "-",
  "-": "+",
  "/": "*",
};

/** The next name of the same shape in the place of a name. */
function* anotherName(name: string, variables: readonly Variable[]): Iterable<Formula> {
  const one = variables.find((variable) => variable.name === name);
  const alike = variables.filter(({ shape }) => String(shape) === String(one?.shape));
  const next = alike[(alike.findIndex((variable) => variable.name === name) + 1) % alike.length];
  if (next && next.name !== name) yield { is: "name", name: next.name };
}

import {
  type Formula,
  Names,
  readFormula,
  readingTex,
  toTex,
  type Variable,
} from "@/lib/exercise/algebra";
import type { Part } from "@/lib/exercise/exercise";
import type { Kind } from "@/lib/exercise/kinds/kind";
import { type Expr, LanguageError } from "@/lib/exercise/language/expr";
import type { Value } from "@/lib/exercise/value";
import { domainWarnings } from "./domain-warnings";
import { equals, gradeExpression } from "./grade";
import {
  type ExpressionSettings,
  type ExpressionView,
  expressionViewSchema,
  faultIn,
  parseExpression,
  variablesIn,
} from "./schema";
import { variablesOf } from "./where";

/** A formula, of numbers or of matrices. The key is a text in the language that students type. */
export const expression: Kind<ExpressionSettings, string, ExpressionView, Formula> = {
  name: "expression",
  tag: "Expression",
  viewSchema: expressionViewSchema,
  help: "Type a formula, such as 2x(1 - x), e^(-x) or W^T dz. ⊙ (typed .*) multiplies entry by entry, ^T transposes.",
  formulas: ["answer"],
  parse: parseExpression,
  draw,
  rekey: keyOf,
  longest: () => 1_000,
  read(raw, view) {
    const read = readFormula(raw, new Names(view.names));
    return read.status === "read" ? { status: "read", reading: read.formula } : read;
  },
  readBack(raw, view, settings) {
    // The view comes from the page: it is asked for what the draw decided alone.
    const read = readingTex(raw, variablesIn(settings, view));
    return read.status === "read" ? { status: "read", reading: [read.tex] } : read;
  },
  grade: gradeExpression,
  matches(value, reading, { settings, view }, { work } = {}) {
    return (
      (typeof value === "string" || typeof value === "number") &&
      equals(String(value), reading, variablesIn(settings, view), work)
    );
  },
  value: (key) => key,
  asResponse: (value) =>
    typeof value === "string" || typeof value === "number" ? String(value) : undefined,
  warnings: domainWarnings,
  keyAsResponse: (key) => key,
  asRead(raw, { names }) {
    const read = readFormula(raw, new Names(names));
    // The TeX is written from the tree that was read: names by the author, digits, and our own signs.
    return read.status === "read" ? [{ markdown: `$${toTex(read.formula, names)}$` }] : [];
  },
  renderView: (view, toHtml) => ({
    ...view,
    names: view.names.map((named) => ({ ...named, text: toHtml(named.text) })),
  }),
};

function draw(part: Part<ExpressionSettings>, evaluate: (expr: Expr) => Value) {
  const { settings } = part;
  const { where, form } = settings;
  const variables = where ? drawnVariables(where, evaluate) : settings.variables;
  const key = keyOf(settings, evaluate);
  if (where || settings.answer.constant === undefined) checkDrawn(key, variables, settings);
  const names = variables.map(
    ({ name, tex, shape, from, to }): ExpressionView["names"][number] => ({
      name,
      tex,
      text: `$${tex}$`,
      ...(shape ? { shape: [shape[0], shape[1]] } : {}),
      ...(where ? { domain: [from, to] } : {}),
    }),
  );
  return { key, view: { names, ...(form ? { form } : {}) } };
}

function keyOf({ answer }: ExpressionSettings, evaluate: (expr: Expr) => Value): string {
  return String(answer.constant ?? evaluate(answer));
}

function drawnVariables(where: Expr, evaluate: (expr: Expr) => Value): readonly Variable[] {
  const { variables, faults } = variablesOf(evaluate(where));
  const [fault] = faults;
  if (fault) throw new LanguageError(fault.message, fault.mend, where.at);
  return variables;
}

function checkDrawn(
  key: string,
  variables: readonly Variable[],
  { answer, form }: ExpressionSettings,
): void {
  const fault = faultIn(key, variables, form);
  if (!fault) return;
  throw new LanguageError(`with these numbers, ${fault.message}`, fault.mend, answer.at);
}

import { type Formula, Names, readFormula, readingTex, toTex } from "@/lib/exercise/algebra";
import type { Kind } from "@/lib/exercise/kinds/kind";
import { domainWarnings } from "./domain-warnings";
import { equals, gradeExpression } from "./grade";
import {
  type ExpressionSettings,
  type ExpressionView,
  expressionViewSchema,
  parseExpression,
} from "./schema";

/** A formula, of numbers or of matrices. The key is a text in the language that students type. */
export const expression: Kind<ExpressionSettings, string, ExpressionView, Formula> = {
  name: "expression",
  tag: "Expression",
  viewSchema: expressionViewSchema,
  help: "Type a formula, such as 2x(1 - x), e^(-x) or W^T dz. ⊙ (typed .*) multiplies entry by entry, ^T transposes.",
  parse: parseExpression,
  draw: ({ settings: { answer, variables, form } }) => ({
    key: answer,
    view: {
      names: variables.map(({ name, tex, shape }) => ({
        name,
        tex,
        text: `$${tex}$`,
        ...(shape ? { shape: [shape[0], shape[1]] } : {}),
      })),
      ...(form ? { form } : {}),
    },
  }),
  longest: () => 1_000,
  read(raw, view) {
    const read = readFormula(raw, new Names(view.names));
    return read.status === "read" ? { status: "read", reading: read.formula } : read;
  },
  readBack(raw, _, { variables }) {
    const read = readingTex(raw, variables);
    return read.status === "read" ? { status: "read", reading: [read.tex] } : read;
  },
  grade: gradeExpression,
  matches(value, reading, { variables }, _, { work } = {}) {
    return (
      (typeof value === "string" || typeof value === "number") &&
      equals(String(value), reading, variables, work)
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

import { z } from "zod";
import {
  Answer,
  type Form,
  forms,
  hasForm,
  Names,
  readFormula,
  shapeOf,
  type Variable,
} from "@/lib/exercise/algebra";
import { Attributes } from "@/lib/exercise/kinds/attributes";
import type { ParsedPart, PartElement, Warning } from "@/lib/exercise/kinds/kind";
import type { Expr } from "@/lib/exercise/language/expr";
import type { Value } from "@/lib/exercise/value";
import { type FormulaExpr, formulaExpr } from "./formula-expr";
import { unreadableAnswer } from "./unreadable-answer";
import { parseWhere, usual } from "./where";

export interface ExpressionSettings {
  /** The formula as text, with a variant's values in it. */
  readonly answer: FormulaExpr;
  /** Where it is the same in every variant. */
  readonly variables: readonly Variable[];
  /** Where the draw says what shapes and domains its names have. */
  readonly where?: Expr;
  readonly form: Form | undefined;
}

const count = z.number().int().positive();

export const expressionViewSchema = z.strictObject({
  names: z.array(
    z.strictObject({
      name: z.string(),
      tex: z.string(),
      /** The TeX as Markdown, or as HTML once rendered. */
      text: z.string(),
      shape: z.tuple([count, count]).optional(),
      /** Where the draw decides it. */
      domain: z.tuple([z.number(), z.number()]).optional(),
    }),
  ),
  form: z.enum(forms).optional(),
});

export type ExpressionView = z.infer<typeof expressionViewSchema>;

/** The names that a part's formulas may use, as they were drawn. */
export function variablesIn(
  { variables, where }: ExpressionSettings,
  view: unknown,
): readonly Variable[] {
  if (!where) return variables;
  return (view as ExpressionView).names.map(({ name, tex, shape, domain: [from, to] = usual }) => ({
    name,
    tex,
    from,
    to,
    ...(shape ? { shape } : {}),
  }));
}

export function parseExpression(element: PartElement): ParsedPart<ExpressionSettings> {
  const attributes = new Attributes(element, "Expression", ["answer", "where", "form"]);
  const { where, variables } = parseWhere(attributes, element);
  const form = parseForm(attributes);
  const written = attributes.wording("answer");
  const answer = written && formulaExpr(written, attributes.at("answer"));
  if (answer === undefined && !attributes.has("answer")) {
    attributes.report("<Expression> has no answer", 'Write answer="p (1 - p)".');
  }
  for (const { tag, at } of element.children) {
    attributes.report(`<${tag}> does not belong in an <Expression>`, "Close it with />.", at);
  }
  const wrong = where || !answer ? undefined : faultIn(answer.constant, variables, form);
  if (wrong && attributes.issues.length === 0) {
    attributes.report(wrong.message, wrong.mend, attributes.at("answer"));
  }
  if (!answer || attributes.issues.length > 0) return { issues: attributes.issues };
  return { settings: { answer, variables, form, ...(where && { where }) } };
}

function parseForm(attributes: Attributes): Form | undefined {
  const written = attributes.text("form");
  const form = forms.find((one) => one === written);
  if (written !== undefined && !form) {
    const mend = `It may be ${forms.join(", ")}, or be left out.`;
    attributes.report(`form cannot be ${written}`, mend, attributes.at("form"));
  }
  return form;
}

/** What is wrong with an answer, and how to mend it; undefined where nothing is, or it is not known yet. */
export function faultIn(
  answer: Value | undefined,
  variables: readonly Variable[],
  form: Form | undefined,
): Warning | undefined {
  if (typeof answer !== "string") return undefined;
  const read = readFormula(answer, new Names(variables));
  if (read.status === "unreadable") return unreadableAnswer(answer, read.message, variables);
  const shape = shapeOf(read.formula, variables);
  if ("message" in shape) {
    const reason = shape.message.replace(/\.$/, "");
    const mend = "Mend it, or the shapes in where.";
    return { message: `the answer does not fit its shapes: ${reason}`, mend };
  }
  if (!new Answer(read.formula, variables).trusted) {
    const message = "the answer has no real value that float64 can be trusted with";
    return { message, mend: "Give its names other intervals: where={{ x: [0.1, 2] }}." };
  }
  if (!form || hasForm(form, read.formula, read.formula)) return undefined;
  const mend = `Write it ${form}, or leave form out.`;
  return { message: `the answer is not ${form} itself`, mend };
}

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
import type { ParsedPart, PartElement } from "@/lib/exercise/kinds/kind";
import { parseWhere } from "./where";

export interface ExpressionSettings {
  readonly answer: string;
  readonly variables: readonly Variable[];
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
    }),
  ),
  form: z.enum(forms).optional(),
});

export type ExpressionView = z.infer<typeof expressionViewSchema>;

export function parseExpression(element: PartElement): ParsedPart<ExpressionSettings> {
  const attributes = new Attributes(element, "Expression", ["answer", "where", "form"]);
  const variables = parseWhere(attributes, element);
  const form = parseForm(attributes);
  const answer = attributes.text("answer");
  if (answer === undefined && !attributes.has("answer")) {
    attributes.report("<Expression> has no answer", 'Write answer="p (1 - p)".');
  }
  for (const { tag, at } of element.children) {
    attributes.report(`<${tag}> does not belong in an <Expression>`, "Close it with />.", at);
  }
  if (answer !== undefined && attributes.issues.length === 0) {
    checkAnswer(answer, variables, form, attributes);
  }
  if (answer === undefined || attributes.issues.length > 0) return { issues: attributes.issues };
  return { settings: { answer, variables, form } };
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

function checkAnswer(
  answer: string,
  variables: readonly Variable[],
  form: Form | undefined,
  attributes: Attributes,
): void {
  const report = (message: string, mend: string) =>
    attributes.report(`the answer ${message}`, mend, attributes.at("answer"));
  const read = readFormula(answer, new Names(variables));
  if (read.status === "unreadable") {
    const reason = read.message.replace(/\.$/, "");
    report(`cannot be read: ${reason}`, "Name every variable in where={{ … }}.");
    return;
  }
  const shape = shapeOf(read.formula, variables);
  if ("message" in shape)
    report(
      `does not fit its shapes: ${shape.message.replace(/\.$/, "")}`,
      "Mend it, or the shapes in where.",
    );
  else if (!new Answer(read.formula, variables).trusted) {
    report(
      "has no real value that float64 can be trusted with",
      "Give its names other intervals: where={{ x: [0.1, 2] }}.",
    );
  } else if (form && !hasForm(form, read.formula, read.formula)) {
    report(`is not ${form} itself`, `Write it ${form}, or leave form out.`);
  }
}

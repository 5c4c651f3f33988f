import { z } from "zod";
import type { Issue, Position } from "@/lib/exercise/issue";
import { Attributes } from "@/lib/exercise/kinds/attributes";
import type { ParsedPart, PartChild, PartElement } from "@/lib/exercise/kinds/kind";
import { mostShown } from "@/lib/exercise/kinds/shown";
import type { Expr } from "@/lib/exercise/language/expr";
import { asWritten, formulaOf, type Wording } from "@/lib/exercise/wording";

export interface ChoiceOption {
  readonly text: Wording;
  /** Of an option that is a value. */
  readonly value?: Expr;
  /** An expression when the numbers decide whether it is right. */
  readonly correct: boolean | Expr;
  readonly feedback?: Wording;
}

export interface ChoiceSettings {
  readonly several: boolean;
  readonly keepOrder: boolean;
  readonly options: readonly ChoiceOption[];
  /** Wrong options that are drawn from mistakes on the way to the right one: how many. */
  readonly drawn?: number;
}

export const choiceViewSchema = z.strictObject({
  several: z.boolean(),
  options: z.array(z.strictObject({ id: z.string(), text: z.string() })),
});

export type ChoiceView = z.infer<typeof choiceViewSchema>;

/** Wrong options that are drawn unless their author says how many. */
const usuallyDrawn = 3;

/** What `distractors={…}` may be. */
export const fromSlips = "slips";

export function parseChoice(element: PartElement): ParsedPart<ChoiceSettings> {
  const own = ["several", "keep-order", "distractors", "count"];
  const attributes = new Attributes(element, "Choice", own);
  const several = attributes.flag("several");
  const keepOrder = attributes.flag("keep-order");
  const drawn = parseDrawn(attributes, element);
  const issues: Issue[] = [...attributes.issues];
  const texts = new Set<string>();
  const options = element.children.flatMap((child) => {
    const option = parseOption(child, texts, issues);
    return option ? [option] : [];
  });
  const settings = { several, keepOrder, options, ...(drawn === undefined ? {} : { drawn }) };
  if (issues.length === 0) issues.push(...miscounted(settings, element.at));
  if (issues.length === 0 && drawn !== undefined) issues.push(...undrawable(settings, attributes));
  return issues.length > 0 ? { issues } : { settings };
}

function parseDrawn(attributes: Attributes, element: PartElement): number | undefined {
  const written = element.attributes.get("distractors");
  const most = mostShown - 2;
  const count = attributes.constant(
    "count",
    (n) => Number.isInteger(n) && n >= 1 && n <= most,
    `count={${usuallyDrawn}}, a whole number from 1 to ${most}`,
  );
  if (!written) {
    if (attributes.has("count")) {
      const mend = `Write distractors={${fromSlips}} too, or leave count out.`;
      attributes.report("count goes with distractors alone", mend, attributes.at("count"));
    }
    return undefined;
  }
  const node = typeof written.value === "object" ? written.value.node : undefined;
  if (node?.type !== "Identifier" || node.name !== fromSlips) {
    attributes.refuse("distractors", `Write distractors={${fromSlips}}.`);
  }
  return count ?? usuallyDrawn;
}

/** Slips are made on the way to one number: that of the option that is right. */
function undrawable(
  { several, keepOrder, options }: ChoiceSettings,
  attributes: Attributes,
): Issue[] {
  const at = attributes.at("distractors");
  const { line, column } = at;
  const wrong = (message: string, mend: string) => [{ line, column, message, mend }];
  if (several) {
    const message = "distractors are drawn where one option is right";
    return wrong(message, "Leave several out, or write the wrong options yourself.");
  }
  if (keepOrder) {
    const message = "what is drawn has no order that its author wrote";
    return wrong(message, "Leave keep-order out, or write the wrong options yourself.");
  }
  const right = options.filter(({ correct }) => correct === true);
  if (right.length === 1 && right[0]?.value) return [];
  const message = "distractors are drawn on the way to a right option that is a number";
  return wrong(message, "Write that option as <Option correct value={…} />.");
}

function parseOption(
  child: PartChild,
  texts: Set<string>,
  issues: Issue[],
): ChoiceOption | undefined {
  const attributes = new Attributes(child, child.tag, ["correct", "feedback", "value"]);
  const value = attributes.has("value") ? attributes.expr("value") : undefined;
  const text: Wording = value ? formulaOf(value) : child.text;
  const said = asWritten(text).trim();
  if (child.tag !== "Option") {
    attributes.report(`<${child.tag}> does not belong in a <Choice>`, "Write <Option>…</Option>.");
  }
  if (value && asWritten(child.text).trim() !== "") {
    const mend = "Leave value out and put it in: <Option>$\\val{…}$ metres</Option>.";
    attributes.report("this option has a value and a text", mend);
  } else if (said === "") {
    attributes.report("this option is empty", "Write what it says between its tags.");
  } else if (texts.has(said)) attributes.report("two options say the same", "Change one of them.");
  texts.add(said);
  const feedback = attributes.wording("feedback");
  const written = child.attributes.get("correct");
  if (typeof written?.value === "string") {
    attributes.report(
      "correct is a text",
      "Write correct alone, or correct={expression}.",
      written.at,
    );
  }
  issues.push(...attributes.issues);
  if (attributes.issues.length > 0) return undefined;
  const correct = typeof written?.value === "object" ? written.value : written !== undefined;
  return { text, correct, ...(value && { value }), ...(feedback && { feedback }) };
}

function miscounted({ options, several, drawn = 0 }: ChoiceSettings, at: Position): Issue[] {
  const wrong = (message: string, mend: string) => [
    { line: at.line, column: at.column, message, mend },
  ];
  const count = options.length + drawn;
  if (count < 2) {
    return wrong("this choice has fewer than two options", "Write two <Option>s or more.");
  }
  if (count > mostShown) {
    return wrong(`this choice has more than ${mostShown} options`, "Leave some out.");
  }
  // Where the numbers decide, drawing checks it.
  if (options.some(({ correct }) => typeof correct === "object")) return [];
  const right = options.filter(({ correct }) => correct === true).length;
  if (right === 0) return wrong("no option is correct", "Mark one: <Option correct>.");
  if (right === 1 || several) return [];
  const mend = drawn > 0 ? "Keep one." : "Keep one, or write <Choice several>.";
  return wrong(`${right} options are correct`, mend);
}

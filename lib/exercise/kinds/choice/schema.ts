import { z } from "zod";
import type { Issue, Position } from "@/lib/exercise/issue";
import { Attributes } from "@/lib/exercise/kinds/attributes";
import type { ParsedPart, PartChild, PartElement } from "@/lib/exercise/kinds/kind";
import { mostShown } from "@/lib/exercise/kinds/shown";
import type { Expr } from "@/lib/exercise/language/expr";

export interface ChoiceOption {
  readonly text: string;
  /** An expression when the numbers decide whether it is right. */
  readonly correct: boolean | Expr;
  readonly feedback?: string;
}

export interface ChoiceSettings {
  readonly several: boolean;
  readonly keepOrder: boolean;
  readonly options: readonly ChoiceOption[];
}

export const choiceViewSchema = z.strictObject({
  several: z.boolean(),
  options: z.array(z.strictObject({ id: z.string(), text: z.string() })),
});

export type ChoiceView = z.infer<typeof choiceViewSchema>;

export function parseChoice(element: PartElement): ParsedPart<ChoiceSettings> {
  const attributes = new Attributes(element, "Choice", ["several", "keep-order"]);
  const several = attributes.flag("several");
  const keepOrder = attributes.flag("keep-order");
  const issues: Issue[] = [...attributes.issues];
  const texts = new Set<string>();
  const options = element.children.flatMap((child) => {
    const option = parseOption(child, texts, issues);
    return option ? [option] : [];
  });
  if (issues.length === 0) issues.push(...miscounted(options, several, element.at));
  return issues.length > 0 ? { issues } : { settings: { several, keepOrder, options } };
}

function parseOption(
  child: PartChild,
  texts: Set<string>,
  issues: Issue[],
): ChoiceOption | undefined {
  const attributes = new Attributes(child, child.tag, ["correct", "feedback"]);
  const text = child.text.trim();
  if (child.tag !== "Option") {
    attributes.report(`<${child.tag}> does not belong in a <Choice>`, "Write <Option>…</Option>.");
  }
  if (text === "")
    attributes.report("this option is empty", "Write what it says between its tags.");
  else if (texts.has(text)) attributes.report("two options say the same", "Change one of them.");
  texts.add(text);
  const feedback = attributes.text("feedback");
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
  return { text, correct, ...(feedback === undefined ? {} : { feedback }) };
}

function miscounted(options: readonly ChoiceOption[], several: boolean, at: Position): Issue[] {
  const wrong = (message: string, mend: string) => [
    { line: at.line, column: at.column, message, mend },
  ];
  if (options.length < 2) {
    return wrong("this choice has fewer than two options", "Write two <Option>s or more.");
  }
  if (options.length > mostShown) {
    return wrong(`this choice has more than ${mostShown} options`, "Leave some out.");
  }
  // Where the numbers decide, drawing checks it.
  if (options.some(({ correct }) => typeof correct === "object")) return [];
  const right = options.filter(({ correct }) => correct === true).length;
  if (right === 0) return wrong("no option is correct", "Mark one: <Option correct>.");
  if (right === 1 || several) return [];
  return wrong(`${right} options are correct`, "Keep one, or write <Choice several>.");
}

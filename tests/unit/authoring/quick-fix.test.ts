import { expect, test } from "vitest";
import { quickFixFor } from "@/lib/authoring/editor/quick-fix";
import { parseLesson } from "@/lib/content";

/** A text with its first issue mended as proposed; undefined where nothing is proposed. */
function mended(body: string): string | undefined {
  const text = `---\ntitle: T\nsummary: S\n---\n\n${body}\n`;
  const names = { skills: ["losses"], terms: [], lessons: [] };
  const parsed = parseLesson(text, "lesson.mdx", names);
  const [issue] = parsed.status === "refused" ? parsed.issues : [];
  if (!issue) throw new Error("nothing to mend");
  const lines = text.split("\n");
  const at = lines.slice(0, issue.line - 1).join("\n").length + issue.column;
  const fix = quickFixFor(text, at, issue);
  return fix && `${text.slice(0, fix.from)}${fix.insert}${text.slice(fix.to)}`.trim();
}

const exercise = (part: string, about = "") =>
  `<Exercise id="e" title="E"${about}>\n  <Given name="rate" value={pick(1, 2)} />\n  ${part}\n</Exercise>`;
const part = '<Numeric name="n" label="n" answer={rate} />';

test.each([
  [
    "a value",
    '<Numeric name="n" label="n" answer={2 * rat} />',
    '<Numeric name="n" label="n" answer={2 * rate} />',
  ],
  [
    "a function",
    '<Numeric name="n" label="n" answer={sigmod(rate)} />',
    '<Numeric name="n" label="n" answer={sigmoid(rate)} />',
  ],
  [
    "an attribute",
    '<Numeric name="n" label="n" answer={rate} decimal={2} />',
    '<Numeric name="n" label="n" answer={rate} decimals={2} />',
  ],
])("%s that is misspelt is changed to the one proposed", (_, wrong, right) => {
  expect(mended(exercise(wrong))).toContain(right);
});

test("a word inside of an attribute is changed there", () => {
  expect(mended(exercise(part, ' skills="losse"'))).toContain('skills="losses"');
});

test("where nothing is proposed, nothing is changed", () => {
  expect(mended(exercise('<Numeric name="n" label="n" answer={zzz} />'))).toBeUndefined();
});

import { expect, test } from "vitest";
import { withInserted } from "@/lib/authoring/bank/with-inserted";

const lesson = `---
title: One
summary: About it.
---

## First

A paragraph of
two lines.

<Exercise id="a" title="A">
  <Given name="x" value={integer(1, 9)} />

  How much is it?

  <Numeric name="y" label="y" answer={2 * x} />
</Exercise>

The end.
`;
const lines = lesson.split("\n");
const added = '<Exercise id="new" title="New">\n</Exercise>';

/** Which line of the lesson stands before the new exercise, and which behind it. */
function around(at: { line: number | undefined; text?: string }) {
  const { text, line } = withInserted(at.text ?? lesson, added, at.line);
  const now = text.split("\n");
  expect(now.slice(line - 1, line + 1).join("\n")).toBe(added);
  expect(now[line - 2]).toBe("");
  return { before: now[line - 3], after: now[line + 2] ?? null };
}

const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;

test.each([
  ["in a paragraph", "A paragraph of", "two lines.", '<Exercise id="a" title="A">'],
  ["in an exercise", "How much is it?", "</Exercise>", "The end."],
  ["at an exercise’s first line", '<Exercise id="a"', "</Exercise>", "The end."],
  ["in the front matter", "summary", "---", "## First"],
  ["in the last paragraph", "The end.", "The end.", null],
])("with the cursor %s, a new exercise goes after all of that", (_, words, before, after) => {
  expect(around({ line: lineOf(words) })).toEqual({ before, after });
});

test("between two blocks it goes there, and no line is lost", () => {
  const line = lineOf("two lines.") + 1;
  expect(around({ line })).toEqual({ before: "two lines.", after: '<Exercise id="a" title="A">' });
  expect(withInserted(lesson, added, line).text.replace(`${added}\n\n`, "")).toBe(lesson);
});

test("without a cursor, and with one beyond the text, it goes to the end", () => {
  expect(around({ line: undefined })).toEqual({ before: "The end.", after: null });
  expect(around({ line: 900 })).toEqual({ before: "The end.", after: null });
});

test("in a text that can’t be read yet it still goes into no exercise", () => {
  const text = lesson.replace("A paragraph of", "A { paragraph of");
  expect(around({ text, line: lineOf("How much is it?") })).toEqual({
    before: "</Exercise>",
    after: "The end.",
  });
  expect(around({ text, line: lineOf("A paragraph of") })).toEqual({
    before: "two lines.",
    after: '<Exercise id="a" title="A">',
  });
});

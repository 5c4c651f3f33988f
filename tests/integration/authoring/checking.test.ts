import { expect, test } from "vitest";
import { checkDraft } from "@/lib/authoring/checking/thread";
import { copy, lesson } from "../a-course";

const around = { names: { skills: ["losses"], terms: ["bias"], lessons: [] }, files: {} };
const times = (text: string, count: number) => text.repeat(count);
const inExercise = (given: string) =>
  lesson(
    `<Exercise id="e" title="E">\n  <Given name="a" value={${given}} />\n  <Numeric name="n" label="n" answer={a} />\n</Exercise>`,
  );

/** Texts that take minutes or all memory where nobody looks out. */
const hostile: readonly (readonly [string, string])[] = [
  ["a text without end", times("a", 1_000_000)],
  ["emphasis without end", lesson(times("*_", 900))],
  ["quotes in quotes", lesson(times("> ", 900))],
  ["elements in elements", lesson(times("<Callout>\n\n", 400) + times("</Callout>\n\n", 400))],
  ["an element that is never closed", lesson('<Exercise id="e" title="E">')],
  [
    "front matter whose aliases double",
    "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\nsummary: s\n---\n\nA.\n",
  ],
  ["a matrix without end", inExercise("uniform(0, 1, { shape: [100000, 100000] })")],
  ["a power of powers", inExercise("9 ** 9 ** 9 ** 9")],
  [
    "a loop in a loop",
    inExercise("sum(map(linspace(0, 1, 3000), x => sum(map(linspace(0, 1, 3000), y => x * y))))"),
  ],
  ["brackets without end", inExercise(times("(", 5_000))],
  ["half a character", lesson("A \ud800 half, and {\udfff}")],
  ["what reaches out of the language", inExercise("a.constructor.constructor('return process')()")],
];

test.each(hostile)(
  "%s is refused in words, and the next text is checked as ever",
  async (_, text) => {
    const checked = await checkDraft(text, around);
    expect(checked?.issues).not.toEqual([]);
    for (const { message, mend } of checked!.issues) {
      expect(message).not.toBe("");
      expect(mend).not.toBe("");
    }
    expect(await checkDraft(lesson(copy), around)).toMatchObject({ issues: [] });
  },
);

test("an exercise that has moved and one that has changed are told apart", async () => {
  const first = lesson(copy);
  expect((await checkDraft(first, around))?.pieces).toMatchObject([{ is: "exercise", id: "copy" }]);
  const moved = first.replace("<Exercise", "Words before it.\n\n<Exercise");
  const pieces = (await checkDraft(moved, around))?.pieces;
  expect(pieces).toMatchObject([{ is: "prose" }, { is: "exercise", from: 8 }]);
  const broken = moved.replace("answer={a}", "answer={b}");
  const [issue, ...more] = (await checkDraft(broken, around))!.issues;
  expect(more).toEqual([]);
  expect(issue).toMatchObject({ line: 10, message: expect.stringContaining("b") });
  const lower = broken.replace("Words before", "More.\n\nWords before");
  expect((await checkDraft(lower, around))?.issues).toMatchObject([{ line: 12 }]);
});

test("what a course doesn’t name is told", async () => {
  const unknown = lesson(copy.replace('title="', 'skills="looses" title="'));
  expect((await checkDraft(unknown, around))?.issues).toMatchObject([
    { message: expect.stringContaining("looses"), mend: expect.stringContaining("losses") },
  ]);
});

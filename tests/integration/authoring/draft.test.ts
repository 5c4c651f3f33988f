import { expect, test } from "vitest";
import { withDraft } from "@/lib/authoring/draft/draft-threads";
import { copy, lesson } from "../a-course";

const around = { names: { skills: ["losses"], terms: ["bias"], lessons: [] }, files: {} };
const checkDraft = (text: string, asker = "an author") =>
  withDraft(asker, "look", { text, line: 1, set: 1, ...around });
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
    const checked = await checkDraft(text);
    expect(checked?.issues).not.toEqual([]);
    for (const { message, mend } of checked!.issues) {
      expect(message).not.toBe("");
      expect(mend).not.toBe("");
    }
    expect(await checkDraft(lesson(copy))).toMatchObject({ issues: [] });
  },
);

test("an exercise that has moved and one that has changed are told apart", async () => {
  const first = lesson(copy);
  expect((await checkDraft(first))?.pieces).toMatchObject([{ is: "exercise", id: "copy" }]);
  const moved = first.replace("<Exercise", "Words before it.\n\n<Exercise");
  const pieces = (await checkDraft(moved))?.pieces;
  expect(pieces).toMatchObject([{ is: "prose" }, { is: "exercise", from: 8 }]);
  const broken = moved.replace("answer={a}", "answer={b}");
  const [issue, ...more] = (await checkDraft(broken))!.issues;
  expect(more).toEqual([]);
  expect(issue).toMatchObject({ line: 10, message: expect.stringContaining("b") });
  const lower = broken.replace("Words before", "More.\n\nWords before");
  expect((await checkDraft(lower))?.issues).toMatchObject([{ line: 12 }]);
});

test("what a course doesn’t name is told", async () => {
  const unknown = lesson(copy.replace('title="', 'skills="looses" title="'));
  expect((await checkDraft(unknown))?.issues).toMatchObject([
    { message: expect.stringContaining("looses"), mend: expect.stringContaining("losses") },
  ]);
});

test("what students would be told of an answer, with the numbers of any set", async () => {
  const asked = { source: copy, set: 3, files: {} };
  const drawing = await withDraft("an author", "draw", asked);
  if (drawing?.status !== "drawn") throw new Error("nothing was drawn");
  const { variant, answers, solution } = drawing.drawn;
  const key = answers.find(({ name }) => name === "The key")!;
  expect(key.typed).toBe(String(variant.givens.a));
  expect(solution.parts).toMatchObject([{ part: "same" }]);
  const grade = (typed: string) =>
    withDraft("an author", "grade", { ...asked, responses: { same: typed }, parts: ["same"] });
  expect(await grade(key.typed)).toMatchObject({ parts: [{ verdict: "right" }] });
  expect(await grade("1")).toMatchObject({ parts: [{ verdict: "wrong" }] });
});

test("a text that was never checked has no numbers, and says why", async () => {
  const asked = { source: copy.replace("answer={a}", "answer={b}"), set: 1, files: {} };
  expect(await withDraft("an author", "draw", asked)).toMatchObject({
    status: "refused",
    issue: { message: expect.stringContaining("b") },
  });
  const graded = await withDraft("an author", "grade", {
    ...asked,
    responses: { same: "1" },
    parts: ["same"],
  });
  expect(graded).toBeNull();
});

/** An exercise that no seed draws fairly, so that all that may be tried is. */
const slow = (title: string) => `<Exercise id="slow" title="${title}">
  <Given name="W" value={uniform(-1, 1, { shape: [20, 20], step: 0.1 })} />
  <Given name="b" value={pick(1, 2)} />
  <Numeric name="n" label="n" answer={sum(W) * 0 + b - b} decimals={2} />
</Exercise>`;

test("texts that take long hold up their own author alone", async () => {
  await Promise.all([checkDraft(lesson(copy), "one"), checkDraft(lesson(copy), "another")]);
  const order: string[] = [];
  const note = (name: string) => (checked: unknown) => order.push(checked ? name : "refused");
  const heavy = Array.from({ length: 6 }, (_, i) =>
    checkDraft(lesson(slow(`Slow ${i}`)), "one").then(note("heavy")),
  );
  const light = checkDraft(lesson(`Words.\n\n${copy}`), "another").then(note("light"));
  await Promise.all([...heavy, light]);
  expect(order).toHaveLength(7);
  expect(order.indexOf("light")).toBeLessThan(2);
});

test("what one author asks for beyond measure is refused at once", async () => {
  const many = Array.from({ length: 20 }, (_, i) => checkDraft(lesson(slow(`Many ${i}`)), "many"));
  expect((await Promise.all(many)).filter((checked) => checked === null)).toHaveLength(14);
});

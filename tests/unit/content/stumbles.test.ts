import { describe, expect, it, test } from "vitest";
import { checkLesson, courseFrom, parseLesson } from "@/lib/content";
import { checkExercise } from "@/lib/exercise/check";
import { compileText } from "@/lib/exercise/language";
import { synonyms } from "@/lib/exercise/language/synonyms";
import { exerciseOf, issuesOf, lessonOf, withFront } from "./a-lesson";

// What people stumbled over who wrote their first exercises, each told where it is mended.

const exercise = (...lines: string[]) =>
  ['<Exercise id="a" title="T">', ...lines, "</Exercise>"].join("\n");
const part = '<Numeric name="q" label="q" answer={1} />';
const told = (text: string) =>
  issuesOf(withFront(text)).map(({ line, message, mend }) => `${line}: ${message} → ${mend}`);

describe("a tag that is not closed is told where it was opened", () => {
  test.each([
    [
      "a part that needs />",
      exercise('<Numeric name="q" label="q" answer={1}>'),
      "6: <Numeric> is not closed before </Exercise> → Nothing goes inside <Numeric>: end it with />, as in <Numeric … />.",
    ],
    [
      "a callout in an exercise",
      exercise("", "<Callout>", "text", "", part),
      "7: <Callout> is not closed before </Exercise> → Close every tag",
    ],
    [
      "two that cross",
      '<Callout>\n<Recall title="t">\n</Callout>\n</Recall>',
      "6: <Recall> is not closed before </Callout> → Close every tag",
    ],
    ["one that ends inside a list", "<Callout>\n\n- a\n- b </Callout>", "5: <Callout> is "],
  ])("%s", (_, text, wanted) => {
    expect(told(text)).toEqual([expect.stringContaining(wanted)]);
  });
});

describe("a part's own mistake is all that is told", () => {
  test.each([
    ["inside a paragraph", `a ${part} b`, "6: <Numeric> is inside running text → "],
    ["without a name", '<Numeric label="q" answer={1} />', "6: <Numeric> needs name → "],
    [
      "misspelt",
      '<Numerc name="q" />',
      "6: there is no component <Numerc> → Did you mean <Numeric>?",
    ],
    ["inside a callout", `<Callout>\n${part}\n</Callout>`, "7: <Numeric> can’t go here → "],
  ])("%s", (_, line, wanted) => {
    expect(told(exercise(line))).toEqual([expect.stringContaining(wanted)]);
  });

  test("and one in a paragraph needs a line of its own", () => {
    expect(told(exercise(`a ${part}`))[0]).toContain("on a line of its own, with an empty line");
  });
});

test.each([
  [
    "a part",
    exercise(
      '<Numeric name="y1" label="a" answer={y2 + 1} />',
      '<Numeric name="y2" label="b" answer={3} />',
    ),
  ],
  ["a given", exercise('<Given name="x" value={y2 + 1} />', '<Given name="y2" value={3} />', part)],
  ["a given that a text shows", exercise("so {y2}", '<Given name="y2" value={3} />', part)],
])("a value of %s that comes later is said to come later", (_, text) => {
  expect(told(text)).toEqual([
    "6: y2 comes later, and has no value here yet → Move what is named y2 up, before this, or use a value that comes earlier.",
  ]);
});

test("a text is told that a part is its answer, wherever the part stands, and is offered no part", () => {
  const answer = "alpha is a part, and its value is its answer";
  const alpha = '<Numeric name="alpha" label="a" answer={1} />';
  expect(told(exercise("{alpha}", alpha))[0]).toContain(answer);
  expect(told(exercise(alpha, "{alpha}"))[0]).toContain(answer);
  expect(told(exercise(alpha, "{alph}")).join()).not.toContain("Did you mean");
});

test("an unknown attribute is told with all that there are", () => {
  expect(told(exercise('<Numeric name="q" label="q" answer={1} foo="x" />'))[0]).toContain(
    "it may have name, label, points, follow-through, may-be-zero, answer,",
  );
});

test("a title with a colon is told to be quoted", () => {
  const [issue] = issuesOf("---\nsummary: s\ntitle: T: x\n---\nhi");
  expect(issue).toMatchObject({ line: 3, mend: "Quote it: title: 'T: x'." });
});

describe("a formula that cannot be read", () => {
  const formula = (answer: string) =>
    told(exercise(`<Expression name="q" label="q" answer="${answer}" where={{ x: [0, 1] }} />`))[0];

  test("shows itself", () => {
    expect(formula("x^2 +")).toContain("the answer “x^2 +” cannot be read: Something’s missing");
  });

  test.each(["foo(x)", "max(x, 1)"])("%s has no such function", (answer) => {
    const name = answer.split("(")[0];
    expect(formula(answer)).toContain(
      `there is no function ${name} in formulas → Formulas may use`,
    );
  });

  test("sqr(x) is told what it may have meant", () => {
    expect(formula("sqr(x)")).toContain("Did you mean sqrt(…)?");
  });
});

describe("functions as other languages have them", () => {
  test.each(Object.entries(synonyms))("%s is written %s here", (name, written) => {
    const names = ["a", "b", "x", "y", "net"];
    expect(compileText(written, { line: 1, column: 1 }, { names })).toHaveProperty("expr");
    expect(told(`{${name}()}`)).toEqual([
      `5: there is no function ${name} → Did you mean ${written}?`,
    ]);
  });

  test.each([
    ["ln(2)", "log(2)"],
    ["pow(1 + 2, 3)", "(1 + 2) ** 3"],
    ["maximum(1, 2)", "max([1, 2])"],
    ["log10(5)", "log(5) / log(10)"],
    ["randint(1, 6)", "integer(1, 6)"],
    ["array([[3]])", "matrix([[3]])"],
    ["toFixed(1)", "fixed(1, 2)"],
    ["Math.max(1, 2)", "max([1, 2])"],
    ["Math.pow(1, 2)", "1 ** 2"],
  ])("%s is told with its own values: %s", (written, here) => {
    expect(told(`{${written}}`)[0]).toContain(`id you mean ${here}?`);
  });

  test("Math.exp and np.max stand alone, and max takes a list", () => {
    expect(told("{Math.exp(1)}")[0]).toContain("did you mean exp(1)?");
    expect(told("{np.max(1)}")[0]).toContain("did you mean max(1)?");
    expect(told("{max(1, 2)}")[0]).toContain("Put them into a list: max([1, 2]).");
    expect(told("{max([1, 2])}")).toEqual([]);
  });
});

describe("a dollar sign alone", () => {
  test.each([
    ["in a paragraph", "a $x + 1 b", "5: this $ opens a formula"],
    ["on a later line", "a\nb *c $x + 1*", "6: this $ opens a formula"],
    [
      "in a label",
      exercise('<Numeric name="q" label="a $x" answer={1} />'),
      "6: this $ opens a formula",
    ],
    [
      "in an option",
      exercise('<Choice name="q" label="q"><Option correct>$a</Option><Option>b</Option></Choice>'),
      "6: this $ opens a formula",
    ],
    ["of a displayed formula", "a\n\n$$\nx\n\nmore", "7: this formula is not closed"],
  ])("%s is told", (_, text, wanted) => {
    expect(told(text)).toEqual([expect.stringContaining(wanted)]);
  });

  test.each(["it costs \\$5", "`$HOME`", "$x$ and $y$", "$$\nx\n$$", "> $$\n> x\n> $$"])(
    "%j is fine",
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );
});

test("a part without a label is called by what it is", () => {
  const labels = (...lines: string[]) =>
    exerciseOf(lessonOf(withFront(exercise(...lines))), "a").parts.map(({ label }) => label);
  expect(labels('<Numeric name="p" answer={1} />')).toEqual([["Your answer"]]);
  expect(
    labels('<Numeric name="p" answer={1} />', part, '<Numeric name="r" answer={1} />'),
  ).toEqual([["Answer 1"], ["q"], ["Answer 3"]]);
});

describe("links", () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const course = (text: string) => {
    const read = courseFrom(
      "c",
      new Map([
        ["course.yaml", encode("title: C\nsummary: S\nskills: [{ id: s, title: S }]")],
        ["glossary.yaml", encode("- { id: bias, term: bias, means: b }")],
        ["01-one/lesson.mdx", encode(withFront(text))],
        ["02-two/lesson.mdx", encode(withFront(`## Far away\n\n${exercise(part)}`))],
      ]),
      "content/c",
    );
    if ("issues" in read) throw new Error(JSON.stringify(read.issues));
    const parsed = checkLesson(read.course.lessons[0]!, read.course, "lesson.mdx");
    return parsed.status === "parsed"
      ? []
      : parsed.issues.map(({ line, message, mend }) => `${line}: ${message} → ${mend}`);
  };

  test.each([
    "## Near by\n\n[a](#near-by)",
    `[a](#exercise-a)\n\n${exercise(part)}`,
    "[a](two) [b](./two) [c](two#far-away) [d](/courses/c/two#exercise-a) [e](/courses/other/x#y)",
    "[a](glossary#bias) [b](./glossary#bias) [c](https://x.org/#y) [d](mailto:a@b.c) [e](/progress)",
  ])("%j leads somewhere", (text) => {
    expect(course(text)).toEqual([]);
  });

  test.each([
    [
      "a heading",
      "## Near by\n\n[a](#nearby)",
      "7: this lesson has no place #nearby → Did you mean #near-by?",
    ],
    ["an exercise", "[a](#exercise-b)", "5: this lesson has no place #exercise-b → "],
    ["a lesson", "[a](twoo)", "5: this course has no lesson “twoo” → Did you mean two?"],
    ["a lesson by its path", "[a](/courses/c/three)", "5: this course has no lesson “three” → "],
    ["a place in another lesson", "a\n\n[a](two#far)", "7: two has no place #far → "],
    ["the same from an exercise", exercise("[a](two#far)", part), "6: two has no place #far → "],
    ["a word of the glossary", "[a](glossary#bia)", "5: this course has no glossary word “bia”"],
  ])("to %s that there is none of is told", (_, text, wanted) => {
    expect(course(text)).toEqual([expect.stringContaining(wanted)]);
  });

  test.each([
    ["text", "[x](glossary#no)"],
    ["a hint", "<Hint>\n[x](glossary#no)\n</Hint>"],
    ["a solution", "<Solution>\n[x](glossary#no)\n</Solution>"],
    ["a misconception", "<Misconception when={{ q: 2 }}>[x](glossary#no)</Misconception>"],
    ["a label", '<Numeric name="r" label="[x](glossary#no)" answer={1} />'],
    [
      "an option",
      '<Choice name="r" label="r"><Option correct>[x](glossary#no)</Option><Option>b</Option></Choice>',
    ],
    [
      "feedback",
      '<Choice name="r" label="r"><Option correct>a</Option><Option feedback="[x](glossary#no)">b</Option></Choice>',
    ],
    ["a prerequisite", '<Prerequisite of="no" />'],
  ])("an unknown word of the glossary in an exercise's %s is told", (_, line) => {
    expect(course(exercise(part, "", line))).toEqual([
      expect.stringContaining("this course has no glossary word “no”"),
    ]);
  });

  test("an unknown skill is told", () => {
    const text = exercise(part).replace("title", 'skills="z" title');
    expect(course(text)).toEqual([expect.stringContaining("this course has no skill “z”")]);
  });
});

it("tells that many draws have no finite key, with the cause and its place", () => {
  const text = exercise(
    '<Given name="x" value={uniform(-1, 1, { step: 0.1 })} />',
    '<Numeric name="q" label="q" answer={log(x)} significant={3} />',
  );
  const parsed = parseLesson(withFront(text), "lesson.mdx");
  if (parsed.status === "refused") throw new Error(JSON.stringify(parsed.issues));
  const { findings } = checkExercise(parsed.lesson.exercises[0]!, { seeds: 40, clock: () => 0 });
  expect(findings).toContainEqual(
    expect.objectContaining({
      level: "note",
      at: expect.objectContaining({ line: 7, column: 37 }),
      message: expect.stringMatching(/^in \d+ of \d+ draws there is no finite key: log/),
    }),
  );
});

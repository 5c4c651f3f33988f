import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readCourse } from "@/lib/content";

let folder = "";
const yaml = "title: A course\nsummary: About it.\n";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "course-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function write(file: string, text: string) {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
}

it("reads the lessons in the order of their numbers", async () => {
  await write("course.yaml", yaml);
  await write("10-later/lesson.mdx", "ten");
  await write("04-chain-rule/lesson.mdx", "four");
  await write("04-chain-rule/notes.txt", "not a lesson");
  expect(await readCourse(folder)).toMatchObject({
    course: {
      slug: path.basename(folder),
      title: "A course",
      lessons: [
        { number: 4, slug: "chain-rule", source: "four" },
        { number: 10, slug: "later", source: "ten" },
      ],
    },
  });
});

it("tells everything that is wrong with a course's folder at once", async () => {
  await write("course.yaml", yaml);
  await write("chain-rule/lesson.mdx", "a");
  await write("04-empty/notes.txt", "a");
  await write("05-one/lesson.mdx", "a");
  await write("05-two/lesson.mdx", "a");
  const read = await readCourse(folder);
  const issues = "issues" in read ? read.issues : [];
  expect(issues.map(({ message }) => message).toSorted()).toEqual([
    '"chain-rule" is no lesson\'s folder',
    expect.stringContaining("it has the name or the number of"),
    "the lesson's text is missing",
  ]);
});

const told = async () => {
  const read = await readCourse(folder);
  const issues = "issues" in read ? read.issues : [];
  return issues.map(({ line, message, mend }) => `${line}: ${message} → ${mend}`);
};

it("asks for a course.yaml where there is none", async () => {
  await write("01-a/lesson.mdx", "a");
  expect(await told()).toEqual([
    "1: the course has no course.yaml → Put a file course.yaml into the course’s folder that says title: … and summary: ….",
  ]);
});

it.each([
  ["no summary", "title: A\n", ["1: summary is missing → Write summary: and what it is."]],
  [
    "a key of no meaning",
    `${yaml}colour: B\n`,
    [
      "3: there is no key colour → The keys are title, summary, for, outcomes, hours, order, draft, seen-by and skills.",
    ],
  ],
  ["a misspelt key", "titel: A\nsummary: B\n", ["1: there is no key titel → Did you mean title?"]],
  [
    "a colon in a text",
    "summary: B\ntitle: T: x\n",
    [
      "2: this file cannot be read: text that contains a colon and a space needs quotes → Quote it: title: 'T: x'.",
    ],
  ],
  [
    "a word that is none of those",
    `${yaml}seen-by: friends\n`,
    ["3: seen-by must be everyone, signed-in or enrolled → Write everyone, say."],
  ],
  [
    "what is neither true nor false",
    `${yaml}draft: perhaps\n`,
    ["3: draft must be true or false → Write true or false, without quotes."],
  ],
  [
    "an order in words",
    `${yaml}order: first\n`,
    ["3: order must be a number → Write it in digits, without quotes."],
  ],
  ["hours below 0", `${yaml}hours: -1\n`, ["3: hours is too small → It must be more than 0."]],
  [
    "one outcome that is no list",
    `${yaml}outcomes: one\n`,
    [
      "3: outcomes must be a list → Write [one, another], or a line for each that begins with a dash.",
    ],
  ],
  [
    "mistakes in its skills, each at its own line",
    `${yaml}skills:\n  - { id: A, title: b }\n  - { id: b, titel: c }\n`,
    [
      "4: id must be small letters, digits and hyphens → Write it like output-gradient.",
      "5: there is no key titel → Did you mean title?",
    ],
  ],
  [
    "a skill that builds on a later one",
    `${yaml}skills:\n  - { id: a, title: A }\n  - { id: b, title: B, builds-on: [c] }\n  - { id: c, title: C }\n`,
    [
      "5: the skill b builds on c, which isn’t listed before it → List skills in the order in which they build on each other.",
    ],
  ],
  [
    "a list",
    "- a\n",
    [
      "1: this file must be keys with their values → Write key: value, each on a line of its own. The keys are title, summary, for, outcomes, hours, order, draft, seen-by and skills.",
    ],
  ],
])("tells %s in course.yaml in plain words, at its line", async (_, text, wanted) => {
  await write("course.yaml", text);
  expect(await told()).toEqual(wanted);
});

it("tells a word of the glossary that says what no word says, or that names no lesson", async () => {
  await write("course.yaml", yaml);
  await write("01-notation/lesson.mdx", "a");
  await write("glossary.yaml", "- id: a\n  term: A\n  mean: B\n");
  expect(await told()).toEqual(["3: there is no key mean → Did you mean means?"]);
  await write("glossary.yaml", "- id: a\n  term: A\n  means: B\n  lesson: notaton\n");
  expect(await told()).toEqual(["4: this course has no lesson “notaton” → Did you mean notation?"]);
});

it("reads who a course is for, how long it takes, its place and who sees it", async () => {
  const about =
    "for: You\noutcomes: [Do it]\nhours: 4.5\norder: 2\nseen-by: signed-in\ndraft: true\n";
  await write("course.yaml", yaml + about);
  expect(await readCourse(folder)).toMatchObject({
    course: {
      ...{ audience: "You", outcomes: ["Do it"], hours: 4.5 },
      ...{ order: 2, seenBy: "signed-in", draft: true },
    },
  });
  await write("course.yaml", yaml);
  expect(await readCourse(folder)).toMatchObject({
    course: { audience: "", outcomes: [], draft: false, seenBy: "everyone" },
  });
});

it.each([
  ["that is no YAML", "title: [", "this [ is not closed"],
  [
    "with aliases, a few lines of which fill the memory",
    `a: &a [x, x]\n${"bcdefghijklmnopqrstuvwxyz".replace(/./g, (c) => `${c}: &${c} [*${String.fromCharCode(c.charCodeAt(0) - 1)}, *${String.fromCharCode(c.charCodeAt(0) - 1)}]\n`)}`,
    "aliases",
  ],
  ["nested without end", `title: ${"[".repeat(50_000)}`, "nested too deep"],
  ["of any size", `title: ${"a".repeat(200_000)}`, "longer than"],
])("refuses a course.yaml and a glossary %s", async (_, text, reason) => {
  await write("course.yaml", text);
  const course = await readCourse(folder);
  expect("issues" in course && course.issues[0]?.message).toContain(reason);
  await write("course.yaml", yaml);
  await write("glossary.yaml", text);
  const glossary = await readCourse(folder);
  expect("issues" in glossary && glossary.issues[0]).toMatchObject({
    file: expect.stringContaining("glossary.yaml"),
    message: expect.stringContaining(reason),
  });
});

it("reads the course that comes with Chainrule", async () => {
  const read = await readCourse(path.join(import.meta.dirname, "../../../content/backpropagation"));
  expect(read).toMatchObject({
    course: { slug: "backpropagation" },
  });
  const slugs = "course" in read ? read.course.lessons.map(({ slug }) => slug) : [];
  expect(slugs).toContain("updating-weights-and-biases-1");
});

const keys = (n: number) => Array.from({ length: n }, (_, i) => `k${i}: 1\n`).join("");

it.each([
  ["more keys than a course needs", `${yaml}${keys(10_000)}`, "more than 4,000 keys"],
  ["a list without end", `${yaml}outcomes: [${"a,".repeat(45_000)}a]`, "more than 4,000 keys"],
  ["lists in lists", `${yaml}outcomes: ${"- ".repeat(45_000)}a`, "more than 4,000 keys"],
  ["anchors without number", `${yaml}for: ${"&a ".repeat(30_000)}`, "more than 4,000 keys"],
  ["quotes without number", `${yaml}for: ${'"'.repeat(90_000)}`, "more than 4,000 keys"],
  ["keys in keys", `${yaml}${"? ".repeat(2_000)}a`, "a key begins with ?"],
])("refuses a course.yaml of %s before it is read", async (_, text, reason) => {
  await write("course.yaml", text);
  const issues = await told();
  expect(issues).toHaveLength(1);
  expect(issues[0]).toContain(reason);
});

it("tells the first faults of a great many", async () => {
  await write("course.yaml", `${yaml}${keys(3_900)}`);
  const issues = await told();
  expect(issues).toHaveLength(20);
  expect(issues[0]).toContain("3: there is no key k0");
});

it("tells the first of very many skills that are not there, however long their names", async () => {
  const skills = Array.from(
    { length: 600 },
    (_, i) => `  - {id: ${"a".repeat(100)}${i}, title: A, builds-on: [${"b".repeat(30)}${i}]}\n`,
  );
  await write("course.yaml", `${yaml}skills:\n${skills.slice(0, 550).join("")}`);
  expect((await told()).length).toBe(20);
});

it("says where a key stands for the second time", async () => {
  await write("course.yaml", `${yaml}skills:\n  - id: a\n    title: A\n    id: b\n`);
  expect(await told()).toEqual([
    "6: this file cannot be read: this key stands here twice → Leave one of them out.",
  ]);
});

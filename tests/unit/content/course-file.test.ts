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

it.each([
  ["no course.yaml", undefined],
  ["no summary", "title: A\n"],
  ["a key too many", `${yaml}author: B\n`],
])("asks for a title and a summary where there is %s", async (_, text) => {
  if (text !== undefined) await write("course.yaml", text);
  const read = await readCourse(folder);
  expect("issues" in read && read.issues[0]?.message).toContain("a title and a summary");
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

it.each(["seen-by: friends", "draft: perhaps", "hours: -1", "order: first", "outcomes: one"])(
  "refuses %s, and says which keys there are",
  async (line) => {
    await write("course.yaml", `${yaml}${line}\n`);
    const read = await readCourse(folder);
    const [issue] = "issues" in read ? read.issues : [];
    expect(issue?.message).toContain(line.split(":")[0]);
    expect(issue?.mend).toContain("order, draft, seen-by");
  },
);

it.each([
  ["that is no YAML", "title: [", "must be sufficiently indented"],
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

import { randomUUID } from "node:crypto";
import { writeFile as writeToDisk } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { copyExercise, lackingIn } from "@/lib/authoring/bank/copy";
import { isInBank } from "@/lib/authoring/bank/courses";
import { findBankExercise, listUses } from "@/lib/authoring/bank/exercise";
import { bankPath, bankQueryIn } from "@/lib/authoring/bank/query";
import { setRetired } from "@/lib/authoring/bank/retire";
import { searchBank } from "@/lib/authoring/bank/search";
import { mayWrite } from "@/lib/authoring/course/author-role";
import { findBeside } from "@/lib/authoring/files/files-beside";
import { findText } from "@/lib/authoring/text/writing";
import { keepContents } from "@/lib/catalogue/file-content";
import { loadContent } from "@/lib/catalogue/load-content";
import { contentIdOf } from "@/lib/content";
import { db } from "@/lib/db/client";
import { png } from "../../fixtures/pictures";
import { contentFolder, copy, exerciseNamed, lesson, twice } from "../a-course";
import { useDatabase } from "../use-database";
import { aWrittenCourse, publishChecked, writeFile, writeLesson } from "./a-written-course";

useDatabase();

const network = `<Exercise id="first-layer" title="The first layer" skills="layers, other">
  <Given name="net" value={network([2, 2, 1])} />
  <Given name="x" value={uniform(-1, 1, { shape: 2, step: 0.1 })} />
  <Given name="pass" value={forward(net, x)} />

  See the [weighted sum](glossary#weighted-sum) of every neuron.

  <Prerequisite of="weighted-sum" />

  <Matrix name="z" label="$z^{[1]}$ for a zebra" answer={pass.z[1]} significant={3} />
</Exercise>`;

const head = `title: Networks
summary: About them.
skills:
  - { id: neurons, title: Neurons }
  - { id: layers, title: Layers, builds-on: [neurons] }
  - { id: other, title: Others }
`;
const glossary = `- { id: weighted-sum, term: weighted sum, means: "Weights times inputs." }\n`;

async function loadBank() {
  const folder = await contentFolder({
    networks: { "course.yaml": head, "01-layers": lesson(network, "Layers") },
    plain: { "01-a": lesson(`${twice}\n\n${copy.replace("<Exercise", "<Exercise retired")}`) },
  });
  await writeToDisk(`${folder}/networks/glossary.yaml`, glossary);
  await loadContent({ folder });
}

async function aViewer(role: Viewer["role"] = "instructor"): Promise<Viewer> {
  const data = { name: "V", email: `${randomUUID()}@school.test`, role };
  const { id, name, email } = await db.user.create({ data });
  return { id, name, email, role };
}

const found = async (viewer: Viewer, asked: Record<string, string>) =>
  (await searchBank(viewer, bankQueryIn(asked))).entries.map(({ slug }) => slug);

test("the bank finds exercises by words, kind, architecture, skill, course and lesson, and shows no retired one unasked", async () => {
  await loadBank();
  const viewer = await aViewer();
  expect(await found(viewer, {})).toEqual(["first-layer", "twice"]);
  expect(await found(viewer, { find: "zebra LAYER" })).toEqual(["first-layer"]);
  expect(await found(viewer, { find: "100%" })).toEqual([]);
  for (const field of ["find", "course", "skill"]) {
    expect(await found(viewer, { [field]: "\0" }), field).toEqual([]);
  }
  expect(await found(viewer, { kind: "numeric" })).toEqual(["twice"]);
  expect(await found(viewer, { architecture: "dense" })).toEqual(["first-layer"]);
  expect(await found(viewer, { architecture: "none" })).toEqual(["twice"]);
  expect(await found(viewer, { skill: "layers" })).toEqual(["first-layer"]);
  expect(await found(viewer, { course: "plain" })).toEqual(["twice"]);
  const { lessonId } = await exerciseNamed("twice");
  expect(await found(viewer, { lesson: lessonId })).toEqual(["twice"]);
  expect(await found(viewer, { retired: "1" })).toEqual(["copy"]);
});

test("how easy an exercise is counts students alone, and is told of five or more", async () => {
  await loadBank();
  const viewer = await aViewer();
  const { id: exerciseId } = await exerciseNamed("twice");
  const score = async (first: number, role: Viewer["role"] = "student") => {
    const { id: userId } = await aViewer(role);
    const data = { best: 1, first, firstNumber: 1, attempts: 1 };
    await db.score.create({ data: { userId, exerciseId, ...data } });
  };
  await score(0, "instructor");
  for (const first of [1, 1, 0.5, 0]) await score(first);
  const measured = async () => {
    const { entries } = await searchBank(viewer, bankQueryIn({ find: "twice" }));
    return entries.map(({ students, facility }) => [students, facility]);
  };
  expect(await measured()).toEqual([[4, null]]);
  expect(await found(viewer, { level: "unmeasured", course: "plain" })).toEqual(["twice"]);
  await score(1);
  expect(await measured()).toEqual([[5, expect.closeTo(0.7, 9)]]);
  expect(await found(viewer, { level: "middling" })).toEqual(["twice"]);
  expect(await found(viewer, { level: "hard" })).toEqual([]);
});

test("where an exercise is used is named to staff of the section, and counted to others", async () => {
  await loadBank();
  const [mine, other] = [await aViewer(), await aViewer()];
  const { id: exerciseId } = await exerciseNamed("twice");
  const { id: courseId } = await db.course.findUniqueOrThrow({ where: { slug: "plain" } });
  const staff = { create: { userId: mine.id, role: "instructor" as const } };
  const { id: sectionId } = await db.section.create({
    data: { name: "Spring", courseId, enrollments: staff },
  });
  const day = new Date();
  await db.assignment.create({
    data: {
      ...{ sectionId, title: "Homework 1", opensAt: day, dueAt: day, closesAt: day, policy: {} },
      items: { create: { place: 0, points: 1, pool: { create: { exerciseId, place: 0 } } } },
    },
  });
  expect(await listUses(mine, exerciseId)).toMatchObject({
    mine: [{ title: "Homework 1", section: "Spring" }],
    others: 0,
  });
  expect(await listUses(other, exerciseId)).toEqual({ mine: [], others: 1 });
  expect(await found(mine, { used: "mine" })).toEqual(["twice"]);
  expect(await found(other, { used: "mine" })).toEqual([]);
  expect(await found(other, { used: "any" })).toEqual(["twice"]);
  expect(await found(other, { used: "never" })).toEqual(["first-layer"]);
});

test("a student finds nothing; one who writes a course finds that course’s exercises alone", async () => {
  await loadBank();
  const student = await aViewer("student");
  expect(await mayWrite(student)).toBe(false);
  const written = await aWrittenCourse();
  await writeLesson(written, copy.replace('id="copy"', 'id="ours"'));
  await publishChecked({ ...written, note: "First" });
  const data = { courseId: written.course.id, userId: student.id, role: "co_author" as const };
  await db.courseAuthor.create({ data });
  expect(await mayWrite(student)).toBe(true);
  expect(await found(student, {})).toEqual(["ours"]);
  expect(await isInBank(student, (await exerciseNamed("twice")).id)).toBe(false);
  expect(await isInBank(student, (await exerciseNamed("ours")).id)).toBe(true);
});

test("a search is its address", () => {
  const asked = { find: "chain rule", kind: "matrix", architecture: "dense", retired: "1" };
  const query = bankQueryIn({ ...asked, level: "nonsense", lesson: "no-id", page: "3" });
  expect(bankPath(query)).toBe("/bank?find=chain+rule&kind=matrix&architecture=dense&retired=1");
  expect(query).toMatchObject({ page: 3, level: undefined, lesson: undefined });
});

/** Of the courses that came from folders: those that are written here may have copies. */
async function bankExercise(slug: string) {
  const lesson = { course: { home: "folder" as const } };
  const { id } = await db.exercise.findFirstOrThrow({ where: { slug, lesson } });
  return (await findBankExercise(id))!;
}

const yaml =
  "# Ours\ntitle: A course\nsummary: About it.\nskills:\n  - { id: other, title: Ours }\n";

test("a copy gets a free id, and the course what it lacks, and can be published", async () => {
  await loadBank();
  const written = await aWrittenCourse();
  const path = await writeLesson(written, copy.replace('id="copy"', 'id="first-layer"'));
  await writeFile(written.course.id, "course.yaml", yaml);
  const exercise = await bankExercise("first-layer");
  const lacking = await lackingIn(written.course.slug, exercise);
  expect(lacking.skills.map(({ id }) => id)).toEqual(["layers"]);
  expect(lacking.terms.map(({ id }) => id)).toEqual(["weighted-sum"]);
  const how = { ...written, exercise, into: { path }, addsSkills: true, addsTerms: true };
  const { line } = (await copyExercise(how)) as { line: number };
  const text = (await findText(written.course.id, path))!.text;
  expect(text.split("\n")[line - 1]).toBe(
    '<Exercise id="first-layer-2" title="The first layer" skills="layers, other">',
  );
  const about = (await findText(written.course.id, "course.yaml"))!.text;
  expect(about).toMatch(/^# Ours\n/);
  expect(about).toContain("id: layers");
  expect(about).not.toContain("neurons");
  expect(await publishChecked({ ...written, note: "Copied" })).toMatchObject({
    status: "published",
  });
});

test("a copy that does without leaves out skills and words, and can go into a new lesson", async () => {
  await loadBank();
  const written = await aWrittenCourse();
  const exercise = await bankExercise("first-layer");
  const into = { title: "Borrowed" };
  const copied = await copyExercise({
    ...{ ...written, exercise, into, addsSkills: false, addsTerms: false },
  });
  expect(copied).toMatchObject({ folder: "01-borrowed" });
  const text = (await findText(written.course.id, "01-borrowed/lesson.mdx"))!.text;
  expect(text).toContain('<Exercise id="first-layer" title="The first layer">');
  expect(text).toContain("See the weighted sum of every neuron.");
  expect(text).not.toContain("Prerequisite");
  expect(await publishChecked({ ...written, note: "Copied" })).toMatchObject({
    status: "published",
  });
});

test("a retired exercise is copied as one that is not", async () => {
  await loadBank();
  const written = await aWrittenCourse();
  const exercise = await bankExercise("copy");
  expect(exercise.retired).toBe(true);
  const into = { title: "Borrowed" };
  await copyExercise({ ...written, exercise, into, addsSkills: true, addsTerms: true });
  const text = (await findText(written.course.id, "01-borrowed/lesson.mdx"))!.text;
  expect(text).toContain('<Exercise id="copy" title="The same">');
});

test("nothing is copied into a lesson that is gone", async () => {
  await loadBank();
  const written = await aWrittenCourse();
  const exercise = await bankExercise("twice");
  const into = { path: "09-gone/lesson.mdx" };
  const how = { ...written, exercise, into, addsSkills: true, addsTerms: true };
  expect(await copyExercise(how)).toBeNull();
});

test("a copy into a new lesson that fails leaves no lesson behind, and none goes into a course that is full", async () => {
  await loadBank();
  const written = await aWrittenCourse();
  const exercise = await bankExercise("twice");
  const into = { title: "Borrowed" };
  const how = { ...written, into, addsSkills: true, addsTerms: true };
  // PostgreSQL keeps no such name, so that the copy fails once the lesson is there.
  const lost = { ...exercise, exercise: { ...exercise.exercise, files: { "a\0.png": "gone" } } };
  const paths = async () =>
    (await db.courseFile.findMany({ where: { courseId: written.course.id } })).map(
      ({ path }) => path,
    );
  await expect(copyExercise({ ...how, exercise: lost })).rejects.toThrow();
  expect(await paths()).toEqual(["course.yaml"]);
  const many = Array.from({ length: 200 }, (_, i) => ({
    ...{ courseId: written.course.id, path: `${i + 1}-l${i}/lesson.mdx`, text: "" },
  }));
  await db.courseFile.createMany({ data: many });
  expect(await copyExercise({ ...how, exercise })).toBe("full");
  expect(await paths()).toHaveLength(201);
});

test("pictures come with a copy, under another name where theirs stands for something else", async () => {
  const drawn = copy.replace("<Numeric", "![A dot](dot.png)\n\n  <Numeric");
  const folder = await contentFolder({ drawn: { "01-a": lesson(drawn) } });
  await writeToDisk(`${folder}/drawn/01-a/dot.png`, png);
  await loadContent({ folder });
  const row = { slug: "copy", shown: true, lesson: { course: { slug: "drawn" } } };
  const { id } = await db.exercise.findFirstOrThrow({ where: row });
  const exercise = (await findBankExercise(id))!;

  const written = await aWrittenCourse();
  const path = await writeLesson(written, "Words.");
  const other = Buffer.concat([png, Buffer.from("more")]);
  await keepContents(db, new Map([["dot.png", other]]));
  const beside = { courseId: written.course.id, path: "01-one/dot.png" };
  await db.courseFile.create({ data: { ...beside, contentId: contentIdOf(other) } });
  const how = { ...written, exercise, into: { path }, addsSkills: true, addsTerms: true };
  await copyExercise(how);
  await copyExercise(how);
  const text = (await findText(written.course.id, path))!.text;
  expect(text.match(/!\[A dot\]\([^)]*\)/g)).toEqual([
    "![A dot](dot-2.png)",
    "![A dot](dot-2.png)",
  ]);
  expect(await findBeside(written.course.slug, "01-one")).toEqual({
    "dot.png": contentIdOf(other),
    "dot-2.png": contentIdOf(png),
  });
  expect(await publishChecked({ ...written, note: "Copied" })).toMatchObject({
    status: "published",
  });
});

test("an author retires an exercise and brings it back: each counts once it is published, and no other word of the lesson changes", async () => {
  const written = await aWrittenCourse();
  const path = await writeLesson(written, `${twice}\n\n${copy}`);
  const text = async () => (await findText(written.course.id, path))!.text;
  const before = await text();
  await publishChecked({ ...written, note: "First" });
  const writing = { courseId: written.course.id, userId: written.userId };
  const viewer = await aViewer();
  const inBank = (asked = {}) => found(viewer, { course: written.course.slug, ...asked });

  expect(await setRetired(writing, "twice", true)).toBe(true);
  expect(await text()).toBe(before.replace('<Exercise id="twice"', '<Exercise retired id="twice"'));
  expect(await inBank()).toEqual(["twice", "copy"]);
  expect(await publishChecked({ ...written, note: "Second" })).toMatchObject({
    status: "published",
  });
  expect(await inBank()).toEqual(["copy"]);
  expect(await inBank({ retired: "1" })).toEqual(["twice"]);

  expect(await setRetired(writing, "twice", false)).toBe(true);
  expect(await text()).toBe(before);
  await publishChecked({ ...written, note: "Third" });
  expect(await inBank()).toEqual(["twice", "copy"]);
  expect(await setRetired(writing, "nothing", true)).toBe(false);
});

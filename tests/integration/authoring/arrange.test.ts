import { expect, test } from "vitest";
import { findAbout, saveAbout } from "@/lib/authoring/course/about-course";
import {
  moveLesson,
  putLessonBack,
  removeLesson,
  renameLesson,
} from "@/lib/authoring/course/arrange";
import { addAuthor, changeAuthor, listAuthors } from "@/lib/authoring/course/authors";
import { addLesson } from "@/lib/authoring/course/lessons";
import { findOverview } from "@/lib/authoring/course/overview";
import { listFiles } from "@/lib/authoring/files/files";
import { findText } from "@/lib/authoring/text/writing";
import { findLesson } from "@/lib/catalogue/lesson";
import { db } from "@/lib/db/client";
import { useDatabase } from "../use-database";
import { aWrittenCourse, publishChecked, writeFile, writeLesson } from "./a-written-course";

useDatabase();

type Course = Parameters<typeof findOverview>[0];

const lessonsOf = async (course: Course) =>
  (await findOverview(course)).lessons.map(({ folder, title }) => `${folder} ${title}`);

async function twoLessons() {
  const written = await aWrittenCourse();
  await writeLesson(written, "First.", "One");
  await writeLesson(written, "Second.", "Two");
  const at = (folder: string) => ({ courseId: written.course.id, userId: written.userId, folder });
  return { ...written, at };
}

test("a lesson changes places with its neighbour, and keeps its words and its address", async () => {
  const { course, userId, at } = await twoLessons();
  await publishChecked({ course, userId, note: "First" });
  expect(await moveLesson(at("02-two"), -1)).toBe(true);
  expect(await moveLesson(at("01-two"), -1)).toBe(false);
  expect(await lessonsOf(course)).toEqual(["01-two Two", "02-one One"]);
  const { removed } = await findOverview(course);
  expect(removed).toEqual([]);
  const changed = (await listFiles(course.id)).filter(({ state }) => state !== "published");
  const paths = changed.map(({ path }) => path);
  expect(await publishChecked({ course, userId, note: "Order", paths })).toMatchObject({
    status: "published",
  });
  expect(await findLesson(course.slug, "two")).toMatchObject({ number: 1 });
  expect(await findLesson(course.slug, "one")).toMatchObject({ number: 2 });
  await moveLesson(at("01-two"), 1);
  expect(await lessonsOf(course)).toEqual(["01-one One", "02-two Two"]);
});

test("a lesson that was removed can be put back", async () => {
  const { course, at } = await twoLessons();
  await removeLesson(at("01-one"));
  expect(await lessonsOf(course)).toEqual(["02-two Two"]);
  expect((await findOverview(course)).removed).toEqual(["01-one"]);
  await putLessonBack(at("01-one"));
  expect((await findText(course.id, "01-one/lesson.mdx"))?.text).toContain("First.");
});

test("a lesson’s address changes until it is published, and is no other’s", async () => {
  const { course, userId, at } = await twoLessons();
  expect(await renameLesson(at("01-one"), "two")).toBe("taken");
  expect(await renameLesson(at("01-one"), "start")).toBe("renamed");
  expect(await lessonsOf(course)).toEqual(["01-start One", "02-two Two"]);
  await publishChecked({ course, userId, note: "First" });
  expect(await renameLesson(at("01-start"), "one")).toBe("published");
});

test("the settings are written into course.yaml, whose comments and other keys stay", async () => {
  const { course, userId } = await aWrittenCourse();
  const text =
    "# Ours\ntitle: Old # in short\nsummary: About.\n\nskills:\n  # the first\n  - id: dz\n    title: The gradient\n";
  await writeFile(course.id, "course.yaml", text);
  const about = { title: "New", summary: "About.", draft: true, seenBy: "enrolled" } as const;
  expect(await saveAbout(course.id, userId, about)).toBe(true);
  expect((await findText(course.id, "course.yaml"))?.text).toBe(
    "# Ours\ntitle: New # in short\nsummary: About.\n\nskills:\n  # the first\n  - id: dz\n    title: The gradient\nseen-by: enrolled\ndraft: true\n",
  );
  expect(await findAbout(course.id)).toEqual(about);
  await writeFile(course.id, "course.yaml", "title: [");
  expect(await findAbout(course.id)).toBeNull();
  expect(await saveAbout(course.id, userId, about)).toBe(false);
});

test("authors are added by email and removed, one author stays, and what was done is kept", async () => {
  const { course, userId } = await aWrittenCourse();
  const of = { course, actorId: userId };
  const email = `${course.slug}@school.test`;
  expect(await addAuthor(of, { email, role: "co_author" })).toBe("nobody");
  const { id } = await db.user.create({ data: { name: "Bo", email } });
  expect(await addAuthor(of, { email, role: "co_author" })).toBe("added");
  expect(await addAuthor(of, { email, role: "author" })).toBe("already");
  expect(await changeAuthor(of, userId, "removed")).toBe("last");
  expect(await changeAuthor(of, userId, "co_author")).toBe("last");
  expect(await changeAuthor(of, id, "author")).toBe("changed");
  expect(await changeAuthor(of, userId, "removed")).toBe("changed");
  expect(await listAuthors(course.id)).toMatchObject([{ name: "Bo", role: "author" }]);
  const kept = await db.auditEvent.findMany({ where: { action: "course.author", personId: id } });
  expect(kept.map(({ after }) => after)).toEqual([
    { course: course.slug, role: "co_author" },
    { course: course.slug, role: "author" },
  ]);
});

test("lessons of one title get addresses of their own, which they keep wherever they are moved", async () => {
  const { course, userId } = await aWrittenCourse();
  const titled = (title: string) => addLesson(course.id, userId, { title });
  await writeLesson({ course, userId }, "First.", "Losses");
  await writeLesson({ course, userId }, "Second.", "Losses");
  await moveLesson({ courseId: course.id, userId, folder: "01-losses" }, 1);
  expect(await lessonsOf(course)).toEqual(["01-losses-2 Losses", "02-losses Losses"]);
  expect(await publishChecked({ course, userId, note: "Both" })).toMatchObject({ number: 1 });
  const odd = 'Losses & co: what "they" say';
  expect(await titled("Losses 2")).toBe("03-losses-2-2/lesson.mdx");
  expect(await titled(odd)).toBe("04-losses-co-what-they-say/lesson.mdx");
  expect(await titled(odd)).toBe("05-losses-co-what-they-say-2/lesson.mdx");
  const atOnce = await Promise.all([titled("Sums"), titled("Sums"), titled("Means")]);
  const folders = atOnce.map((path) => path?.split("/")[0]);
  expect(new Set(folders.map((name) => name?.slice(0, 2)))).toEqual(new Set(["06", "07", "08"]));
  expect(new Set(folders.map((name) => name?.slice(3)))).toEqual(
    new Set(["sums", "sums-2", "means"]),
  );
});

test("a lesson that was moved before it was removed is put back once, with a number of its own", async () => {
  const { course, userId, at } = await twoLessons();
  await publishChecked({ course, userId, note: "First" });
  await moveLesson(at("01-one"), 1);
  await removeLesson(at("02-one"));
  expect((await findOverview(course)).removed).toEqual(["02-one"]);
  await moveLesson(at("01-two"), 1);
  await putLessonBack(at("01-one"));
  expect(await lessonsOf(course)).toEqual(["01-two Two", "02-one One"]);
  await putLessonBack(at("02-one"));
  expect(await lessonsOf(course)).toEqual(["01-two Two", "02-one One"]);
  expect(await publishChecked({ course, userId, note: "Back" })).toMatchObject({ number: 2 });
});

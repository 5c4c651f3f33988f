import { expect, test } from "vitest";
import { createCourse } from "@/lib/authoring/course/courses";
import { listFiles } from "@/lib/authoring/files/files";
import { publish } from "@/lib/authoring/publish/publish";
import { findLesson } from "@/lib/catalogue/lesson";
import { loadContent } from "@/lib/catalogue/load-content";
import { db } from "@/lib/db/client";
import { contentFolder, copy, exerciseNamed, lesson, load, twice } from "../a-course";
import { aLearner, answer, workOf } from "../a-learner";
import { useDatabase } from "../use-database";
import {
  aWrittenCourse,
  doChecks,
  publishChecked,
  writeFile,
  writeLesson,
} from "./a-written-course";

useDatabase();

test("what was written is there for readers once it is published, and not before", async () => {
  const written = await aWrittenCourse();
  const { course, userId } = written;
  await writeLesson(written, twice);
  expect(await findLesson(course.slug, "one")).toBeNull();
  expect(await publishChecked({ course, userId, note: "First" })).toEqual({
    status: "published",
    number: 1,
  });
  expect(await findLesson(course.slug, "one")).toMatchObject({ title: "One", number: 1 });
  expect((await listFiles(course.id)).map(({ state }) => state)).toEqual([
    "published",
    "published",
  ]);
  expect(await publishChecked({ course, userId, note: "Again" })).toEqual({ status: "unchanged" });
});

test("a student who has begun an exercise keeps its version and numbers; the next ones are of the new version", async () => {
  const written = await aWrittenCourse();
  const { course, userId } = written;
  const path = await writeLesson(written, copy.replaceAll("copy", "kept"));
  await publishChecked({ course, userId, note: "First" });
  const ada = await aLearner();
  await answer(ada, { same: "0" }, { slug: "kept" });
  const before = await workOf(ada, "kept");
  const text = copy.replaceAll("copy", "kept").replace("answer={a}", "answer={-a}");
  await writeFile(course.id, path, lesson(text, "One"));
  expect(await publishChecked({ course, userId, note: "Second" })).toMatchObject({ number: 2 });
  expect(await workOf(ada, "kept")).toMatchObject({
    version: { id: before.version.id },
    numbers: before.numbers,
  });
  const fresh = await workOf(await aLearner(), "kept");
  expect(fresh.version.id).toBe((await exerciseNamed("kept")).currentId);
  expect(fresh.version.id).not.toBe(before.version.id);
});

test("a course that does not hold together is not published, and every issue is told with its place", async () => {
  const written = await aWrittenCourse();
  const { course, userId } = written;
  const path = await writeLesson(
    written,
    '<Exercise id="e" title="E">\n  <Numeric name="n" answer={b} />\n</Exercise>',
  );
  const published = await publishChecked({ course, userId, note: "Broken" });
  expect(published).toMatchObject({
    status: "refused",
    issues: expect.arrayContaining([
      expect.objectContaining({
        file: `${course.slug}/${path}`,
        line: 7,
        message: expect.stringContaining("b"),
      }),
    ]),
  });
  expect(await findLesson(course.slug, "one")).toBeNull();
  expect(await db.courseVersion.count({ where: { courseId: course.id } })).toBe(0);
});

test("a lesson is published once exactly what is published has passed its check", async () => {
  const written = await aWrittenCourse();
  const { course, userId } = written;
  const path = await writeLesson(written, copy);
  const publishing = { course, userId, note: "First" };
  expect(await publish(publishing)).toMatchObject({ status: "checking" });
  await doChecks(course.id);
  await writeFile(course.id, path, lesson(copy.replace("answer={a}", "answer={2 * a}"), "One"));
  expect(await publish(publishing)).toMatchObject({ status: "checking" });
  await doChecks(course.id);
  expect(await publish(publishing)).toMatchObject({ status: "published", number: 1 });
});

test("a lesson that reads well and fails its check is not published", async () => {
  const written = await aWrittenCourse();
  const { course, userId } = written;
  const path = await writeLesson(
    written,
    `<Exercise id="e" title="E">
  <Given name="a" value={integer(1, 9)} />
  <Numeric name="n" answer={2 * a} />
  <Misconception when={{ n: a + a }}>Twice is right.</Misconception>
</Exercise>`,
  );
  expect(await publishChecked({ course, userId, note: "First" })).toMatchObject({
    status: "refused",
    issues: [
      {
        file: `${course.slug}/${path}`,
        line: 9,
        message: expect.stringContaining("in every variant"),
      },
    ],
  });
  expect(await db.courseVersion.count({ where: { courseId: course.id } })).toBe(0);
});

test("of several changed files, those chosen alone are published", async () => {
  const written = await aWrittenCourse();
  const { course, userId } = written;
  const first = await writeLesson(written, "Words.", "One");
  await writeLesson(written, "Half a sentence", "Two");
  const paths = ["course.yaml", first];
  await publishChecked({ course, userId, note: "The first lesson", paths });
  expect(await findLesson(course.slug, "one")).not.toBeNull();
  expect(await findLesson(course.slug, "two")).toBeNull();
});

test("loading content/ leaves alone what is written here, and refuses a folder with its name", async () => {
  const written = await aWrittenCourse("mine");
  await writeLesson(written, "Words.");
  await publishChecked({ course: written.course, userId: written.userId, note: "First" });
  await load({ theirs: { "01-a": lesson(copy) } });
  expect(await findLesson("mine", "one")).not.toBeNull();
  const folder = await contentFolder({ mine: { "01-a": lesson(copy) } });
  await expect(loadContent({ folder })).rejects.toThrow("is written in the browser");
  expect(await createCourse(written.userId, { slug: "theirs", title: "T", summary: "S" })).toBe(
    "taken",
  );
});

test.each([
  ["course.yaml", 'title: "a\\0b"\nsummary: S\n'],
  ["glossary.yaml", '- id: a\n  term: "a\\0b"\n  means: B\n'],
  ["01-one/lesson.mdx", lesson('<Given name="s" value={"a\\u0000b"} />\n\n{s}', "One")],
  ["01-one/lesson.mdx", '---\ntitle: "x\\0y"\nsummary: S\n---\n\n## H\n'],
])(
  "a character that no record can hold in %s is told, and keeps it from being published",
  async (path, text) => {
    const written = await aWrittenCourse();
    const { course, userId } = written;
    await writeLesson(written, "First.");
    await writeFile(course.id, path, text);
    const published = await publishChecked({ course, userId, note: "First" });
    expect(published).toMatchObject({
      status: "refused",
      issues: [{ message: expect.stringContaining("has a character in it that is none") }],
    });
  },
);

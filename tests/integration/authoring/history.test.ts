import { expect, test } from "vitest";
import { listFiles } from "@/lib/authoring/files/files";
import { restore } from "@/lib/authoring/history/restore";
import { compareVersion, listVersions } from "@/lib/authoring/history/versions";
import { findText } from "@/lib/authoring/text/writing";
import { useDatabase } from "../use-database";
import { aWrittenCourse, publishChecked, writeFile, writeLesson } from "./a-written-course";

useDatabase();

async function twoVersions() {
  const written = await aWrittenCourse();
  const { course, userId } = written;
  const one = await writeLesson(written, "First words.", "One");
  await publishChecked({ course, userId, note: "Begun" });
  const before = (await findText(course.id, one))!.text;
  await writeFile(course.id, one, before.replace("First", "Second"));
  const two = await writeLesson(written, "More.", "Two");
  await publishChecked({ course, userId, note: "Two lessons" });
  return { ...written, one, two, before };
}

test("the history says who published what, and how many files that changed", async () => {
  const { course } = await twoVersions();
  const { lines } = await listVersions(course.id, 1);
  expect(lines).toMatchObject([
    { number: 2, note: "Two lessons", by: "Ines", changed: 2 },
    { number: 1, note: "Begun", by: "Ines", changed: 2 },
  ]);
  const compared = (await compareVersion(course.id, 2, false))!;
  expect([...compared.before.keys()].toSorted()).toEqual(["01-one/lesson.mdx", "course.yaml"]);
  for (const none of [3, 0, -1, -3_000_000_000, 3_000_000_000, 1.5, Number.NaN]) {
    expect(await compareVersion(course.id, none, false), String(none)).toBeNull();
  }
});

test("a version is restored into the working copy, and nothing is published by it", async () => {
  const { course, userId, one, before } = await twoVersions();
  const { version } = (await findText(course.id, one))!;
  await restore({ courseId: course.id, userId, number: 1 });
  // One change, which open editors take in.
  expect(await findText(course.id, one)).toMatchObject({ text: before, version: version + 1 });
  expect((await listFiles(course.id)).map(({ path, state }) => `${path} ${state}`)).toEqual([
    "01-one/lesson.mdx changed",
    "02-two/lesson.mdx removed",
    "course.yaml published",
  ]);
  expect((await listVersions(course.id, 1)).lines).toHaveLength(2);
});

test("one file is restored alone", async () => {
  const { course, userId, one, two, before } = await twoVersions();
  await restore({ courseId: course.id, userId, number: 1, path: one });
  expect((await findText(course.id, one))?.text).toBe(before);
  expect(await findText(course.id, two)).not.toBeNull();
});

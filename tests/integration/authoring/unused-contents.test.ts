import { writeFile as writeToDisk } from "node:fs/promises";
import { expect, test } from "vitest";
import { putFile } from "@/lib/authoring/files/put-file";
import { contentColumns, removeUnusedContents } from "@/lib/authoring/files/remove-unused-contents";
import { fileReply } from "@/lib/catalogue/file-reply";
import { loadContent } from "@/lib/catalogue/load-content";
import { contentIdOf } from "@/lib/content";
import { db } from "@/lib/db/client";
import { tasks } from "@/lib/jobs/tasks";
import { png } from "../../fixtures/pictures";
import { contentFolder, copy, lesson } from "../a-course";
import { useDatabase } from "../use-database";
import { aWrittenCourse, publishChecked, writeLesson } from "./a-written-course";

useDatabase();

/** A picture that no other is like. */
const picture = (words: string) => Buffer.concat([png, Buffer.from(words)]);

const isKept = async (bytes: Uint8Array) => {
  const { status } = await fileReply(`${contentIdOf(bytes)}.png`);
  return status === 200;
};

async function put(
  { course, userId }: Awaited<ReturnType<typeof aWrittenCourse>>,
  path: string,
  bytes: Uint8Array | undefined,
) {
  await db.$transaction((tx) => putFile(tx, { courseId: course.id, userId, path, bytes }));
}

test("what was replaced before it was published is removed; what is written, published or loaded stays", async () => {
  const loaded = picture("loaded");
  const folder = await contentFolder({
    loaded: { "01-a": lesson(copy.replace("<Numeric", "![A dot](dot.png)\n\n  <Numeric")) },
  });
  await writeToDisk(`${folder}/loaded/01-a/dot.png`, loaded);
  await loadContent({ folder });

  const written = await aWrittenCourse();
  await writeLesson(written, "![A dot](dot.png)");
  const [published, replaced, now] = [picture("one"), picture("two"), picture("three")];
  await put(written, "01-one/dot.png", published);
  expect(await publishChecked({ ...written, note: "First" })).toMatchObject({
    status: "published",
  });
  await put(written, "01-one/dot.png", replaced);
  await put(written, "01-one/dot.png", now);

  await tasks["remove old"]!({}, undefined as never);
  expect(await isKept(replaced)).toBe(false);
  for (const bytes of [loaded, published, now]) expect(await isKept(bytes)).toBe(true);
});

test("it waits for who is keeping a content that nothing refers to yet", async () => {
  const written = await aWrittenCourse();
  const bytes = picture("kept before");
  await db.fileContent.create({
    data: { id: contentIdOf(bytes), bytes: Uint8Array.from(bytes) },
  });
  const { id: courseId } = written.course;
  let removing: Promise<number> | undefined;
  await db.$transaction(async (tx) => {
    await putFile(tx, { courseId, userId: written.userId, path: "01-one/dot.png", bytes });
    removing = removeUnusedContents();
    await new Promise((done) => setTimeout(done, 500));
  });
  await removing;
  expect(await isKept(bytes)).toBe(true);
});

test("every column that can hold the id of a content is looked at", async () => {
  const rows = await db.$queryRaw<{ column: string }[]>`
    select table_name || '.' || column_name as column from information_schema.columns
    where table_schema = 'public' and column_name in ('files', 'content_id') order by 1`;
  expect(rows.map(({ column }) => column)).toEqual(
    [...contentColumns.own, ...contentColumns.json].toSorted(),
  );
});

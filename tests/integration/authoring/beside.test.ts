import { beforeEach, expect, test, vi } from "vitest";
import { addFile, removeFile } from "@/app/write/[course]/files/actions";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { workingFiles } from "@/lib/authoring/files/files";
import { findBeside, listBeside } from "@/lib/authoring/files/files-beside";
import { lookAt } from "@/lib/authoring/preview/preview";
import { publish } from "@/lib/authoring/publish/publish";
import { fileReply } from "@/lib/catalogue/file-reply";
import { findLesson } from "@/lib/catalogue/lesson";
import { blocksToHtml, contentIdOf, parseExercise } from "@/lib/content";
import { db } from "@/lib/db/client";
import { png } from "../../fixtures/pictures";
import { lesson } from "../a-course";
import { request } from "../auth/a-request";
import { useDatabase } from "../use-database";
import { aWrittenCourse, publishChecked, writeLesson } from "./a-written-course";

vi.mock("next/headers", () => import("../auth/a-request"));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));

useDatabase();

let written: Awaited<ReturnType<typeof aWrittenCourse>>;

beforeEach(async () => {
  written = await aWrittenCourse();
  const user = await db.user.findUniqueOrThrow({ where: { id: written.userId } });
  request.cookies.set(sessionCookieName(), await sealSession(user));
});

function upload(name: string, bytes: Uint8Array, folder = "01-one") {
  const form = new FormData();
  form.set("course", written.course.slug);
  form.set("lesson", folder);
  form.set("file", new File([new Uint8Array(bytes)], name));
  form.set("replace", `${folder}/${name}`);
  return addFile({ values: {}, errors: {} }, form);
}

const picture = `/files/${contentIdOf(png)}.png`;

test("a picture put beside a lesson is shown by it once both are published", async () => {
  const { course, userId } = written;
  await writeLesson(written, "![A dot](dot.png)");
  expect(await publishChecked({ course, userId, note: "Too early" })).toMatchObject({
    status: "refused",
    issues: [{ message: "this lesson has no file dot.png; it has no files" }],
  });
  expect((await upload("dot.png", png)).done).toContain("![what it shows](dot.png)");
  expect(await publishChecked({ course, userId, note: "First" })).toMatchObject({
    status: "published",
  });
  const open = await findLesson(course.slug, "one");
  expect(blocksToHtml(open!.content.body)).toContain(picture);
  expect((await fileReply(picture.slice("/files/".length))).status).toBe(200);
});

test("a picture that is replaced or removed is the same as ever in what was published before", async () => {
  const { course, userId } = written;
  await writeLesson(written, "![A dot](dot.png)");
  await upload("dot.png", png);
  await publishChecked({ course, userId, note: "First" });
  const other = Buffer.concat([png, Buffer.from("more")]);
  await upload("dot.png", other);
  expect(await findBeside(course.slug, "01-one")).toEqual({ "dot.png": contentIdOf(other) });
  const form = new FormData();
  form.set("course", course.slug);
  form.set("path", "01-one/dot.png");
  await removeFile(form);
  expect((await listBeside(course.id)).files).toEqual([]);
  const open = await findLesson(course.slug, "one");
  expect(blocksToHtml(open!.content.body)).toContain(picture);
});

test.each([
  ["of a type that nothing shows", "page.html", Buffer.from("<p>"), "It may be png,"],
  ["that is not what it says", "dot.jpg", png, "isn’t a JPG picture"],
  ["with a name that no lesson can write", "my dot.png", png, "can’t be the name"],
  ["that leads elsewhere", "../course.yaml", Buffer.from("title: T"), "It may be png,"],
  ["in place of the lesson", "lesson.mdx", Buffer.from("x"), "It may be png,"],
])("a file %s is refused at its field", async (_, name, bytes, message) => {
  await writeLesson(written, "Words.");
  const said = await upload(name, bytes);
  expect(said.done).toBeUndefined();
  expect(said.errors.file).toContain(message);
});

test("while it is written, a text is checked and shown with the files beside it", async () => {
  await writeLesson(written, "Words.");
  await upload("dot.png", png);
  const files = await findBeside(written.course.slug, "01-one");
  const names = { skills: [], terms: [], lessons: [] };
  const exercise = `<Exercise id="e" title="E">
  ![A dot](dot.png)

  <Choice name="c" label="Which?">
    <Option correct>This</Option>
    <Option feedback="No: ![a dot](dot.png)">That</Option>
  </Choice>
</Exercise>`;
  const look = (text: string, line: number) =>
    lookAt(written.userId, { text, line, set: 1, names, files });
  const good = await look(lesson(exercise), 7);
  expect(good).toMatchObject({ issues: [], shown: { is: "exercise" } });
  const seen = parseExercise(good.shown!.source, "lesson.mdx", { beside: files });
  if (seen.status === "refused") throw new Error("refused");
  expect(blocksToHtml(seen.exercise.body.slice(0, 1))).toContain(picture);
  expect(JSON.stringify(seen.exercise.parts)).toContain(`No: ![a dot](${picture})`);
  const bad = await look(lesson("![A cat](cat.png)"), 6);
  expect(bad.issues).toMatchObject([
    { line: 6, message: "this lesson has no file cat.png; it has dot.png" },
  ]);
});

test("what a picture says is not read to take it out, nor to see that nothing has changed", async () => {
  const { course, userId } = written;
  await writeLesson(written, "![A dot](dot.png)");
  await upload("dot.png", png);
  await upload("other.png", Buffer.concat([png, Buffer.from("more")]));
  await publishChecked({ course, userId, note: "First" });
  const reads = vi.spyOn(db.fileContent, "findMany");
  expect(await publish({ course, userId, note: "Again" })).toEqual({ status: "unchanged" });
  const form = new FormData();
  form.set("course", course.slug);
  form.set("path", "01-one/other.png");
  await removeFile(form);
  expect((await listBeside(course.id)).files.map(({ path }) => path)).toEqual(["01-one/dot.png"]);
  expect(reads).not.toHaveBeenCalled();
  await workingFiles(course.id);
  expect(reads).toHaveBeenCalled();
  reads.mockRestore();
});

import { buffer } from "node:stream/consumers";
import { beforeEach, expect, test } from "vitest";
import yazl from "yazl";
import { treeOf, workingFiles } from "@/lib/authoring/files/files";
import { planFiles, takeFiles } from "@/lib/authoring/sync/take-files";
import { unzipped, zipOf } from "@/lib/authoring/sync/zip";
import type { CourseFiles } from "@/lib/content";
import { png } from "../../fixtures/pictures";
import { lesson } from "../a-course";
import { useDatabase } from "../use-database";
import { aWrittenCourse, publishChecked, writeFile, writeLesson } from "./a-written-course";

useDatabase();

let written: Awaited<ReturnType<typeof aWrittenCourse>>;
let slug = "";
let path = "";

beforeEach(async () => {
  written = await aWrittenCourse();
  slug = written.course.slug;
  path = await writeLesson(written, "Words.");
});

const download = async () =>
  buffer(
    zipOf({
      ...written.course,
      files: await workingFiles(written.course.id),
      server: "http://here",
    }),
  );

/** A zip with these entries. */
async function aZip(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<yazl.Options> = {},
): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, said] of Object.entries(files)) zip.addBuffer(Buffer.from(said), name, options);
  zip.end();
  return buffer(zip.outputStream);
}

const take = async (zip: Buffer, more: { seen?: string; take?: string[] } = {}) => {
  const { course, userId } = written;
  const { incoming } = await unzipped(zip, slug);
  const seen = more.seen ?? (await planFiles(course.id, incoming)).mark;
  return takeFiles({ courseId: course.id, userId, incoming, ...more, seen });
};

/** A zip as it was downloaded, with some of it edited: null takes a file out. */
async function edited(
  zip: Buffer,
  edits: Readonly<Record<string, string | null>>,
): Promise<Buffer> {
  const { incoming } = await unzipped(zip, slug);
  const files = new Map<string, Uint8Array | string>(incoming.files);
  for (const [name, said] of Object.entries(edits)) {
    if (said === null) files.delete(name);
    else files.set(name, said);
  }
  const copy = { server: "http://here", course: slug, version: null, files: incoming.base };
  files.set(".chainrule.json", JSON.stringify(copy));
  return aZip(Object.fromEntries([...files].map(([name, said]) => [`renamed/${name}`, said])));
}

const same = (a: CourseFiles, b: CourseFiles) =>
  expect(
    [...a].map(([name, said]) => [name, Buffer.from(said).toString("hex")]).toSorted(),
  ).toEqual([...b].map(([name, said]) => [name, Buffer.from(said).toString("hex")]).toSorted());

test("a course that is downloaded and uploaded again is the same, byte by byte, elsewhere too", async () => {
  await writeFile(
    written.course.id,
    path,
    `\ufeff${lesson("Words.\r\n").replaceAll("\n", "\r\n")}`,
  );
  const zip = await download();
  const { incoming } = await unzipped(zip, slug);
  same(incoming.files, await workingFiles(written.course.id));
  expect(await planFiles(written.course.id, incoming)).toMatchObject({ changes: [], refused: [] });
  const other = await aWrittenCourse();
  const there = await unzipped(zip, other.course.slug);
  expect(there.incoming.base).toBeNull();
  const { mark } = await planFiles(other.course.id, there.incoming);
  const { id: courseId } = other.course;
  await takeFiles({ courseId, userId: other.userId, incoming: there.incoming, seen: mark });
  same(await workingFiles(other.course.id), await workingFiles(written.course.id));
  const published = await publishChecked({
    course: other.course,
    userId: other.userId,
    note: "Copied",
  });
  expect(published).toMatchObject({ status: "published" });
});

test("a preview says what is new, changed, removed, in conflict and left out; what was looked at is done, and no more", async () => {
  const two = await writeLesson(written, "Two.", "Two");
  const three = await writeLesson(written, "Three.", "Three");
  const zip = await download();
  await writeFile(written.course.id, path, lesson("Changed here."));
  const changed = await edited(zip, {
    [path]: lesson("Changed there."),
    [two]: lesson("Two, changed there.", "Two"),
    [three]: null,
    "01-one/new.csv": "x,y\n",
    "01-one/cat.png": "woof",
    "notes.md": "Mine.",
    "__MACOSX/._cat.png": "",
  });
  const { incoming, foreign } = await unzipped(changed, slug);
  const plan = await planFiles(written.course.id, incoming);
  expect(Object.fromEntries(plan.changes.map((one) => [one.path, one.what]))).toEqual({
    [path]: "conflict",
    [two]: "changed",
    [three]: "removed",
    "01-one/new.csv": "new",
  });
  expect(plan.refused).toMatchObject([{ path: "01-one/cat.png" }]);
  expect(foreign).toEqual({ paths: ["renamed/notes.md"], count: 1 });
  expect(await take(changed)).toMatchObject({ status: "taken" });
  const here = await workingFiles(written.course.id);
  expect(Buffer.from(here.get(path)!).toString()).toContain("Changed here.");
  expect(Buffer.from(here.get(two)!).toString()).toContain("Two, changed there.");
  expect([...here.keys()]).toEqual(["01-one/lesson.mdx", "01-one/new.csv", two, "course.yaml"]);
  expect(await take(changed, { take: [path] })).toMatchObject({ status: "taken" });
  const after = await workingFiles(written.course.id);
  expect(Buffer.from(after.get(path)!).toString()).toContain("Changed there.");
});

test("where somebody wrote since the preview, nothing is done, and it is told anew", async () => {
  const changed = await edited(await download(), { [path]: lesson("There.") });
  const { incoming } = await unzipped(changed, slug);
  const { mark } = await planFiles(written.course.id, incoming);
  await writeFile(written.course.id, path, lesson("Here, a moment ago."));
  expect(await take(changed, { seen: mark })).toMatchObject({
    status: "other",
    plan: { changes: [{ path, what: "conflict" }] },
  });
});

test("a zip that was made elsewhere takes nothing out, and nothing over that was never published", async () => {
  const zip = await aZip({ [path]: lesson("From elsewhere."), "01-one/dot.png": png });
  const { incoming } = await unzipped(zip, slug);
  const { changes } = await planFiles(written.course.id, incoming);
  expect(changes).toEqual([
    { path: "01-one/dot.png", what: "new" },
    { path, what: "conflict" },
  ]);
});

/** Writes over all places of some bytes in a zip: what no honest program would write. */
function forged(zip: Buffer, from: string | Buffer, to: string | Buffer): Buffer {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1))
    Buffer.from(to).copy(bytes, at);
  return bytes;
}

const size = (bytes: number) => {
  const word = Buffer.alloc(4);
  word.writeUInt32LE(bytes);
  return word;
};

test.each<[string, () => Promise<Buffer>, RegExp]>([
  ["no zip", async () => Buffer.from("PK, but no zip"), /is no zip, or it’s damaged/],
  ["a zip that is cut off", async () => (await download()).subarray(0, 200), /is no zip, or/],
  [
    "a path out of the folder",
    async () => forged(await aZip({ "aa/evil.txt": "x" }), "aa/evil.txt", "../evil.txt"),
    /leads out of the zip/,
  ],
  [
    "an absolute path",
    async () => forged(await aZip({ "aevil/x.txt": "x" }), "aevil/x.txt", "/evil/x.txt"),
    /leads out of the zip/,
  ],
  [
    "a path of Windows",
    async () => forged(await aZip({ "c_/x.txt": "x" }), "c_/x.txt", "c:\\x.txt"),
    /leads out of the zip/,
  ],
  [
    "a link",
    async () => aZip({ "01-one/cat.png": "/etc/passwd" }, { mode: 0o120777 }),
    /“01-one\/cat.png” is a link/,
  ],
  [
    "a name that is no text",
    async () =>
      forged(
        await aZip({ "01-one/naïve.txt": "x" }),
        "naïve",
        Buffer.from("na\xff\xfeve", "latin1"),
      ),
    /name can’t be read/,
  ],
  [
    "a character of control in a name",
    async () => forged(await aZip({ "01-one/x_y.txt": "x" }), "x_y", "x\x07y"),
    /name can’t be read/,
  ],
  [
    "one name twice",
    async () => forged(await aZip({ "a.txt": "x", "b.txt": "y" }), "b.txt", "a.txt"),
    /is in the zip twice/,
  ],
  [
    "a bomb",
    async () =>
      aZip(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, i) => [`01-one/a${i}.txt`, Buffer.alloc(1_000_000)]),
        ),
      ),
    /holds more than 5,000 files or 30 MB/,
  ],
  [
    "a bomb that says it is small",
    async () =>
      forged(
        await aZip({ "01-one/a.txt": Buffer.alloc(50_000_000) }),
        size(50_000_000),
        size(1_000),
      ),
    /is no zip, or it’s damaged/,
  ],
  [
    "very many files",
    async () => aZip(Object.fromEntries(Array.from({ length: 5_002 }, (_, i) => [`${i}`, ""]))),
    /holds more than 5,000 files/,
  ],
])("%s is refused in words", async (_, zip, message) => {
  await expect(zip().then((bytes) => unzipped(bytes, slug))).rejects.toThrow(message);
});

test("a file that is larger than any may be is left out, whatever it unpacks to", async () => {
  const zip = await aZip({ "01-one/a.txt": Buffer.alloc(20_000_000, "a") });
  const { incoming } = await unzipped(zip, slug);
  expect((await planFiles(written.course.id, incoming)).refused).toMatchObject([
    { path: "01-one/a.txt", message: "a.txt is larger than 2 MB" },
  ]);
});

test("two names that differ by capitals alone don’t come in together, nor one beside the other", async () => {
  const both = await aZip({ "01-one/A.txt": "a", "01-one/a.txt": "b", "01-one/b.txt": "c" });
  const { incoming } = await unzipped(both, slug);
  const { id: courseId } = written.course;
  const plan = await planFiles(courseId, incoming);
  expect(plan.changes.map((one) => one.path)).toEqual(["01-one/A.txt", "01-one/b.txt"]);
  expect(plan.refused).toMatchObject([
    { path: "01-one/a.txt", message: "01-one/a.txt and 01-one/A.txt differ by capitals alone" },
  ]);
  await take(both);
  const { userId } = written;
  const files = new Map([["01-one/B.txt", Buffer.from("d")]]);
  const pushed = (removed: string[]) =>
    takeFiles({ courseId, userId, incoming: { files, base, removed } });
  const { "01-one/b.txt": id = "" } = treeOf(await workingFiles(courseId));
  const base = { "01-one/b.txt": id };
  expect(await pushed([])).toMatchObject({
    status: "other",
    plan: { refused: [{ path: "01-one/B.txt" }] },
  });
  expect(await pushed(["01-one/b.txt"])).toMatchObject({ status: "taken" });
});

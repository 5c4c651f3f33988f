import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { makeToken } from "@/lib/account/access-token";
import { listFiles, workingFiles } from "@/lib/authoring/files/files";
import { takeFiles } from "@/lib/authoring/sync/take-files";
import { findLesson } from "@/lib/catalogue/lesson";
import type { Wanted } from "@/lib/cli/author/arguments";
import { pull } from "@/lib/cli/author/pull";
import { push } from "@/lib/cli/author/push";
import { db } from "@/lib/db/client";
import { png } from "../../fixtures/pictures";
import { lesson } from "../a-course";
import { useDatabase } from "../use-database";
import { useWritingServer } from "./a-writing-server";
import { aWrittenCourse, writeLesson } from "./a-written-course";

useDatabase();
const server = useWritingServer();

afterEach(() => {
  delete process.env.CHAINRULE_SERVER;
});

const folders: string[] = [];

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "pulled-"));
  folders.push(folder);
  return folder;
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

let written: Awaited<ReturnType<typeof aWrittenCourse>>;

beforeEach(async () => {
  written = await aWrittenCourse();
  process.env.CHAINRULE_TOKEN = (await makeToken(written.userId, { name: "Test", days: "30" }))!;
  process.env.CHAINRULE_SERVER = server();
});

const wanted = (name: string): Wanted => ({
  ...{ name, json: false, seeds: 1, seed: "", responses: "", server: server() },
  ...{ tokenFile: "", message: "", publish: false },
});

const pullInto = (folder: string) => pull({ ...wanted(written.course.slug), folder });
const pushFrom = (folder: string, more: Partial<Wanted> = {}) =>
  push({ ...wanted(folder), server: "", ...more });

const textIn = async (folder: string, file: string) => readFile(path.join(folder, file), "utf8");
const textHere = async (file: string) =>
  Buffer.from((await workingFiles(written.course.id)).get(file) ?? "").toString();

test("a folder is pulled, edited and pushed, and no byte differs on the way back", async () => {
  const file = await writeLesson(written, "Words.");
  const folder = await aFolder();
  expect((await pullInto(folder)).failed).toBe(false);
  expect(await textIn(folder, file)).toBe(await textHere(file));
  // A byte order mark, lines that end as on Windows, no line's end at the last: as some editor left it.
  const awkward = `\ufeff${lesson("Words.\r\n\r\n![A dot](a_Dot-1.png)").replaceAll(/\r?\n/g, "\r\n").trimEnd()}`;
  await writeFile(path.join(folder, file), awkward);
  await writeFile(path.join(folder, path.dirname(file), "a_Dot-1.png"), png);
  await writeFile(path.join(folder, path.dirname(file), "data.csv"), "x,y\r\n1,2");
  await writeFile(path.join(folder, "README.md"), "Not part of the course.");
  const pushed = await pushFrom(folder);
  expect(pushed.failed, pushed.text).toBe(false);
  expect(pushed.text).toContain(`changed   ${file}`);
  const again = await aFolder();
  await pullInto(again);
  for (const name of ["course.yaml", file, "01-one/a_Dot-1.png", "01-one/data.csv"])
    expect(await readFile(path.join(again, name)), name).toEqual(
      await readFile(path.join(folder, name)),
    );
  await expect(textIn(again, "README.md")).rejects.toThrow("ENOENT");
  expect((await pushFrom(folder)).text).toBe("Nothing has changed since the last pull.");
  expect((await pullInto(folder)).text).not.toContain("changed");
});

test("what is pushed is a draft until it is published, by the page or with the push", async () => {
  const file = await writeLesson(written, "Words.");
  const folder = await aFolder();
  await pullInto(folder);
  await writeFile(path.join(folder, file), lesson("Other words.", "Renamed"));
  await pushFrom(folder);
  expect(await findLesson(written.course.slug, "one")).toBeNull();
  const published = await pushFrom(folder, { publish: true, message: "Renamed it" });
  expect(published).toEqual({ text: "Version 1 is published.", failed: false });
  expect(await findLesson(written.course.slug, "one")).toMatchObject({ title: "Renamed" });
  expect(
    await db.courseVersion.findFirst({ where: { courseId: written.course.id } }),
  ).toMatchObject({ note: "Renamed it", byId: written.userId });
});

test("a text that does not hold together is kept as a draft, with every issue told in the folder's own paths", async () => {
  const file = await writeLesson(written, "Words.");
  const folder = await aFolder();
  await pullInto(folder);
  await writeFile(path.join(folder, file), lesson("A {b}."));
  const pushed = await pushFrom(folder, { publish: true, message: "Broken" });
  expect(pushed.failed).toBe(true);
  expect(pushed.text).toContain(`${path.join(folder, file)}:6:4: there is no value named b`);
  expect(pushed.text).toContain("isn’t published");
  expect(await textHere(file)).toContain("A {b}.");
});

test("a file that changed on both sides is told, and never overwritten; others go through", async () => {
  const [one, two] = [
    await writeLesson(written, "One."),
    await writeLesson(written, "Two.", "Two"),
  ];
  const [mine, colleagues] = [await aFolder(), await aFolder()];
  await pullInto(mine);
  await pullInto(colleagues);
  await writeFile(path.join(colleagues, one), lesson("Theirs."));
  await writeFile(path.join(colleagues, two), lesson("Theirs too.", "Two"));
  await pushFrom(colleagues);
  await writeFile(path.join(mine, one), lesson("Mine."));
  const refused = await pushFrom(mine);
  expect(refused.failed).toBe(true);
  expect(refused.text).toContain(one);
  expect(refused.text).not.toContain(`  ${two}`);
  expect(await textHere(one)).toContain("Theirs.");
  const pulled = await pullInto(mine);
  expect(pulled.failed).toBe(true);
  expect(pulled.text).toContain(`Changed on both sides: ${one}`);
  expect(await textIn(mine, one)).toContain("Mine.");
  expect(await textIn(mine, `${one}.theirs`)).toContain("Theirs.");
  expect(await textIn(mine, two)).toContain("Theirs too.");
  await expect(pushFrom(mine)).rejects.toThrow(`still apart: ${one}.theirs`);
  await writeFile(path.join(mine, one), lesson("Both."));
  await rm(path.join(mine, `${one}.theirs`));
  expect((await pushFrom(mine)).failed).toBe(false);
  expect(await textHere(one)).toContain("Both.");
});

test("a file taken out in a folder is taken out of the course, and comes back by a push too", async () => {
  await writeLesson(written, "One.");
  const two = await writeLesson(written, "Two.", "Two");
  const [folder, other] = [await aFolder(), await aFolder()];
  await pullInto(folder);
  await pullInto(other);
  await rm(path.join(folder, two));
  expect((await pushFrom(folder)).text).toContain(`removed   ${two}`);
  expect((await listFiles(written.course.id)).map((file) => file.path)).not.toContain(two);
  await writeFile(path.join(other, two), lesson("Two again.", "Two"));
  expect((await pushFrom(other)).text).toContain(`  ${two}`);
  expect((await pullInto(other)).text).toContain(`taken out on the server: ${two}`);
  expect((await pushFrom(other)).text).toContain(`new       ${two}`);
});

test("an open editor gets a pushed text as a change of its own", async () => {
  const file = await writeLesson(written, "Words of mine.");
  const folder = await aFolder();
  await pullInto(folder);
  const text = (await textIn(folder, file)).replace("mine", "ours");
  await writeFile(path.join(folder, file), text);
  await pushFrom(folder);
  const row = await db.courseFile.findFirstOrThrow({
    where: { courseId: written.course.id, path: file },
    include: { changes: true },
  });
  expect(row.version).toBe(row.changes.length);
  expect(row.changes.at(-1)).toMatchObject({ byId: written.userId });
});

test("nothing is taken where one file cannot come in, and its place is told", async () => {
  const file = await writeLesson(written, "Words.");
  const folder = await aFolder();
  await pullInto(folder);
  await writeFile(path.join(folder, "01-one/cat.png"), "woof");
  await writeFile(path.join(folder, file), lesson("Other words."));
  const refused = await pushFrom(folder);
  expect(refused.failed).toBe(true);
  expect(refused.text).toContain("01-one/cat.png: cat.png isn’t a PNG picture");
  expect(await textHere(file)).toContain("\nWords.");
});

test.each([
  ["out of the course's folder", "../evil.txt"],
  ["deeper than a lesson", "01-one/deep/cat.png"],
  ["from the root", "/etc/passwd"],
  ["into a hidden folder", ".git/config"],
  ["as a page", "01-one/page.html"],
])("no file comes in %s", async (_, file) => {
  const { course, userId } = written;
  const files = new Map([[file, Buffer.from("words")]]);
  const incoming = { files, base: {}, removed: [] };
  const taken = await takeFiles({ courseId: course.id, userId, incoming });
  expect(taken).toMatchObject({ status: "other", plan: { refused: [{ path: file }] } });
});

test("a course takes 20 MB of files, and no more", async () => {
  const { course, userId } = written;
  const files = new Map(
    Array.from({ length: 11 }, (_, i) => [`01-one/a${i}.txt`, Buffer.alloc(1_900_000, "a")]),
  );
  const take = (some: typeof files) =>
    takeFiles({ courseId: course.id, userId, incoming: { files: some, base: {}, removed: [] } });
  expect(await take(files)).toMatchObject({ status: "other" });
  expect(await take(new Map([...files].slice(1)))).toMatchObject({ status: "taken" });
});

test("a token opens the courses that its owner writes, as long as they do, and no others", async () => {
  const { course, userId } = written;
  const stranger = await aWrittenCourse();
  await expect(pull({ ...wanted(stranger.course.slug), folder: await aFolder() })).rejects.toThrow(
    "no course",
  );
  await expect(pull({ ...wanted("nowhere"), folder: await aFolder() })).rejects.toThrow(
    "no course",
  );
  await db.courseAuthor.delete({ where: { courseId_userId: { courseId: course.id, userId } } });
  await expect(pullInto(await aFolder())).rejects.toThrow("no course");
});

test.each([
  ["made up", async () => "chainrule_made-up"],
  ["the password of somebody", async () => "hunter2hunter2"],
  [
    "run out",
    async () => {
      const token = (await makeToken(written.userId, { name: "Old", days: "30" }))!;
      await db.accessToken.updateMany({ data: { endsAt: new Date(0) } });
      return token;
    },
  ],
])("a token that is %s opens nothing", async (_, token) => {
  process.env.CHAINRULE_TOKEN = await token();
  await expect(pullInto(await aFolder())).rejects.toThrow("The token opens nothing here");
});

test("a folder that says it is of another server gets no token sent there, and is told how to go on", async () => {
  const sent: string[] = [];
  const other = createServer(({ headers }, response) => {
    sent.push(headers.authorization ?? "");
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const folder = await aFolder();
  await pullInto(folder);
  const copy = JSON.parse(await textIn(folder, ".chainrule.json"));
  const elsewhere = `http://127.0.0.1:${port}`;
  await writeFile(
    path.join(folder, ".chainrule.json"),
    JSON.stringify({ ...copy, server: elsewhere }),
  );
  await writeFile(path.join(folder, "01-new.txt"), "Words.");
  await expect(pushFrom(folder)).rejects.toThrow(
    `was pulled from ${elsewhere}, and CHAINRULE_SERVER is ${server()}`,
  );
  delete process.env.CHAINRULE_SERVER;
  await expect(pushFrom(folder)).rejects.toThrow("Name the server that your token is of");
  expect((await pushFrom(folder, { server: server() })).failed).toBe(false);
  other.close();
  expect(sent).toEqual([]);
});

const send = async (body: string) => {
  const headers = { Authorization: `Bearer ${process.env.CHAINRULE_TOKEN}` };
  const url = `${server()}/api/write/${written.course.slug}`;
  return fetch(url, { method: "POST", headers, body });
};

const many = (count: number, said: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`01-one/p${i}.txt`, said]));

test.each([
  [
    "very many values in place of paths",
    () => `{"base":{},"files":{},"removed":[${"{},".repeat(9_000_000)}1]}`,
  ],
  ["lists without end", () => "[".repeat(29_000_000)],
  [
    "very many paths",
    () => JSON.stringify({ base: {}, files: {}, removed: Object.keys(many(2_001, "")) }),
  ],
  ["very many files", () => JSON.stringify({ base: {}, files: many(2_001, ""), removed: [] })],
  [
    "very many ids",
    () => JSON.stringify({ base: many(300_000, "a".repeat(64)), files: {}, removed: [] }),
  ],
])("a push of %s is refused", async (_, body) => {
  expect((await send(body())).status).toBe(400);
});

test("more than a course can hold is not read", async () => {
  expect((await send(" ".repeat(30_000_001))).status).toBe(413);
});

test("a push of 18 MB comes in, and is pulled byte by byte", async () => {
  const folder = await aFolder();
  await pullInto(folder);
  await mkdir(path.join(folder, "01-one"));
  await writeFile(path.join(folder, "01-one/lesson.mdx"), lesson("Words."));
  const data = Buffer.alloc(1_990_000, "words, ");
  for (let i = 0; i < 9; i++) {
    data.writeInt8(65 + i);
    await writeFile(path.join(folder, `01-one/d${i}.txt`), data);
  }
  expect((await pushFrom(folder)).text).toContain("new       01-one/d8.txt");
  const again = await aFolder();
  await pullInto(again);
  expect(await readFile(path.join(again, "01-one/d8.txt"))).toEqual(data);
});

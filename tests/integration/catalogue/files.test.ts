import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { findExerciseVersion } from "@/lib/catalogue/exercise-version";
import { fileReply } from "@/lib/catalogue/file-reply";
import { findLesson } from "@/lib/catalogue/lesson";
import { loadContent } from "@/lib/catalogue/load-content";
import { blocksToHtml, contentIdOf } from "@/lib/content";
import { db } from "@/lib/db/client";
import { png, svg } from "../../fixtures/pictures";
import { contentFolder, exerciseNamed, lesson } from "../a-course";
import { aLearner, answer, workOf } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

const drawing = new TextEncoder().encode(svg);

/** An exercise that shows a picture, beside one that shows none. */
const text = lesson(`![A cat](cat.svg)

<Exercise id="seen" title="Seen">
  <Given name="a" value={integer(10, 99999)} />

  ![The cat again](./cat.svg)

  <Numeric name="same" label="$a$" answer={a} tolerance={0.001} />
</Exercise>

<Exercise id="unseen" title="Unseen">
  <Numeric name="one" label="$1$" answer={1} tolerance={0.001} />
</Exercise>`);

async function loadWith(picture: Uint8Array): Promise<void> {
  const folder = await contentFolder({ cats: { "01-a": text } });
  await writeFile(path.join(folder, "cats/01-a/cat.svg"), picture);
  await writeFile(path.join(folder, "cats/01-a/unused.png"), png);
  await loadContent({ folder });
}

test("a picture of another look makes new versions of what shows it, and of nothing else; who has begun keeps theirs", async () => {
  await loadWith(drawing);
  const [seen, unseen] = [await exerciseNamed("seen"), await exerciseNamed("unseen")];
  const ada = await aLearner();
  await answer(ada, { same: "0" }, { slug: "seen" });
  const redrawn = new TextEncoder().encode(svg.replace("teal", "gold"));
  await loadWith(redrawn);
  expect((await exerciseNamed("unseen")).currentId).toBe(unseen.currentId);
  expect((await exerciseNamed("seen")).currentId).not.toBe(seen.currentId);
  const shows = async (versionId: string) =>
    blocksToHtml((await findExerciseVersion(versionId))!.exercise.body.slice(0, 1));
  const { version } = await workOf(ada, "seen");
  expect(version.id).toBe(seen.currentId);
  expect(await shows(version.id)).toContain(`/files/${contentIdOf(drawing)}.svg`);
  const fresh = await workOf(await aLearner(), "seen");
  expect(await shows(fresh.version.id)).toContain(`/files/${contentIdOf(redrawn)}.svg`);
  const open = await findLesson("cats", "a");
  expect(blocksToHtml(open!.content.body.slice(0, 1))).toContain(contentIdOf(redrawn));
  // What nobody sees is not kept.
  expect(await db.fileContent.count()).toBe(2);
});

test("a version without files has the id that it had before there were any", async () => {
  const { id, source } = await db.exerciseVersion.findFirstOrThrow({
    where: { exercise: { slug: "unseen" } },
  });
  const { id: exerciseId } = await exerciseNamed("unseen");
  const hash = createHash("sha256").update(`${exerciseId}\n${source}`).digest("hex");
  expect(id).toBe(hash.slice(0, 32));
});

test("a file is given to whoever knows what it says, for good, as what it is", async () => {
  const reply = await fileReply(`${contentIdOf(drawing)}.svg`);
  expect(reply.status).toBe(200);
  expect(Buffer.from(await reply.arrayBuffer())).toEqual(Buffer.from(drawing));
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    "content-type": "image/svg+xml",
    "content-disposition": "inline",
    "cache-control": "public, max-age=31536000, immutable",
  });
});

test("a text that a course keeps as a drawing and as data is given as either, and data isn’t shown in the page", async () => {
  const folder = await contentFolder({
    plans: { "01-a": lesson("![A cat](cat.svg) and [the same as data](cat.txt).") },
  });
  const other = new TextEncoder().encode(svg.replace("teal", "olive"));
  for (const name of ["cat.svg", "cat.txt"]) {
    await writeFile(path.join(folder, "plans/01-a", name), other);
  }
  await loadContent({ folder });
  expect((await fileReply(`${contentIdOf(other)}.svg`)).status).toBe(200);
  const asText = await fileReply(`${contentIdOf(other)}.txt`);
  expect(asText.headers.get("content-disposition")).toBe("attachment");
});

test("what was kept before it was noted what it is called is given out as before", async () => {
  await db.fileContent.updateMany({ data: { kinds: [] } });
  const migration = "prisma/migrations/20261130230000_file_kinds/migration.sql";
  const sql = await readFile(migration, "utf8");
  await db.$executeRawUnsafe(sql.slice(sql.indexOf("UPDATE")));
  expect((await fileReply(`${contentIdOf(drawing)}.svg`)).status).toBe(200);
  expect((await fileReply(`${contentIdOf(drawing)}.txt`)).status).toBe(404);
});

test.each([
  ["as what it is not", `${contentIdOf(drawing)}.png`],
  ["as what no course calls it", `${contentIdOf(drawing)}.txt`],
  ["as a page", `${contentIdOf(drawing)}.html`],
  ["that nobody has kept", `${"0".repeat(64)}.svg`],
  ["by something else", "../../etc/passwd"],
])("no file is given %s", async (_, name) => {
  expect((await fileReply(name)).status).toBe(404);
});

test("a lesson that shows a picture which is not there is refused, with its place", async () => {
  const folder = await contentFolder({ dogs: { "01-a": lesson("A ![dog](dog.png)") } });
  await expect(loadContent({ folder })).rejects.toThrow(
    /01-a\/lesson\.mdx:6:3: this lesson has no file dog\.png; it has no files/,
  );
});

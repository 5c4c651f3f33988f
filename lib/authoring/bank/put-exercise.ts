import "server-only";
import { noteHand } from "@/lib/authoring/review/hands";
import { replaceText } from "@/lib/authoring/text/writing";
import type { FilesBeside } from "@/lib/content";
import type { Prisma } from "@/lib/db/generated/client";
import { freeId, idsIn } from "./free-id";
import { attributeOf, withAttributes } from "./rewrite";
import { withInserted } from "./with-inserted";

interface Putting {
  readonly courseId: string;
  readonly userId: string;
  /** The path of the lesson's text. */
  readonly path: string;
  /** The line of it after whose paragraph or exercise it goes; the end unless told. */
  readonly line?: number | undefined;
  /** The `<Exercise>`. */
  readonly source: string;
  /** The files beside its lesson that it refers to; none unless told. */
  readonly files?: FilesBeside;
}

/** Puts an exercise into a lesson's working copy, under an id that no exercise of the course has. Gives the line
 *  that it begins at, from 1; null where the lesson is gone. */
export async function putExercise(
  tx: Prisma.TransactionClient,
  { courseId, userId, path, line, source, files = {} }: Putting,
): Promise<number | null> {
  const rows = await tx.courseFile.findMany({
    where: { courseId, removedAt: null, path: { endsWith: "/lesson.mdx" } },
    select: { path: true, text: true },
  });
  const before = rows.find((row) => row.path === path)?.text;
  if (before === undefined || before === null) return null;
  const taken = idsIn(rows.map(({ text }) => text ?? ""));
  const id = freeId(attributeOf(source, "id"), taken);
  const here = await putFiles(tx, { courseId, userId, path, source, files });
  const added = withAttributes(here, { id, was: null, retired: null }).trim();
  const now = withInserted(before, added, line);
  await replaceText(tx, { courseId, userId, path, text: now.text });
  return now.line;
}

/** Puts the files that an exercise refers to beside the lesson. One whose name stands for something else there gets another,
 *  in the exercise's text too, which comes back. */
async function putFiles(
  tx: Prisma.TransactionClient,
  { courseId, userId, path, source, files = {} }: Putting,
): Promise<string> {
  const folder = path.split("/")[0];
  const rows = await tx.courseFile.findMany({
    where: { courseId, path: { startsWith: `${folder}/` } },
    select: { path: true, contentId: true, removedAt: true },
  });
  const taken = new Map(rows.map((row) => [row.path, row]));
  let text = source;
  for (const [name, contentId] of Object.entries(files)) {
    const isThere = (one: string) => {
      const row = taken.get(`${folder}/${one}`);
      return row?.contentId === contentId && !row.removedAt;
    };
    const called = namesLike(name).find((one) => isThere(one) || !taken.has(`${folder}/${one}`))!;
    if (!isThere(called)) {
      const data = { courseId, path: `${folder}/${called}`, contentId, updatedById: userId };
      const { id } = await tx.courseFile.create({ data });
      await noteHand(tx, userId, [id]);
    }
    text = text.replaceAll(`](${name}`, `](${called}`).replaceAll(`](./${name}`, `](${called}`);
  }
  return text;
}

/** "cat.png", "cat-2.png" and so on. */
const namesLike = (name: string): string[] => [
  name,
  ...Array.from({ length: 1_000 }, (_, i) => name.replace(/(?=\.[^.]*$)/, `-${i + 2}`)),
];

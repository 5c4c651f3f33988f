import "server-only";
import { replaceText } from "@/lib/authoring/writing";
import type { Prisma } from "@/lib/db/generated/client";
import { freeId, idsIn } from "./free-id";
import { attributeOf, withAttributes } from "./rewrite";

interface Putting {
  readonly courseId: string;
  readonly userId: string;
  /** The path of the lesson's text. */
  readonly path: string;
  /** The `<Exercise>`. */
  readonly source: string;
}

/** Puts an exercise at the end of a lesson's working copy, under an id that no exercise of the course has. Gives the line
 *  that it begins at, from 1; null where the lesson is gone. */
export async function putExercise(
  tx: Prisma.TransactionClient,
  { courseId, userId, path, source }: Putting,
): Promise<number | null> {
  const rows = await tx.courseFile.findMany({
    where: { courseId, removedAt: null, path: { endsWith: "/lesson.mdx" } },
    select: { path: true, text: true },
  });
  const before = rows.find((row) => row.path === path)?.text;
  if (before === undefined || before === null) return null;
  const taken = idsIn(rows.map(({ text }) => text ?? ""));
  const id = freeId(attributeOf(source, "id"), taken);
  const kept = before.trimEnd();
  const added = withAttributes(source, { id, was: null, retired: null }).trim();
  await replaceText(tx, { courseId, userId, path, text: `${kept}\n\n${added}\n` });
  return kept.split("\n").length + 2;
}

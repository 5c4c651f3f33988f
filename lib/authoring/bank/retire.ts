import "server-only";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { replaceText } from "@/lib/authoring/text/writing";
import { parseMdx } from "@/lib/content/mdx";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { attributeOf, withAttributes } from "./rewrite";

/** An exercise as it stands in the working copy of its course. */
export interface WrittenExercise {
  /** The path of its lesson's text, and all of that. */
  readonly path: string;
  readonly text: string;
  /** Where in it the exercise begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly retired: boolean;
}

/** The exercise of this id, or that had it before, in the working copy of a course; null where no lesson that can be read
 *  has it. */
export async function findWrittenExercise(
  courseId: string,
  id: string,
  tx: Prisma.TransactionClient = db,
): Promise<WrittenExercise | null> {
  const rows = await tx.courseFile.findMany({
    where: { courseId, removedAt: null, path: { endsWith: "/lesson.mdx" }, text: { contains: id } },
    orderBy: { path: "asc" },
    select: { path: true, text: true },
  });
  for (const { path, text } of rows) {
    const found = text === null ? undefined : exerciseIn(text, id);
    if (text !== null && found) return { path, text, ...found };
  }
  return null;
}

function exerciseIn(text: string, id: string) {
  const parsed = parseMdx(text);
  if (!("root" in parsed)) return undefined;
  for (const node of parsed.root.children) {
    if (node.type !== "mdxJsxFlowElement" || node.name !== "Exercise") continue;
    const [from, to] = [node.position?.start.offset, node.position?.end.offset];
    if (from === undefined || to === undefined) continue;
    const source = text.slice(from, to);
    const ids = [attributeOf(source, "id"), ...attributeOf(source, "was").split(",")];
    if (!ids.some((one) => one.trim() === id)) continue;
    return { from, to, retired: hasRetired(node) };
  }
  return undefined;
}

const hasRetired = ({ attributes }: MdxJsxFlowElement) =>
  attributes.some((one) => "name" in one && one.name === "retired");

/** Retires an exercise in the working copy of its course, or brings it back; false where no lesson that can be read has it.
 *  Its readers have it so once the course is published. */
export async function setRetired(
  { courseId, userId }: { courseId: string; userId: string },
  id: string,
  retired: boolean,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const found = await findWrittenExercise(courseId, id, tx);
    if (!found) return false;
    const { path, text, from, to } = found;
    const changed = withAttributes(text.slice(from, to), { retired: retired ? true : null });
    const now = text.slice(0, from) + changed + text.slice(to);
    await replaceText(tx, { courseId, userId, path, text: now });
    return true;
  });
}

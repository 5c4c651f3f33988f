import "server-only";
import { filesIn, type Tree, workingFiles } from "@/lib/authoring/files/files";
import type { CourseFiles } from "@/lib/content";
import { db } from "@/lib/db/client";

/** A published version of a course, as the history lists it. */
export interface VersionLine {
  readonly number: number;
  readonly note: string;
  /** Null where the account is gone. */
  readonly by: string | null;
  /** Who approved it; null where nobody had to. */
  readonly approvedBy: string | null;
  readonly at: Date;
  /** Files that it changed. */
  readonly changed: number;
}

const perPage = 50;

/** A page of a course's versions, the newest first. */
export async function listVersions(
  courseId: string,
  wanted: number,
): Promise<{ lines: VersionLine[]; page: number; pages: number }> {
  const count = await db.courseVersion.count({ where: { courseId } });
  const pages = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(wanted, pages);
  const rows = await db.courseVersion.findMany({
    where: { courseId },
    orderBy: { number: "desc" },
    skip: perPage * (page - 1),
    // One more, to compare the last with.
    take: perPage + 1,
    include: { by: { select: { name: true } }, approvedBy: { select: { name: true } } },
  });
  const lines = rows.slice(0, perPage).map(({ number, note, by, approvedBy, at, files }, i) => {
    const before = (rows[i + 1]?.files ?? {}) as Tree;
    const changed = pathsThatDiffer(before, files as Tree).length;
    return { number, note, ...namesOf({ by, approvedBy }), at, changed };
  });
  return { lines, page, pages };
}

type Named = { readonly name: string } | null;

const namesOf = ({ by, approvedBy }: { by: Named; approvedBy: Named }) => ({
  by: by?.name ?? null,
  approvedBy: approvedBy?.name ?? null,
});

/** The paths of files that two trees don't have alike, in order. */
export function pathsThatDiffer(before: Tree, after: Tree): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]).toSorted();
}

/** What a version of a course holds, by the ids of contents; null where there is no such version. */
export async function findTree(courseId: string, number: number): Promise<Tree | null> {
  if (!Number.isSafeInteger(number) || number < 1 || number > 2_000_000_000) return null;
  const row = await db.courseVersion.findUnique({
    where: { courseId_number: { courseId, number } },
    select: { files: true },
  });
  return row && (row.files as Tree);
}

/** A version with its files, and those that it is compared with: the version before it, or the working copy. */
export interface ComparedVersion {
  readonly line: Omit<VersionLine, "changed">;
  readonly before: CourseFiles;
  readonly after: CourseFiles;
}

export async function compareVersion(
  courseId: string,
  number: number,
  withWorkingCopy: boolean,
): Promise<ComparedVersion | null> {
  const tree = await findTree(courseId, number);
  if (!tree) return null;
  const { note, at, ...people } = await db.courseVersion.findUniqueOrThrow({
    where: { courseId_number: { courseId, number } },
    select: {
      note: true,
      at: true,
      by: { select: { name: true } },
      approvedBy: { select: { name: true } },
    },
  });
  const line = { number, note, ...namesOf(people), at };
  const files = await filesIn(tree);
  if (withWorkingCopy) return { line, before: files, after: await workingFiles(courseId) };
  const earlier = (await findTree(courseId, number - 1)) ?? {};
  return { line, before: await filesIn(earlier), after: files };
}

import "server-only";
import { extensionOf, type FilesBeside, isCourseText, kindOf } from "@/lib/content";
import { db } from "@/lib/db/client";
import { type Entry, listEntries } from "./files";

/** A picture or data beside a lesson, as its authors have it now. */
export interface FileBeside {
  /** In the course's folder. */
  readonly path: string;
  readonly image: boolean;
  readonly size: number;
  /** Where it is served. */
  readonly address: string;
  /** How the lesson's text names it. */
  readonly written: string;
}

/** The files beside a lesson of a course that is written here, as its authors have them now. */
export async function findBeside(slug: string, folder: string): Promise<FilesBeside> {
  const rows = await db.courseFile.findMany({
    where: {
      course: { slug, home: "product" },
      path: { startsWith: `${folder}/` },
      contentId: { not: null },
      removedAt: null,
    },
    select: { path: true, contentId: true },
  });
  const inOrder = rows.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const named = inOrder.map(({ path, contentId }) => [path.slice(folder.length + 1), contentId]);
  return Object.fromEntries(named);
}

/** The pictures and data of a course, by path, and the folders of its lessons. */
export async function listBeside(
  courseId: string,
): Promise<{ readonly lessons: readonly string[]; readonly files: readonly FileBeside[] }> {
  const all = (await listEntries(courseId)).filter(({ removedAt }) => !removedAt);
  const lessons = all.flatMap(({ path }) =>
    path.endsWith("/lesson.mdx") ? [path.split("/")[0]!] : [],
  );
  return { lessons, files: all.filter(({ path }) => !isCourseText(path)).map(fileOf) };
}

/** How a lesson's text names a file beside it. */
export const writtenAs = (name: string): string =>
  kindOf(name)?.image ? `![what it shows](${name})` : `[what it is](${name})`;

function fileOf({ path, id, size }: Entry): FileBeside {
  const name = path.split("/").at(-1) ?? "";
  const image = kindOf(name)?.image ?? false;
  const address = `/files/${id}.${extensionOf(name)}`;
  return { path, image, size, address, written: writtenAs(name) };
}

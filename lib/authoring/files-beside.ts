import "server-only";
import { contentIdOf, extensionOf, isCourseText, kindOf } from "@/lib/content";
import { workingFiles } from "./files";

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

/** The pictures and data of a course, by path, and the folders of its lessons. */
export async function listBeside(
  courseId: string,
): Promise<{ readonly lessons: readonly string[]; readonly files: readonly FileBeside[] }> {
  const all = [...(await workingFiles(courseId))];
  const lessons = all.flatMap(([path]) =>
    path.endsWith("/lesson.mdx") ? [path.split("/")[0]!] : [],
  );
  const beside = all.filter(([path]) => !isCourseText(path));
  return { lessons, files: beside.map(([path, bytes]) => fileAt(path, bytes)) };
}

function fileAt(path: string, bytes: Uint8Array): FileBeside {
  const name = path.split("/").at(-1) ?? "";
  const image = kindOf(name)?.image ?? false;
  const address = `/files/${contentIdOf(bytes)}.${extensionOf(name)}`;
  const written = image ? `![what it shows](${name})` : `[what it is](${name})`;
  return { path, image, size: bytes.length, address, written };
}

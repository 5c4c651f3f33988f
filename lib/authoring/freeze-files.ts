import "server-only";
import type { CourseFiles } from "@/lib/content";
import { db } from "@/lib/db/client";
import { workingFiles } from "./files";
import { type FileVersions, handsIn } from "./hands";

/** Files of a course as its authors had them at one moment. */
export interface FrozenFiles {
  /** Those that are in the course. */
  readonly files: CourseFiles;
  readonly versions: FileVersions;
  /** Who had changed each since it was published, by path; those that were taken out are among them. */
  readonly hands: ReadonlyMap<string, readonly string[]>;
}

/** The files of a course as they are now, all or those with these paths, while nobody changes them. */
export function freezeFiles(courseId: string, paths?: readonly string[]): Promise<FrozenFiles> {
  return db.$transaction(
    async (tx) => {
      const all = await tx.$queryRaw<{ id: string; path: string; version: number }[]>`
        select id, path, version from course_file where course_id = ${courseId}::uuid for share`;
      const rows = paths ? all.filter(({ path }) => paths.includes(path)) : all;
      const now = await workingFiles(courseId, tx);
      const hands = await handsIn(
        tx,
        rows.map(({ id }) => id),
      );
      return {
        files: new Map(
          rows.flatMap(({ path }) => {
            const bytes = now.get(path);
            return bytes ? [[path, bytes] as const] : [];
          }),
        ),
        versions: Object.fromEntries(rows.map(({ id, version }) => [id, version])),
        hands: new Map(rows.map(({ id, path }) => [path, hands.get(id) ?? []])),
      };
    },
    { timeout: 30_000 },
  );
}

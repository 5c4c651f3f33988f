import "server-only";
import { keepContents } from "@/lib/catalogue/file-content";
import { contentIdOf } from "@/lib/content";
import { db } from "@/lib/db/client";
import { latestTree } from "./files";
import { freezeFiles } from "./freeze-files";

interface Asking {
  readonly course: { readonly id: string };
  readonly userId: string;
  readonly note: string;
  /** The files to be published as they are now. */
  readonly paths: readonly string[];
}

/** Asks the other authors to look at these files as they are now: what is typed from here on is none of it. */
export async function askReview({ course, userId, note, paths }: Asking): Promise<void> {
  const before = await latestTree(course.id);
  const { files: now, versions, hands } = await freezeFiles(course.id, paths);
  const changed = [...new Set(paths)].flatMap((path) => {
    const bytes = now.get(path);
    const [id, was] = [bytes ? contentIdOf(bytes) : null, before[path] ?? null];
    return id === was ? [] : [{ path, id, was }];
  });
  const data = {
    ...{ courseId: course.id, note, askedById: userId },
    files: Object.fromEntries(changed.map(({ path, id }) => [path, id])),
    base: Object.fromEntries(changed.map(({ path, was }) => [path, was])),
    versions: { ...versions },
    writtenByIds: [...new Set(changed.flatMap(({ path }) => hands.get(path) ?? []))],
  };
  await db.$transaction(async (tx) => {
    await keepContents(tx, now.values());
    await tx.courseReview.create({ data });
  });
}

import "server-only";
import { notKept } from "@/lib/authoring/files/contents";
import { latestTree } from "@/lib/authoring/files/files";
import { chosenFiles } from "@/lib/authoring/publish/chosen-files";
import { keepContents } from "@/lib/catalogue/file-content";
import { db } from "@/lib/db/client";
import { handsIn } from "./hands";

interface Asking {
  readonly course: { readonly id: string };
  readonly userId: string;
  readonly note: string;
  /** The files to be published as they are now, and with any of a lesson that moved all of it. */
  readonly paths: readonly string[];
}

/** Asks the other authors to look at these files as they are now: what is typed from here on is none of it. */
export async function askReview({ course, userId, note, paths }: Asking): Promise<void> {
  const before = await latestTree(course.id);
  const { tree, versions, ids, read } = await chosenFiles(course.id, before, paths);
  const changed = [...ids].flatMap(([path, fileId]) => {
    const [id, was] = [tree[path] ?? null, before[path] ?? null];
    return id === was ? [] : [{ path, fileId, id, was }];
  });
  const files = await read(changed.map(({ path }) => path));
  await db.$transaction(async (tx) => {
    await keepContents(tx, await notKept(tx, files));
    const fileIds = changed.map(({ fileId }) => fileId);
    const hands = [...(await handsIn(tx, fileIds)).values()].flat();
    await tx.courseReview.create({
      data: {
        ...{ courseId: course.id, note, askedById: userId },
        files: Object.fromEntries(changed.map(({ path, id }) => [path, id])),
        base: Object.fromEntries(changed.map(({ path, was }) => [path, was])),
        versions: { ...versions },
        writtenByIds: [...new Set(hands)],
      },
    });
  });
}

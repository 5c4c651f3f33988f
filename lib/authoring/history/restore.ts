import "server-only";
import { filesIn, workingFiles } from "@/lib/authoring/files/files";
import { putFile } from "@/lib/authoring/files/put-file";
import { db } from "@/lib/db/client";
import { findTree } from "./versions";

interface Restoring {
  readonly courseId: string;
  readonly userId: string;
  /** The version to go back to. */
  readonly number: number;
  /** The one file to restore; all of them where none is named, and what came since goes. */
  readonly path?: string;
}

/** Makes the working copy say what a version said, of all files or of one. Windows that have a text open take that in as one
 *  change; nothing is published. False where there is no such version. */
export async function restore({ courseId, userId, number, path }: Restoring): Promise<boolean> {
  const tree = await findTree(courseId, number);
  if (!tree) return false;
  const files = await filesIn(tree);
  const now = path === undefined ? [...(await workingFiles(courseId)).keys()] : [];
  const paths = path === undefined ? [...new Set([...files.keys(), ...now])] : [path];
  await db.$transaction(
    async (tx) => {
      for (const one of paths) {
        await putFile(tx, { courseId, userId, path: one, bytes: files.get(one) });
      }
    },
    { timeout: 60_000 },
  );
  return true;
}

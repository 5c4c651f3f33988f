import "server-only";
import { z } from "zod";
import type { Tree } from "@/lib/authoring/files/files";
import { db } from "@/lib/db/client";
import { addressProblem } from "./address";

/** Where a course that is written here is followed. */
export interface Remote {
  readonly url: string;
  readonly branch: string;
  /** The course's folder in the repository; "" where the repository is the course. */
  readonly folder: string;
}

export interface FollowedRemote extends Remote {
  /** The commit that was pulled last; null before. */
  readonly commit: string | null;
  readonly pulledAt: Date | null;
  /** Ids of what the files said in it, by path. */
  readonly files: Tree;
}

const words = /^[A-Za-z0-9_][\w.-]*(?:\/[A-Za-z0-9_][\w.-]*)*$/;

export const remoteForm = z.object({
  url: z
    .string()
    .trim()
    .max(500, "This address is too long.")
    .superRefine((url, context) => {
      const problem = addressProblem(url);
      if (problem) context.addIssue({ code: "custom", message: problem });
    }),
  branch: z
    .string()
    .trim()
    .max(200, "This name is too long.")
    .refine((name) => words.test(name) && !name.includes(".."), "Name a branch, such as main."),
  folder: z
    .string()
    .trim()
    .max(300, "This path is too long.")
    .transform((folder) => folder.replace(/^\.?\/+|\/+$/g, ""))
    .refine(
      (folder) => folder === "" || (words.test(folder) && !folder.includes("..")),
      "Name a folder in the repository, such as courses/deep-learning.",
    ),
});

/** What a course follows; null for nothing. */
export async function findRemote(courseId: string): Promise<FollowedRemote | null> {
  const row = await db.courseRemote.findUnique({ where: { courseId } });
  return row && { ...row, files: row.files as Tree };
}

/** Makes a course follow a repository. What was pulled from another one before is no longer what both had. */
export async function saveRemote(courseId: string, remote: Remote): Promise<void> {
  const before = await findRemote(courseId);
  const isSame = before?.url === remote.url && before.folder === remote.folder;
  const fresh = isSame ? {} : { commit: null, pulledAt: null, files: {} };
  await db.courseRemote.upsert({
    where: { courseId },
    create: { courseId, ...remote },
    update: { ...remote, ...fresh },
  });
}

/** Ends that a course follows a repository. */
export async function dropRemote(courseId: string): Promise<void> {
  await db.courseRemote.deleteMany({ where: { courseId } });
}

import { z } from "zod";
import { fileLimits } from "@/lib/content/file-limits";

/** What a program and the server send each other of a course's files. The program's side imports nothing else of the server's. */

/** Bytes of a push: all a course may have, in base64. */
export const largestPush = 30_000_000;

const path = z.string().min(1).max(300);
const id = z.string().regex(/^[0-9a-f]{64}$/);
/** Ids of what files say, by path. */
const tree = z.record(path, id);
/** What files say, in base64, by path. */
const contents = z.record(path, z.string());

/** A course as its authors have it now. */
export const pulledForm = z.strictObject({
  course: z.string(),
  /** The number of the version that was published last; null before. */
  version: z.int().nullable(),
  files: contents,
});

const isFew = (files: object) => Object.keys(files).length <= fileLimits.files;

/** What changed in a folder since it was pulled. */
export const pushForm = z.strictObject({
  base: tree.refine(isFew),
  files: contents.refine(isFew),
  removed: z.array(path).max(fileLimits.files),
  /** What changed, in words, where it is to be published at once. */
  publish: z.string().trim().min(1).max(500).optional(),
});

const issue = z.object({
  file: z.string().optional(),
  line: z.number(),
  column: z.number(),
  message: z.string(),
  mend: z.string(),
});

const change = z.object({ path, what: z.enum(["new", "changed", "removed", "conflict"]) });

/** What came of a push. */
export const pushedForm = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("taken"),
    changes: z.array(change),
    /** What has to be mended before the course can be published. */
    issues: z.array(issue),
    /** What came of publishing, where that was asked for. */
    published: z
      .object({
        status: z.enum([
          "published",
          "unchanged",
          "refused",
          "overtaken",
          // Its lessons are being checked: whoever sent it asks again until they are.
          "checking",
          "needs-review",
        ]),
        number: z.int().optional(),
      })
      .optional(),
  }),
  z.object({ status: z.literal("conflict"), paths: z.array(path) }),
  z.object({
    status: z.literal("refused"),
    refused: z.array(z.object({ path, message: z.string(), mend: z.string() })),
  }),
]);

export type Pushed = z.output<typeof pushedForm>;

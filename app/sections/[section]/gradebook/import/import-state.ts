import "server-only";
import { z } from "zod";

/** What taking a file's marks would do, as the page shows it before anything is done. */
export const previewSchema = z.strictObject({
  /** The file's text, with which the page sends it back. */
  text: z.string(),
  hash: z.string(),
  /** All changes; `changes` holds the first of them. */
  count: z.number(),
  changes: z.array(
    z.strictObject({
      line: z.number(),
      student: z.string(),
      column: z.string(),
      from: z.string(),
      to: z.string(),
    }),
  ),
  unchanged: z.number(),
  problems: z.array(z.strictObject({ line: z.number(), reason: z.string() })),
  passedOver: z.array(z.string()),
});

export type Preview = z.infer<typeof previewSchema>;

export type ImportState =
  | {
      readonly step: "start";
      readonly text?: string;
      readonly error?: string;
      readonly done?: string;
    }
  /** `notice` says why a preview is shown again. */
  | {
      readonly step: "preview";
      readonly preview: Preview;
      readonly notice?: string;
      readonly reason?: string;
      readonly reasonError?: string;
    };

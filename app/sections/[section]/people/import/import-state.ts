import "server-only";
import { z } from "zod";
import { meanings } from "@/lib/cohort/roster/roster";

const role = z.enum(["student", "assistant", "instructor"]);

const person = z.strictObject({
  line: z.number(),
  name: z.string(),
  email: z.string(),
});

const placed = person.extend({
  role,
  campusId: z.string().nullable(),
  group: z.string().nullable(),
  account: z.enum(["new", "unclaimed", "claimed"]),
});

const shift = <Value extends z.ZodType>(value: Value) => z.strictObject({ from: value, to: value });

const column = z.strictObject({
  index: z.number(),
  header: z.string(),
  meaning: z.enum(meanings),
  samples: z.array(z.string()),
  /** What to ask about it; null where it is certain. */
  question: z.string().nullable(),
});

/** What an import would do, as the page shows it before anything is done. */
export const previewSchema = z.strictObject({
  /** The roster's text, with which the page sends it back. */
  text: z.string(),
  /** What was read as something else than UTF-8, in the page's words; null where nothing was. */
  encoding: z.string().nullable(),
  hash: z.string(),
  columns: z.array(column),
  add: z.array(placed),
  restore: z.array(placed),
  change: z.array(
    person.extend({
      role: shift(role).optional(),
      campusId: shift(z.string().nullable()).optional(),
      group: shift(z.string().nullable()).optional(),
    }),
  ),
  kept: z.array(
    person.extend({ role: shift(role), reason: z.enum(["yourself", "last-instructor"]) }),
  ),
  unchanged: z.number(),
  problems: z.array(
    z.strictObject({ line: z.number(), row: z.string(), reason: z.string(), mend: z.string() }),
  ),
  passedOver: z.array(z.strictObject({ line: z.number(), reason: z.string() })),
});

export type Preview = z.infer<typeof previewSchema>;
export type PlacedRow = z.infer<typeof placed>;

export type ImportState =
  | { readonly step: "start"; readonly text?: string; readonly error?: string }
  /** `notice` says why a preview is shown again. */
  | { readonly step: "preview"; readonly preview: Preview; readonly notice?: string };

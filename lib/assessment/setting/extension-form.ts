import { z } from "zod";
import { reasonText } from "./reason";
import { readTime } from "./zoned-time";

/** More time or more attempts, as a form gives them. */
export interface ReadExtension {
  readonly to: { readonly kind: "student" | "group"; readonly name: string };
  /** Null where the date stays. */
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly extraAttempts: number;
  readonly extraMinutes: number;
  readonly reason: string;
}

/** The fields that come back filled where a form is refused. */
export const extensionFieldNames = [
  "to",
  "dueAt",
  "closesAt",
  "extraAttempts",
  "extraMinutes",
  "reason",
] as const;

const whole = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d*$/, "Write a whole number, or nothing.")
    .transform((text) => Number(text || "0"))
    .refine((number) => number <= most, `At most ${most}.`);

const fields = z.object({
  to: z
    .string()
    .regex(/^(student|group):./, "Choose a student or a group.")
    .transform((text) => {
      const at = text.indexOf(":");
      return { kind: text.slice(0, at) as "student" | "group", name: text.slice(at + 1) };
    }),
  extraAttempts: whole(100),
  extraMinutes: whole(10_080),
  reason: reasonText,
});

export type ReadExtensionForm =
  | { readonly status: "read"; readonly extension: ReadExtension; readonly notes: string[] }
  | { readonly status: "refused"; readonly errors: Partial<Record<string, string>> };

/** The extension that a form's texts come to, in a section's time zone; or what is to be mended, by field. It moves dates
 *  on and never back, since the latest date given counts. */
export function readExtension(
  texts: Readonly<Record<string, string>>,
  { zone, dueAt, closesAt }: { zone: string; dueAt: Date; closesAt: Date },
): ReadExtensionForm {
  const parsed = fields.safeParse(texts);
  const errors: Partial<Record<string, string>> = {};
  const notes: string[] = [];
  for (const { path, message } of parsed.error?.issues ?? []) errors[String(path[0])] ??= message;
  const read = (name: "dueAt" | "closesAt", than: Date, what: string): Date | null => {
    if (!texts[name]) return null;
    const time = readTime(texts[name], zone);
    if (time.status === "unreadable") errors[name] = time.message;
    else if (time.at <= than) errors[name] = `That is no later than it ${what} for everybody.`;
    if (time.status !== "read") return null;
    if (time.note) notes.push(time.note);
    return time.at;
  };
  const due = read("dueAt", dueAt, "is due");
  const closes = read("closesAt", closesAt, "closes");
  if (due && closes && closes < due) errors.closesAt = "It closes before it is due.";
  const { data } = parsed;
  if (data && !due && !closes && data.extraAttempts + data.extraMinutes === 0)
    errors.form ??= "Say what they get more of: a later date, attempts or minutes.";
  if (!data || Object.keys(errors).length > 0) return { status: "refused", errors };
  return { status: "read", extension: { ...data, dueAt: due, closesAt: closes }, notes };
}

import { z } from "zod";
import type { Policy } from "@/lib/assessment/terms/policy";
import { policyFields, policyOf, policyTexts } from "@/lib/assessment/terms/policy-form";
import { plainName } from "@/lib/auth/plain-name";
import { readTime, zonedText } from "./zoned-time";

/** What an instructor can set of an assignment, but for its kind and its exercises. */
export interface AssignmentSettings {
  readonly title: string;
  /** Markdown. */
  readonly intro: string;
  /** An id among the section's grading categories; null for none. */
  readonly category: string | null;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly closesAt: Date;
  readonly policy: Policy;
  /** Null where nothing must be typed to begin. */
  readonly password: string | null;
}

/** A title that is not empty and fits on a line or two. */
export const assignmentTitle = z
  .string()
  .transform(plainName)
  .pipe(
    z
      .string()
      .min(1, "Give the assignment a title, such as “Homework 3”.")
      .max(120, "Please use a title of at most 120 characters."),
  );

/** Text as it can be kept: PostgreSQL has no character 0. */
export const keptText = z.string().transform((text) => text.toWellFormed().replaceAll("\0", ""));

const fields = policyFields.extend({
  title: assignmentTitle,
  intro: keptText.pipe(z.string().max(10_000, "Please use at most 10,000 characters.")),
  category: z.string().max(100),
  password: keptText.pipe(z.string().trim().max(100, "Please use at most 100 characters.")),
});

const dateNames = ["opensAt", "dueAt", "closesAt"] as const;

type DateName = (typeof dateNames)[number];

/** The names of all its fields. */
export const assignmentFieldNames = [...Object.keys(fields.shape), ...dateNames];

export type ReadSettings =
  | { readonly status: "read"; readonly settings: AssignmentSettings; readonly notes: string[] }
  | { readonly status: "refused"; readonly errors: Partial<Record<string, string>> };

interface Around {
  /** The section's. */
  readonly zone: string;
  /** The ids of the section's grading categories. */
  readonly categories: readonly string[];
  /** The dates that are kept, which stay as they are where the form shows them. */
  readonly kept?: Pick<AssignmentSettings, DateName>;
}

/** The settings that a form's texts come to, with what is to be said of its times; or what is to be mended, by field. */
export function readSettings(
  texts: Readonly<Record<string, string>>,
  { zone, categories, kept }: Around,
): ReadSettings {
  const parsed = fields.safeParse(texts);
  const errors: Partial<Record<string, string>> = {};
  for (const { path, message } of parsed.error?.issues ?? []) errors[String(path[0])] ??= message;
  const times = dateNames.map((name) => readTime(texts[name] ?? "", zone, kept?.[name]));
  const dates: Partial<Record<DateName, Date>> = {};
  dateNames.forEach((name, i) => {
    const time = times[i]!;
    if (time.status === "read") dates[name] = time.at;
    else errors[name] = time.message;
  });
  const { opensAt, dueAt, closesAt } = dates;
  if (opensAt && dueAt && dueAt <= opensAt) errors.dueAt = "It is due before it opens.";
  if (dueAt && closesAt && closesAt < dueAt)
    errors.closesAt = "It closes before it is due. Where no late work is taken, use the due date.";
  if (parsed.data?.score === "at-once" && parsed.data.verdict !== "at-once")
    errors.score =
      "Points at once would tell whether an answer is right, which you show later. Show both at once, or points later.";
  const category = parsed.data?.category || null;
  if (category && !categories.includes(category)) errors.category = "Choose one from the list.";
  if (!parsed.data || !opensAt || !dueAt || !closesAt || Object.keys(errors).length > 0)
    return { status: "refused", errors };
  const { title, intro, password, ...policy } = parsed.data;
  return {
    status: "read",
    notes: times.flatMap((time) => (time.status === "read" && time.note ? [time.note] : [])),
    settings: {
      ...{ title, intro, category, opensAt, dueAt, closesAt },
      policy: policyOf(policy),
      password: password || null,
    },
  };
}

/** Settings as their form shows them, by the names of its fields. */
export function settingsTexts(
  settings: AssignmentSettings,
  zone: string,
): Readonly<Record<string, string>> {
  const { title, intro, category, password, policy } = settings;
  return {
    ...policyTexts(policy),
    ...{ title, intro, category: category ?? "", password: password ?? "" },
    ...Object.fromEntries(dateNames.map((name) => [name, zonedText(settings[name], zone)])),
  };
}

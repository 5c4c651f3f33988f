import { z } from "zod";
import type { GradedPart, PartResult, Result } from "@/lib/exercise";
import { visibleText } from "@/lib/ui/visible-text";
import type { SectionOn, TaughtSection } from "../taught-section";
import { markdownToHtml } from "../to-html";

const part = z.discriminatedUnion("status", [
  z.strictObject({
    part: z.string(),
    status: z.literal("unreadable"),
    /** Plain text, since it quotes what was typed. */
    message: z.string(),
  }),
  z.strictObject({
    part: z.string(),
    status: z.literal("graded"),
    verdict: z.enum(["right", "partly", "wrong"]),
    /** Points, where they are shown. */
    earned: z.number().optional(),
    possible: z.number().optional(),
    /** The points that count for the part, where they are not those of this answer. */
    counts: z.number().optional(),
    /** HTML. */
    feedback: z.array(z.string()),
    /** Why it is right: HTML, and whose words they are. */
    why: z.strictObject({ html: z.string(), by: z.enum(["author", "solution"]) }).optional(),
    /** Where nobody knows the mistake. */
    unexplained: z.literal(true).optional(),
    marks: z.array(z.enum(["right", "wrong"])).optional(),
    /** Sections that explain what went wrong. */
    readOn: z.array(z.strictObject({ title: z.string(), path: z.string() })).optional(),
  }),
  /** Received, and its verdict is not shown yet. */
  z.strictObject({ part: z.string(), status: z.literal("saved") }),
]);

/** All of a result that a browser gets, and in the form it shows it. */
export const publicResult = z.strictObject({
  status: z.enum(["graded", "unreadable"]),
  parts: z.array(part),
});

export type PublicPart = z.infer<typeof part>;
export type PublicResult = z.infer<typeof publicResult>;

/** Points that count, by part. */
export type Counting = Readonly<Record<string, number>>;

/** What is told beside a result: where its course teaches what may go wrong, and what counts. */
interface Telling {
  readonly sectionOn?: SectionOn | undefined;
  readonly counting?: Counting;
}

/** A result for the browser, picked field by field: what is not named here does not get out. */
export function toPublicResult(
  { status, parts }: Pick<Result, "status"> & { parts: readonly PartResult[] },
  telling: Telling = {},
): PublicResult {
  return publicResult.parse({ status, parts: parts.map((one) => toPublicPart(one, telling)) });
}

/** One part's result for the browser. */
export function toPublicPart(
  result: PartResult,
  { sectionOn = () => undefined, counting = {} }: Telling = {},
): PublicPart {
  if (result.status === "unreadable") {
    const { part, status, message } = result;
    return { part, status, message: visibleText(message) };
  }
  const { part, status, verdict, earned, possible, feedback, marks, why, unexplained } = result;
  const readOn = sectionsFor(result, sectionOn);
  return {
    part,
    status,
    verdict,
    earned,
    possible,
    ...countsFor(earned, counting[part]),
    feedback: feedback.map(markdownToHtml),
    ...(why ? { why: { html: markdownToHtml(why.text), by: why.by } } : {}),
    ...(unexplained ? { unexplained } : {}),
    ...(marks ? { marks: [...marks] } : {}),
    ...(readOn.length > 0 ? { readOn } : {}),
  };
}

/** The sections on the mistakes that an answer points to, each once. */
function sectionsFor({ diagnosis = [] }: GradedPart, sectionOn: SectionOn): TaughtSection[] {
  const sections = diagnosis.flat().flatMap((rule) => sectionOn(rule) ?? []);
  return [...new Map(sections.map((section) => [section.path, section])).values()];
}

/** What counts, where it is not what this answer earned. */
export const countsFor = (earned: number, counts: number | undefined): { counts?: number } =>
  counts === undefined || Math.abs(counts - earned) < 1e-9 ? {} : { counts };

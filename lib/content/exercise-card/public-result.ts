import { z } from "zod";
import type { PartResult, Result } from "@/lib/exercise";
import { visibleText } from "@/lib/ui/visible-text";
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
    earned: z.number(),
    possible: z.number(),
    /** HTML. */
    feedback: z.array(z.string()),
    marks: z.array(z.enum(["right", "wrong"])).optional(),
  }),
]);

/** All of a result that a browser gets, and in the form it shows it. */
const publicResult = z.strictObject({
  status: z.enum(["graded", "unreadable"]),
  parts: z.array(part),
});

export type PublicPart = z.infer<typeof part>;
export type PublicResult = z.infer<typeof publicResult>;

/** A result for the browser, picked field by field: what is not named here does not get out. */
export function toPublicResult({
  status,
  parts,
}: Pick<Result, "status"> & { parts: readonly PartResult[] }): PublicResult {
  return publicResult.parse({ status, parts: parts.map(toPublicPart) });
}

/** One part's result for the browser. */
export function toPublicPart(result: PartResult): PublicPart {
  if (result.status === "unreadable") {
    const { part, status, message } = result;
    return { part, status, message: visibleText(message) };
  }
  const { part, status, verdict, earned, possible, feedback, marks } = result;
  const html = feedback.map(markdownToHtml);
  return { part, status, verdict, earned, possible, feedback: html, marks: marks && [...marks] };
}

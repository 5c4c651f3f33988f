import "server-only";
import { randomUUID } from "node:crypto";
import { allowancesOf } from "@/lib/auth/pace";
import { toPublicResult } from "@/lib/content/exercise-card/public-result";
import { cameWith, knownIn, responsesOf } from "@/lib/content/exercise-card/responses";
import type { SubmissionReply } from "@/lib/content/exercise-card/send";
import { markdownToHtml } from "@/lib/content/to-html";
import { nameInWords } from "@/lib/exercise/part-name";
import { recordDrafts } from "./drafts";
import { drawNext } from "./draw-next";
import { asOwner, type Call, type Known, numbersIn, type Outcome } from "./exercise-form";
import { type Helped, openSolution, takeHint } from "./help";
import { recordSubmission } from "./submit";

/** An answer to an exercise, or to one part of it. What a page without scripts has in its other fields stays in them. */
export function submit(call: Call): Promise<Outcome> {
  const { input, form } = call;
  const responses = responsesOf(form);
  const was = cameWith(form);
  const known = Object.entries(was).map(([part, text]) => [part, [text]] as const);
  return asOwner(call, "check", async (learner) => {
    const answer = {
      ...numbersIn(call),
      idempotencyKey: input.submission,
      asked: input.part ? [input.part] : [],
      responses,
      known: { ...Object.fromEntries(known), ...knownIn(form) },
    };
    const pace = allowancesOf(learner, "check");
    const submitted = await recordSubmission(learner, answer, new Date(), pace);
    if (submitted.status !== "recorded") return submitted;
    const { result, standing, asked, open } = submitted;
    const rest = without(was, asked);
    if (Object.keys(rest).length > 0) {
      const typed = { responses, was: rest, known: {}, taken: [], settled: [] };
      await recordDrafts(learner, { ...numbersIn(call), ...typed });
    }
    const names = open.map((part) => markdownToHtml(nameInWords(part)));
    return {
      json: { result: toPublicResult(result), standing, open: names, next: randomUUID() },
    };
  });
}

const without = (texts: Readonly<Record<string, string>>, parts: readonly string[]) =>
  Object.fromEntries(Object.entries(texts).filter(([part]) => !parts.includes(part)));

/** New numbers for an exercise. */
export function newNumbers(call: Call): Promise<Outcome> {
  const { input } = call;
  return asOwner(call, "draw", async (learner) => {
    const possible = await drawNext(learner, input.exercise, input.variant);
    if (possible === null) return { status: "unknown-exercise" };
    return nothingGraded({ earned: 0, possible });
  });
}

/** The next hint for an exercise's numbers. */
export function hint(call: Call): Promise<Outcome> {
  return helped(call, (learner) => takeHint(learner, numbersIn(call), call.input.taken ?? 0));
}

/** The worked solution of an exercise's numbers. */
export function solution(call: Call): Promise<Outcome> {
  return helped(call, (learner) => openSolution(learner, numbersIn(call)));
}

function helped(call: Call, ask: (learner: Known) => Promise<Helped>): Promise<Outcome> {
  return asOwner(call, "help", async (learner) => {
    const asked = await ask(learner);
    return asked.status === "helped" ? nothingGraded(asked.standing) : asked;
  });
}

const nothingGraded = (standing: SubmissionReply["standing"]): Outcome => ({
  json: { result: { status: "graded", parts: [] }, standing, open: [], next: randomUUID() },
});

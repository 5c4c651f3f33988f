import "server-only";
import { randomUUID } from "node:crypto";
import { allowancesOf } from "@/lib/auth/pace";
import { findCourseOf } from "@/lib/catalogue/course-notes";
import { findExerciseVersion } from "@/lib/catalogue/exercise-version";
import { toPublicResult } from "@/lib/content/exercise-card/public-result";
import { cameWith, knownIn, responsesOf } from "@/lib/content/exercise-card/responses";
import type { SubmissionReply } from "@/lib/content/exercise-card/send";
import { markdownToHtml } from "@/lib/content/to-html";
import { recordDrafts } from "./drafts";
import { drawNext } from "./draw-next";
import { waitForStep } from "./even-time";
import {
  asOwner,
  type Call,
  type Failed,
  type Gate,
  type Known,
  numbersIn,
  type Outcome,
  open,
} from "./exercise-form";
import type { GradedRules } from "./graded-rules";
import { type Helped, openSolution, takeHint } from "./help";
import type { Points } from "./standing";
import { recordSubmission, type Submitted } from "./submit";

/** Where answers are taken and told of. */
export interface Desk {
  /** Null where they are practised. */
  readonly rules: GradedRules | null;
  /** What the learner hears of it. */
  readonly tell: (recorded: Extract<Submitted, { status: "recorded" }>) => Told;
}

type Told = Pick<SubmissionReply, "result" | "standing" | "receivedAt">;

/** Where answers to this exercise are practised: all is told, and where its course teaches what went wrong. */
export async function practiceOf({ input }: Call): Promise<Desk> {
  const version = await findExerciseVersion(input.exercise);
  const course = version && (await findCourseOf(version.exerciseId));
  return {
    rules: null,
    tell: ({ result, standing, counting }) => ({
      result: toPublicResult(result, { sectionOn: course?.sectionOn, counting }),
      standing,
    }),
  };
}

/** An answer to an exercise, or to one part of it. What a page without scripts has in its other fields stays in them. */
export function submit(
  call: Call,
  deskFor: (learner: Known) => Promise<Desk | Failed>,
): Promise<Outcome> {
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
    const desk = await deskFor(learner);
    if ("status" in desk) return desk;
    const begun = performance.now();
    const pace = allowancesOf(learner, "check");
    const submitted = await recordSubmission(learner, answer, new Date(), pace, desk.rules);
    if (desk.rules && !desk.rules.tells) await waitForStep(begun);
    if (submitted.status !== "recorded") return submitted;
    const { asked, open: blank } = submitted;
    const rest = without(was, asked);
    if (Object.keys(rest).length > 0) {
      const typed = { responses, was: rest, known: {}, taken: [], settled: [] };
      await recordDrafts(learner, { ...numbersIn(call), ...typed });
    }
    const names = blank.map(markdownToHtml);
    return { json: { ...desk.tell(submitted), open: names, next: randomUUID() } };
  });
}

const without = (texts: Readonly<Record<string, string>>, parts: readonly string[]) =>
  Object.fromEntries(Object.entries(texts).filter(([part]) => !parts.includes(part)));

/** New numbers for an exercise. */
export function newNumbers(call: Call, gate: Gate = open): Promise<Outcome> {
  const { input } = call;
  return asOwner(call, "draw", async (learner) => {
    const shut = await gate(learner);
    if (shut) return shut;
    const possible = await drawNext(learner, input.exercise, input.variant);
    if (possible === null) return { status: "unknown-exercise" };
    return nothingGraded({ earned: 0, possible });
  });
}

/** Who gives help: to whom, and what points they are told of with it. */
export interface HelpDesk {
  readonly gate: Gate;
  /** Absent where all that was earned is told. */
  readonly pointsFor?: (learner: Known) => Promise<Points>;
}

/** The next hint for an exercise's numbers. */
export function hint(call: Call, desk: HelpDesk = { gate: open }): Promise<Outcome> {
  return helped(call, desk, (learner) => takeHint(learner, numbersIn(call), call.input.taken ?? 0));
}

/** The worked solution of an exercise's numbers. */
export function solution(call: Call, desk: HelpDesk = { gate: open }): Promise<Outcome> {
  return helped(call, desk, (learner) => openSolution(learner, numbersIn(call)));
}

function helped(
  call: Call,
  { gate, pointsFor }: HelpDesk,
  ask: (learner: Known) => Promise<Helped>,
): Promise<Outcome> {
  return asOwner(call, "help", async (learner) => {
    const shut = await gate(learner);
    if (shut) return shut;
    const asked = await ask(learner);
    if (asked.status !== "helped") return asked;
    return nothingGraded(pointsFor ? await pointsFor(learner) : asked.standing);
  });
}

/** A reply that tells of no answer. */
export const nothingGraded = (standing: SubmissionReply["standing"]): Outcome => ({
  json: { result: { status: "graded", parts: [] }, standing, open: [], next: randomUUID() },
});

import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Admitted, admit, tooFast } from "@/lib/auth/admit";
import type { FormCall, Refusal } from "@/lib/auth/form-route";
import { safeNext } from "@/lib/auth/next-path";
import { allowancesOf } from "@/lib/auth/pace";
import { inMinutes } from "@/lib/auth/rate-limit";
import { toPublicResult } from "@/lib/content/exercise-card/public-result";
import { responsesOf } from "@/lib/content/exercise-card/responses";
import type { SubmissionReply } from "@/lib/content/exercise-card/send";
import { drawNext } from "./draw-next";
import { type Helped, type HelpInput, openSolution, takeHint } from "./help";
import { recordSubmission } from "./submit";

/** The fields of an exercise's form, beside the responses. */
export const submissionForm = z.object({
  exercise: z.string().regex(/^[0-9a-f]{1,64}$/),
  variant: z.coerce.number().int().min(1).max(100_000),
  numbers: z.string().max(64),
  submission: z.uuid(),
  part: z.string().max(64).optional(),
  /** How many hints the page shows, where the next is asked for. */
  taken: z.coerce.number().int().min(0).max(1000).optional(),
  return: z.string().max(500).transform(safeNext),
});

type Call = FormCall<z.infer<typeof submissionForm>>;
type Outcome = { json: SubmissionReply } | { refusal: Refusal };

const refusals = {
  "unknown-exercise": {
    status: 404,
    message: "This exercise is not there any more. Reload the page to see what took its place.",
  },
  "other-numbers": {
    status: 409,
    message:
      "These numbers were given to someone else: perhaps you signed in or out in another tab. Reload the page to get yours.",
  },
} as const satisfies Record<string, Refusal>;

const triesUsedUp = (seconds: number): Refusal => ({
  status: 429,
  message: `You’ve tried this many times with these numbers. Look at the solution or take new numbers now, or try again in ${inMinutes(seconds)}.`,
  retryAfter: seconds,
});

/** An answer to an exercise, or to one part of it. */
export async function submit({ input, form, request }: Call): Promise<Outcome> {
  const admitted = await admit(request);
  if ("refusal" in admitted) return admitted;
  const { learner } = admitted;
  const answer = {
    versionId: input.exercise,
    number: input.variant,
    mark: input.numbers,
    idempotencyKey: input.submission,
    asked: input.part ? [input.part] : [],
    responses: responsesOf(form),
  };
  const pace = allowancesOf(learner, "check");
  const submitted = await recordSubmission(learner, answer, new Date(), pace);
  if (submitted.status === "too-fast") return { refusal: tooFast(submitted.seconds) };
  if (submitted.status === "tries-used-up") return { refusal: triesUsedUp(submitted.seconds) };
  if (submitted.status !== "recorded") return { refusal: refusals[submitted.status] };
  const { result, standing } = submitted;
  return { json: { result: toPublicResult(result), standing, next: randomUUID() } };
}

/** New numbers for an exercise. */
export async function newNumbers({ input, request }: Call): Promise<Outcome> {
  const admitted = await admit(request, "draw");
  if ("refusal" in admitted) return admitted;
  const possible = await drawNext(admitted.learner, input.exercise, input.variant);
  if (possible === null) return { refusal: refusals["unknown-exercise"] };
  return nothingGraded({ earned: 0, possible });
}

/** The next hint for an exercise's numbers. */
export function hint(call: Call): Promise<Outcome> {
  return helped(call, (learner) => takeHint(learner, numbersIn(call), call.input.taken ?? 0));
}

/** The worked solution of an exercise's numbers. */
export function solution(call: Call): Promise<Outcome> {
  return helped(call, (learner) => openSolution(learner, numbersIn(call)));
}

type Known = Extract<Admitted, { learner: unknown }>["learner"];

async function helped(
  { request }: Call,
  ask: (learner: Known) => Promise<Helped>,
): Promise<Outcome> {
  const admitted = await admit(request, "help");
  if ("refusal" in admitted) return admitted;
  const asked = await ask(admitted.learner);
  if (asked.status !== "helped") return { refusal: refusals[asked.status] };
  return nothingGraded(asked.standing);
}

const numbersIn = ({ input }: Call): HelpInput => ({
  versionId: input.exercise,
  number: input.variant,
  mark: input.numbers,
});

const nothingGraded = (standing: SubmissionReply["standing"]): Outcome => ({
  json: { result: { status: "graded", parts: [] }, standing, next: randomUUID() },
});

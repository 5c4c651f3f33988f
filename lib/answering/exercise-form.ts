import "server-only";
import { z } from "zod";
import { type Admitted, admit, tooFast } from "@/lib/auth/admit";
import type { FormCall, Refusal } from "@/lib/auth/form-route";
import { safeNext } from "@/lib/auth/next-path";
import type { Action } from "@/lib/auth/pace";
import { inMinutes } from "@/lib/auth/rate-limit";
import type { SubmissionReply } from "@/lib/content/exercise-card/send";
import { ownerMark, standinFor } from "./page-owner";
import type { ShownNumbers } from "./shown-variant";

/** The fields of an exercise's form, beside the responses. */
export const submissionForm = z.object({
  exercise: z.string().regex(/^[0-9a-f]{1,64}$/),
  variant: z.coerce.number().int().min(1).max(100_000),
  numbers: z.string().max(64),
  /** The assigned exercise that the numbers are of, where they are graded. */
  assigned: z.uuid().optional(),
  submission: z.uuid(),
  /** ownerMark of whose page it is. */
  owner: z.string().max(64).default(""),
  part: z.string().max(64).optional(),
  /** How many hints the page shows, where the next is asked for. */
  taken: z.coerce.number().int().min(0).max(1000).optional(),
  return: z.string().max(500).transform(safeNext),
});

export type Call = FormCall<z.infer<typeof submissionForm>>;
type Reply = SubmissionReply | { readonly others: Readonly<Record<string, string>> };
export type Outcome = { json: Reply } | { refusal: Refusal };

const refusals = {
  "unknown-exercise": {
    status: 404,
    message: "This exercise is no longer here. Reload the page to see what took its place.",
  },
  "unknown-part": {
    status: 400,
    message: "This exercise has no such part. Reload the page and send it again.",
  },
  "too-long": { status: 413, message: "This is too long to be an answer." },
  "other-learner": {
    status: 409,
    message:
      "These numbers were given to someone else: perhaps you signed in or out in another tab. Reload the page to get yours.",
  },
  "changed-numbers": {
    status: 409,
    message:
      "These numbers have changed since you opened this page, so nothing was checked. Reload the page to get the new ones: what you typed is kept.",
  },
  "signed-out": {
    status: 401,
    message: "You are signed out, so nothing was checked. What you typed is kept in this browser.",
  },
  blank: {
    status: 422,
    message: "There’s nothing here yet: give an answer, then check again.",
  },
  unchanged: {
    status: 422,
    message: "We already have exactly these answers, so this didn’t cost an attempt.",
  },
  "no-attempts": {
    status: 422,
    message: "You have no attempts left here. What was graded before still counts.",
  },
  closed: {
    status: 403,
    message:
      "This is closed, so we couldn’t take your answer. What we received before still counts.",
  },
  elsewhere: {
    status: 403,
    message: "You can’t work on this from where you are. Ask your instructor which network to use.",
  },
  held: {
    status: 403,
    message:
      "This exercise is graded in an assignment of yours. You can practise it again once that has closed.",
  },
  "not-now": {
    status: 403,
    message: "This isn’t available while the exercise is graded. Reload the page to see what is.",
  },
} as const satisfies Record<string, Refusal>;

const refuse = (why: keyof typeof refusals) => ({ refusal: refusals[why] });

const triesUsedUp = (seconds: number): Refusal => ({
  status: 429,
  message: `You’ve tried this many times with these numbers. Look at the solution or take new numbers now, or try again in ${inMinutes(seconds)}.`,
  retryAfter: seconds,
});

const gradedTriesUsedUp = (seconds: number): Refusal => ({
  status: 429,
  message: `You’ve tried this many times in a short time. This didn’t cost an attempt: try again in ${inMinutes(seconds)}.`,
  retryAfter: seconds,
});

export type Known = Extract<Admitted, { learner: unknown }>["learner"];

/** Why nothing came of a form's call. */
export type Failed =
  | { readonly status: keyof typeof refusals | "other-numbers" }
  | { readonly status: "too-fast" | "tries-used-up"; readonly seconds: number };

/** Looks at who asks before anything is done for them: null lets them. */
export type Gate = (learner: Known) => Promise<Failed | null>;

/** Lets everybody. */
export const open: Gate = async () => null;

/** What comes of a form's call by the learner whose page it is. Anybody else is told so, and nothing is done. The action
 *  is counted here, but for a check, which is counted as it is recorded. */
export async function asOwner(
  { input, request }: Call,
  action: Action,
  act: (learner: Known) => Promise<Outcome | Failed>,
): Promise<Outcome> {
  const admitted = await admit(request, {
    action: action === "check" ? undefined : action,
    refuseTo(account) {
      const standin = standinFor(input.owner, account);
      return standin && refusals[standin];
    },
  });
  if ("refusal" in admitted) return admitted;
  const outcome = await act(admitted.learner);
  if (!("status" in outcome)) return outcome;
  if ("seconds" in outcome) {
    const { status, seconds } = outcome;
    if (status === "too-fast") return { refusal: tooFast(seconds) };
    return { refusal: (input.assigned ? gradedTriesUsedUp : triesUsedUp)(seconds) };
  }
  if (outcome.status !== "other-numbers") return refuse(outcome.status);
  return refuse(ownerMark(admitted.learner) === input.owner ? "changed-numbers" : "other-learner");
}

/** The numbers that a form was sent with. */
export const numbersIn = ({ input }: Call): ShownNumbers => ({
  versionId: input.exercise,
  assignedId: input.assigned ?? null,
  number: input.variant,
  mark: input.numbers,
});

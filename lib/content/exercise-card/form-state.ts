import type { TakenOver } from "./drafting";
import type { Newest } from "./newest";
import type { PublicPart, PublicResult } from "./public-result";
import type { Responses } from "./responses";
import type { Refused, SubmissionReply } from "./send";

/** A line below the form. */
export interface Told {
  readonly tone: "bad" | "quiet";
  readonly text: string;
  /** HTML, in place of the text. */
  readonly html?: string;
  /** Whether to lead to the sign-in page. */
  readonly signIn?: boolean;
}

export interface SubmissionState {
  /** The idempotency key of the next submission. */
  readonly submission: string;
  /** What each field starts from. */
  readonly responses: Responses;
  /** By part, one more whenever its field must start anew. */
  readonly generations: Readonly<Record<string, number>>;
  readonly results: Readonly<Record<string, PublicPart>>;
  /** By part, what another window had there, to choose from. */
  readonly others: Responses;
  readonly standing: SubmissionReply["standing"];
  readonly busy: boolean;
  /** The submission that could not be read, if the last one could not. */
  readonly unreadable: string | null;
  readonly told: Told | null;
  /** What a screen reader is told of the result. */
  readonly said: string;
}

const without = <T>(all: Readonly<Record<string, T>>, parts: readonly string[]) =>
  Object.fromEntries(Object.entries(all).filter(([part]) => !parts.includes(part)));

/** The fields of these parts start anew from these texts, without the verdicts on what stood there before. */
export function restarted(before: SubmissionState, responses: Responses): SubmissionState {
  const parts = Object.keys(responses);
  const next = parts.map((part) => [part, (before.generations[part] ?? 0) + 1] as const);
  return {
    ...before,
    responses: { ...before.responses, ...responses },
    generations: { ...before.generations, ...Object.fromEntries(next) },
    results: without(before.results, parts),
  };
}

/** A part was typed to: the verdict on what stood there before goes. `other` is what another window had there. */
export function edited(
  before: SubmissionState,
  part: string,
  { text, other = before.others[part] }: { text: string; other?: string },
): SubmissionState {
  const offered = other === text ? undefined : other;
  if (!(part in before.results) && offered === before.others[part]) return before;
  const others = without(before.others, [part]);
  return {
    ...before,
    results: without(before.results, [part]),
    others: offered === undefined ? others : { ...others, [part]: offered },
  };
}

/** The choice in a part is over. */
export const chosen = (before: SubmissionState, part: string): SubmissionState => ({
  ...before,
  others: without(before.others, [part]),
});

/** The state after a reply to what was sent. A verdict stands, and is said, only beside what was judged: none for the
 *  parts that were typed to meanwhile. Parts that were not asked for stay as they are. */
export function judged(
  before: SubmissionState,
  reply: SubmissionReply,
  { sent, changed, total }: { sent: Responses; changed: readonly string[]; total: number },
): SubmissionState {
  const { result, standing, next } = reply;
  const fresh = result.parts.filter(({ part }) => !changed.includes(part));
  const parts = result.parts.map(({ part }) => part);
  const stands = fresh.map(({ part }) => [part, sent[part] ?? ""] as const);
  return {
    ...before,
    responses: { ...before.responses, ...Object.fromEntries(stands) },
    results: {
      ...without(before.results, parts),
      ...Object.fromEntries(fresh.map((part) => [part.part, part])),
    },
    others: without(
      before.others,
      fresh.map(({ part }) => part),
    ),
    standing,
    submission: next,
    busy: false,
    unreadable: result.status === "unreadable" ? before.submission : null,
    told: fresh.length < parts.length ? changedMeanwhile : toldOf(reply, total),
    said: fresh.length > 0 ? inWords({ ...result, parts: fresh }) : "",
  };
}

const changedMeanwhile: Told = {
  tone: "quiet",
  text: "You changed an answer while it was being checked, so it hasn’t been marked yet. Check it again.",
};

/** What is still open; where nothing is, and no verdict says so, that the answers were received. */
function toldOf({ open, receivedAt }: SubmissionReply, total: number): Told | null {
  if (receivedAt === undefined || open.length > 0) return stillOpen(open, total);
  // The one that the reader chose, which the page says; else the browser's.
  const timeZone = document.documentElement.dataset.zone;
  const clock = { hour: "2-digit", minute: "2-digit", timeZone } as const;
  const time = new Date(receivedAt).toLocaleTimeString([], clock);
  return { tone: "quiet", text: `Saved. We received this at ${time}.` };
}

function stillOpen(open: readonly string[], total: number): Told | null {
  if (open.length === 0) return null;
  const names = open.length > 1 ? `${open.slice(0, -1).join(", ")} and ${open.at(-1)}` : open[0];
  const are = open.length > 1 ? "are" : "is";
  const text = `${total - open.length} of ${total} answered`;
  return { tone: "quiet", text, html: `${text}; ${names} ${are} still open.` };
}

export function refused(before: SubmissionState, why: Refused, text: string): SubmissionState {
  const tone = why === "blank" ? "quiet" : "bad";
  return { ...before, busy: false, told: { tone, text, signIn: why === "signed-out" } };
}

interface Newer {
  readonly newest: Newest | null;
  /** Whether this window typed to a part what others do not know yet. */
  readonly isOurs: (part: string) => boolean;
  /** What stands in a part's field. */
  readonly textOf: (part: string) => string;
}

/** The state with what other windows did meanwhile, in the parts that this one did not type to. */
export function takenOver(
  before: SubmissionState,
  { responses, others }: TakenOver,
  { newest, isOurs, textOf }: Newer,
): SubmissionState {
  const after = restarted(before, responses);
  const ours = <T>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).filter(([part]) => isOurs(part)));
  const anew = Object.keys(responses).length > 0;
  const told: Told = { tone: "quiet", text: "Updated with what you typed in another window." };
  return {
    ...after,
    results: newest ? { ...verdictsOn(textOf, newest), ...ours(before.results) } : after.results,
    others: { ...(newest ? ours(before.others) : before.others), ...others },
    standing: newest?.standing ?? before.standing,
    told: anew ? told : before.told,
  };
}

/** A guest's drafts are not on the server, whose verdicts may be on what stood in a field before. */
const verdictsOn = (textOf: Newer["textOf"], { results, responses }: Newest) =>
  Object.fromEntries(
    Object.entries(results).filter(([part]) => textOf(part) === (responses[part] ?? "")),
  );

function inWords({ status, parts }: PublicResult): string {
  if (status === "unreadable") {
    const count = parts.length === 1 ? "One answer" : `${parts.length} answers`;
    return `${count} could not be read. Nothing was graded.`;
  }
  if (parts.every((part) => part.status === "saved")) return "";
  const verdicts = parts.flatMap((part) => (part.status === "graded" ? [part.verdict] : []));
  const right = verdicts.filter((verdict) => verdict === "right").length;
  if (parts.length > 1) return `${right} of ${parts.length} answers are right.`;
  if (right === 1) return "Right.";
  const verdict = verdicts[0] === "partly" ? "Partly right" : "Not right";
  return `${verdict}: see the note below your answer.`;
}

import type { AssignmentFor } from "@/lib/assessment/sitting/assignment-for";
import { shareText } from "./policy-words";

/** What an assignment makes of answers, in sentences for its students; nothing of what needs no words. */
export function rulesInWords({ kind, terms }: Pick<AssignmentFor, "kind" | "terms">): string[] {
  const { policy, attempts } = terms;
  return [
    attemptsInWords(attempts, policy.numbers),
    creditInWords(policy.credit, policy.numbers),
    kind === "exam"
      ? "What you’ve typed by the end is handed in, whether you send it or not."
      : null,
    policy.shows.verdict === "at-once" ? null : verdictsInWords(policy.shows.verdict),
  ].flatMap((words) => words ?? []);
}

function attemptsInWords(attempts: number | null, numbers: "same" | "new"): string | null {
  const times = attempts === 1 ? "one attempt" : `${attempts} attempts`;
  if (numbers === "new") {
    const most = attempts === null ? "as many attempts as you like" : times;
    const best = attempts === 1 ? "" : ", each with new numbers. The best one counts";
    return `You have ${most} at each exercise${best}.`;
  }
  if (attempts === null) return null;
  return `You have ${times} at each part.${attempts === 1 ? "" : " The best one counts."}`;
}

function creditInWords(credit: readonly number[], numbers: "same" | "new"): string | null {
  if (credit.every((share) => share === 1)) return null;
  const [first = 1, ...rest] = credit.map(shareText);
  const of = numbers === "new" ? "with new numbers" : "at a part";
  const later = rest.map((share, i) => (i === 0 ? `the next ${share}` : `then ${share}`));
  return `The first attempt ${of} can earn ${[`${first} of its points`, ...later].join(", ")}.`;
}

const verdictsInWords = (time: "after-attempts" | "after-closing" | "never"): string =>
  ({
    "after-attempts": "You’ll see what’s right once a part’s attempts are used up.",
    "after-closing": "You’ll see what’s right after this has closed.",
    never: "What’s right isn’t shown here.",
  })[time];

/** What an answer that comes now loses, and until when. */
export function latenessInWords({ terms }: Pick<AssignmentFor, "terms">): string {
  const { perDay, floor } = terms.policy.late;
  if (perDay === 0) return "Late answers count in full.";
  const least = floor > 0 ? `, and never less than ${shareText(floor)} is left` : "";
  return `Each day late takes off ${shareText(perDay)} of the points${least}.`;
}

import type { Policy, ShowTime } from "./policy";

/** When something is shown, as one says it. */
export const showWords: Readonly<Record<ShowTime, string>> = {
  "at-once": "with each check",
  "after-attempts": "once attempts are used up or all is right",
  "after-closing": "after it has closed",
  never: "never",
};

/** What a policy shows, by the names that people know it by. */
export const shownThings = {
  verdict: "Whether an answer is right",
  diagnosis: "Which mistake it came from",
  hints: "Hints, at their usual cost",
  solution: "The worked solution",
  score: "Points",
} as const satisfies Record<keyof Policy["shows"], string>;

/** A policy's share from 0 to 1 as it was typed: "12.5 %". */
export const shareText = (share: number): string => `${Math.round(share * 1e4) / 100} %`;

/** A policy in plain words, a line each: what it says, and what that is. */
export function tellPolicy(policy: Policy): { what: string; words: string }[] {
  const { late, shows } = policy;
  return [
    { what: "Attempts", words: attemptsText(policy) },
    { what: "Credit by attempt", words: creditText(policy) },
    {
      what: "For another attempt",
      words: `${policy.numbers === "same" ? "the same" : "new"} numbers`,
    },
    { what: "Late work", words: lateText(late) },
    ...Object.entries(shownThings).map(([name, what]) => ({
      what,
      words: showWords[shows[name as keyof typeof shows]],
    })),
    { what: "Practice after closing", words: policy.practice ? "yes" : "no" },
    { what: "Time limit", words: policy.minutes === null ? "none" : `${policy.minutes} minutes` },
    { what: "Pages", words: policy.pages === "one" ? "one exercise per page" : "all on one page" },
    { what: "From where", words: policy.addresses.join(", ") || "anywhere" },
  ];
}

export const attemptsText = ({ attempts }: Pick<Policy, "attempts">): string =>
  attempts === null ? "as many as one likes" : String(attempts);

function creditText({ credit }: Policy): string {
  if (credit.every((share) => share === 1)) return "all of the points at each attempt";
  return credit.map(shareText).join(", ");
}

function lateText({ perDay, floor, graceMinutes, takesLateDays }: Policy["late"]): string {
  const off = perDay === 0 ? "no points off" : `${shareText(perDay)} of the points off a day`;
  return [
    off + (perDay > 0 && floor > 0 ? `, never below ${shareText(floor)}` : ""),
    graceMinutes > 0 ? `${graceMinutes} minutes of grace` : "no grace",
    takesLateDays ? "late days can be spent" : "no late days",
  ].join("; ");
}

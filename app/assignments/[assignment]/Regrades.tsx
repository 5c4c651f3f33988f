import type { ToldRegrade } from "@/lib/assessment/regrade/told";
import { pointsInWords, pointsText } from "@/lib/ui/points-text";

/** What regrades have changed in a student's exercise, and why. */
export function Regrades({ regrades }: { regrades: readonly ToldRegrade[] }) {
  return regrades.map((regrade) => (
    <p
      key={regrade.at.getTime()}
      className="-mt-6 mb-10 border-accent border-l-2 pl-4 font-sans text-sm"
    >
      {changeWords(regrade)} Why: {regrade.reason}
    </p>
  ));
}

function changeWords({ before, now, possible, kept, excused }: ToldRegrade): string {
  const points = (some: number) => `${pointsText(some)} / ${pointsInWords(possible)}`;
  if (excused) return "This exercise was regraded, and no longer counts for you.";
  if (kept)
    return `This exercise was regraded. That would leave you with fewer points, so you keep your ${points(now)}.`;
  return `This exercise was regraded: you had ${points(before)}, and now you have ${points(now)}.`;
}

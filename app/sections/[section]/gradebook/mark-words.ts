import { shownPoints } from "@/lib/assessment/gradebook/read-mark";
import type { Mark } from "@/lib/assessment/terms/totals";
import { percent } from "@/lib/ui/percent";
import { pointsInWords } from "@/lib/ui/points-text";

/** What a mark says: "8.5 / 10 points, 85 %". */
export function markWords(mark: Mark): string {
  if (mark.status === "excused") return "excused";
  const { share, possible } = mark;
  if (share === null) return "not begun; nothing counts yet";
  const points = `${shownPoints(share, possible)} / ${pointsInWords(possible)}, ${percent(share)}`;
  if (mark.status === "not-yet") return `${points} so far; it doesn’t count yet`;
  return mark.given ? `${points}, given by staff` : points;
}

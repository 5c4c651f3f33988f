import type { FoundRegrade } from "@/lib/assessment/regrade/find";
import { directionOf } from "@/lib/assessment/regrade/outcome";

/** How many go up, go down, stay, and are lost, in one line. */
export function Tally({ regrade }: { regrade: FoundRegrade }) {
  const { students } = regrade;
  const count = (wanted: ReturnType<typeof directionOf>) =>
    students.filter((one) => directionOf(one, regrade) === wanted).length;
  return (
    <p className="mt-4 font-serif text-2xl">
      {count("up")} up, {count("down")} down, {count("lost")} lost
      <span className="block font-sans text-base text-muted sm:ml-3 sm:inline">
        {count("same")} unchanged, of {students.length}
      </span>
    </p>
  );
}

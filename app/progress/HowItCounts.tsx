import { enough, gettingThereFrom, levelWords, sureFrom } from "@/lib/progress/sureness";
import { percent } from "@/lib/ui/percent";

/** How a skill's percentage is counted and what its words mean, for who wants to know. */
export function HowItCounts() {
  return (
    <details className="mt-1 max-w-4xl text-sm">
      <summary className="w-fit text-accent underline underline-offset-2">
        How is this counted?
      </summary>
      <ul className="mt-2 list-disc space-y-1 pl-5">
        <li>Half of each exercise is your first try, and half is your best.</li>
        <li>
          A skill counts in full once you’ve answered {enough} of its exercises, or all of them
          where it has fewer. Until then it counts in proportion.
        </li>
        <li>
          Below {percent(gettingThereFrom)} a skill {levelWords["needs-work"]}. From there you’re{" "}
          {levelWords["getting-there"]}, and from {percent(sureFrom)} on you’re {levelWords.sure} of
          it.
        </li>
      </ul>
    </details>
  );
}

import type { Outcome } from "@/lib/review/outcome";
import { outcomeInWords } from "@/lib/review/outcome-words";

/** How the sitting went that is just finished, and where to go over what was missed. */
export function HowItWent({ outcome }: { outcome: Outcome }) {
  const { missed, right, of } = outcome;
  return (
    <section aria-label="How it went" className="mt-6">
      <p className={right === of ? "text-good" : undefined}>{outcomeInWords(outcome)}</p>
      {missed.length > 0 ? (
        <ul className="mt-2 list-disc space-y-1 pl-5">
          {missed.map(({ title, path }) => (
            <li key={path}>
              <a href={path} className="text-accent underline underline-offset-2">
                {title}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

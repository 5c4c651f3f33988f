import type { Step } from "@/lib/review/step";
import { LinkButton } from "@/lib/ui/button";

/** After a mistake that was recognised: where its rule is explained, and a smaller exercise on it alone. */
export function FollowUps({ followUps }: Pick<Step, "followUps">) {
  if (followUps.length === 0) return null;
  return (
    <section
      aria-labelledby="follow-up"
      className="rounded-md border-half border-l-4 bg-half-soft px-4 py-4 sm:px-5"
    >
      <h2 id="follow-up" className="font-semibold text-lg">
        One thing at a time
      </h2>
      {followUps.map(({ mistake, section, smaller, smallerPath }) => (
        <div key={mistake} className="mt-2">
          <p>
            Your answer points to one mistake: <strong className="font-medium">{mistake}</strong>.
          </p>
          {section ? (
            <p className="mt-2">
              Read on:{" "}
              <a href={section.path} className="text-accent underline underline-offset-2">
                {section.title}
              </a>
            </p>
          ) : null}
          {smaller && smallerPath ? (
            <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
              <LinkButton href={smallerPath}>{smaller.title}</LinkButton>
              <span className="text-sm">a smaller exercise, on this step and nothing else</span>
            </p>
          ) : null}
        </div>
      ))}
    </section>
  );
}

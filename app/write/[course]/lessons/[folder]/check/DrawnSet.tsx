import { Fragment } from "react";
import { type CheckedExercise, seeds } from "@/lib/authoring/check/lesson-check";
import { drawFor } from "@/lib/authoring/preview/preview";
import { type FilesBeside, parseExercise } from "@/lib/content";
import { SolutionView } from "@/lib/content/exercise-card/SolutionView";
import type { Issue } from "@/lib/exercise";
import { show } from "@/lib/exercise/language/show";
import { Button, LinkButton } from "@/lib/ui/button";
import { DocsText } from "@/lib/ui/DocsText";
import { withMinus } from "@/lib/ui/number-text";

interface DrawnSetProps {
  /** Who looks. */
  userId: string;
  exercise: CheckedExercise;
  /** The files beside its lesson. */
  files: FilesBeside;
  /** The set of numbers to show, from 1; null for none. */
  set: number | null;
}

/** An exercise worked out with one set of its numbers, to leaf through. */
export function DrawnSet({
  userId,
  exercise: { id, source, variants },
  files,
  set,
}: DrawnSetProps) {
  const last = variants.fixed + seeds;
  const shown = set === null ? null : Math.min(Math.max(1, Math.trunc(set) || 1), last);
  const href = (number: number) => `?exercise=${id}&set=${number}#solutions-${id}`;
  if (shown === null)
    return (
      <p id={`solutions-${id}`} className="mt-3 text-sm">
        <a href={href(1)} className="text-accent underline underline-offset-2">
          Leaf through its solutions
        </a>
      </p>
    );
  return (
    <div id={`solutions-${id}`} className="mt-3">
      <form className="flex flex-wrap items-center gap-2 text-sm" action={`#solutions-${id}`}>
        <input type="hidden" name="exercise" value={id} />
        {shown > 1 ? (
          <LinkButton size="small" href={href(shown - 1)} aria-label="The set before">
            ‹
          </LinkButton>
        ) : null}
        <label className="flex items-center gap-2">
          Numbers, set
          <input
            type="number"
            name="set"
            min={1}
            max={last}
            defaultValue={shown}
            key={shown}
            className="min-h-8 w-20 rounded-sm border border-line bg-card px-2 tabular-nums"
          />
        </label>
        <Button type="submit" size="small">
          Show
        </Button>
        {shown < last ? (
          <LinkButton size="small" href={href(shown + 1)} aria-label="The next set">
            ›
          </LinkButton>
        ) : null}
        <span className="text-muted">
          of {last}
          {variants.fixed > 0 ? `, the first ${variants.fixed} fixed` : ""}
        </span>
      </form>
      <WorkedOut {...{ userId, source, files }} set={shown} />
    </div>
  );
}

interface WorkedOutProps {
  userId: string;
  source: string;
  files: FilesBeside;
  set: number;
}

async function WorkedOut({ userId, source, files, set }: WorkedOutProps) {
  const drawing = await drawFor(userId, { source, set, files });
  if (drawing.status === "refused") return <NoNumbers {...drawing.issue} />;
  const parsed = parseExercise(source, "lesson.mdx", { beside: files });
  if (parsed.status === "refused") return <NoNumbers {...parsed.issues[0]!} />;
  const { variant, solution } = drawing.drawn;
  return (
    <div className="mt-3 max-w-3xl">
      <dl className="grid max-h-48 grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 overflow-y-auto font-mono text-xs">
        {Object.entries(variant.givens).map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd className="break-words text-muted">{withMinus(show(value))}</dd>
          </Fragment>
        ))}
      </dl>
      <SolutionView
        exercise={parsed.exercise}
        solution={solution}
        scope={variant.scope}
        note={`Set ${set}, as its students see it.`}
      />
    </div>
  );
}

const NoNumbers = ({ message, mend }: Issue) => (
  <p className="mt-2 text-bad text-sm">
    No numbers come from this set: {message}. <DocsText text={mend} />
  </p>
);

import type { GradedForm } from "./form-props";

/** Where a learner goes from an exercise, and what the button that leads there says. */
export interface Lead {
  readonly href: string;
  readonly words: string;
}

/** An exercise of a page's way. */
export interface Stop {
  /** Its version, as its form names it. */
  readonly versionId: string;
  readonly href: string;
  /** Whether there is still something to do in it. */
  readonly open: boolean;
}

/** The exercises that follow one another, and what comes after them. */
export interface Way {
  readonly stops: readonly Stop[];
  readonly end: Lead;
  /** Whether what was skipped comes up again before the end. */
  readonly wraps?: true;
}

/** Where to go on from an exercise: to the next one with something left to do, or to the end. `done` are those that
 *  were finished since the page came. */
export function leadFrom(
  { stops, end, wraps }: Way,
  versionId: string,
  done: ReadonlySet<string>,
): Lead {
  const here = stops.findIndex((stop) => stop.versionId === versionId);
  const after = stops.slice(here + 1);
  const order = wraps ? [...after, ...stops.slice(0, Math.max(0, here))] : after;
  const next = order.find((stop) => stop.open && !done.has(stop.versionId));
  return next ? { href: next.href, words: "Next exercise" } : end;
}

/** By part, what was last judged of it. */
type Results = Readonly<
  Record<string, { readonly status: string; readonly verdict?: string } | undefined>
>;

interface Standing {
  /** Their names. */
  readonly parts: readonly string[];
  readonly results: Results;
}

/** Whether every part was last judged right. */
export const isRight = ({ parts, results }: Standing): boolean =>
  parts.every((part) => results[part]?.verdict === "right");

/** Whether an exercise has nothing left to do: each part is right, was received where no verdict is shown yet, or has no
 *  attempt left. */
export const isFinished = ({
  parts,
  results,
  graded,
}: Standing & { readonly graded?: GradedForm }): boolean =>
  parts.every(
    (part) =>
      graded?.left[part] === 0 ||
      results[part]?.verdict === "right" ||
      results[part]?.status === "saved",
  );

"use client";

import { useForm } from "./form-context";
import type { Renewal } from "./form-props";
import { HelpButton } from "./HelpButton";

interface AskForSolutionProps {
  /** Whether asking costs nothing. */
  readonly done: boolean;
  readonly afterwards: Renewal | null;
}

const freshStarts = {
  numbers: " You can always take new numbers.",
  over: " You can try again afterwards.",
  none: "",
} as const;

/** Behind a fold, so that nobody gives the score away by one click; at a click for who has nothing to lose. */
export function AskForSolution({ done, afterwards }: AskForSolutionProps) {
  const { right } = useForm();
  if (done || right) {
    return (
      <HelpButton action="/api/solutions" taken={0}>
        Show the worked solution
      </HelpButton>
    );
  }
  return (
    <details>
      <summary className="py-1.5 text-accent text-sm">Show the worked solution …</summary>
      <div className="mt-1 max-w-prose">
        <p className="mb-2 text-muted text-sm">
          You’ll see every step with your numbers. You keep the points you have, but can’t earn any
          more with them.{freshStarts[afterwards ?? "none"]}
        </p>
        <HelpButton action="/api/solutions" taken={0}>
          Show it
        </HelpButton>
      </div>
    </details>
  );
}

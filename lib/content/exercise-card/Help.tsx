import type { ReactNode } from "react";
import type { Exercise } from "@/lib/exercise";
import type { Scope } from "@/lib/exercise/language";
import type { Solution } from "@/lib/exercise/solution/solve";
import { Formula } from "@/lib/ui/Formula";
import { Blocks } from "../Blocks";
import { markdownToHtml } from "../to-html";
import { AskForSolution } from "./AskForSolution";
import type { Renewal } from "./form-props";
import { HelpButton } from "./HelpButton";
import { SolutionView } from "./SolutionView";
import { UnlessOffered } from "./UnlessOffered";

/** What help was taken with an exercise's numbers, and what there still is. */
export interface Help {
  /** How many hints were taken. */
  readonly taken: number;
  /** Of those, the steps of the solution: the part each helps with (Markdown), what it does, and its rule (TeX). */
  readonly steps: readonly {
    readonly label: string;
    readonly says?: string;
    readonly symbols: string;
  }[];
  readonly left: number;
  /** The shares that the hints taken cost already, and with the next one. */
  readonly cost: number;
  readonly nextCost: number;
  /** What may be asked for now. */
  readonly offers: {
    readonly hints: boolean;
    readonly solution: boolean;
    /** Whether asking for the solution costs nothing any more. */
    readonly free: boolean;
    /** How one begins anew once the solution is shown; null where one cannot. */
    readonly afterwards: Renewal | null;
  };
  /** The solution and all values, once it was asked for. */
  readonly opened?: { readonly solution: Solution; readonly scope: Scope };
}

interface HelpViewProps {
  readonly exercise: Exercise;
  /** The values that hints may show. */
  readonly scope: Scope;
  readonly help: Help;
  /** Whether every point is earned. */
  readonly done: boolean;
}

const notes = {
  numbers: "From here on, answers with these numbers don’t count. New numbers are a fresh start.",
  over: "From here on, your answers don’t count. Try again for a fresh start.",
  none: "From here on, your answers don’t count.",
} as const;

/** Whether there is any help, or may be. */
export const hasHelp = ({ taken, left, offers, opened }: Help): boolean =>
  taken > 0 || offers.solution || opened !== undefined || (offers.hints && left > 0);

/** The hints taken so far, the next one for the asking, and the worked solution: asked for, or shown. */
export function HelpView({ exercise, scope, help, done }: HelpViewProps) {
  return (
    <div className="mt-5 font-sans">
      <TakenHints exercise={exercise} scope={scope} help={help} />
      {help.opened ? (
        <SolutionView
          exercise={exercise}
          {...help.opened}
          note={notes[help.offers.afterwards ?? "none"]}
        />
      ) : (
        <div className="mt-3 flex flex-wrap items-start gap-x-5 gap-y-2 print:hidden">
          {help.offers.hints && help.left > 0 && !done ? (
            <UnlessOffered>
              <NextHint help={help} />
            </UnlessOffered>
          ) : null}
          {help.offers.solution ? (
            <AskForSolution done={done || help.offers.free} afterwards={help.offers.afterwards} />
          ) : null}
        </div>
      )}
    </div>
  );
}

function TakenHints({ exercise, scope, help }: Omit<HelpViewProps, "done">) {
  if (help.taken === 0) return null;
  const own = exercise.hints.slice(0, help.taken);
  return (
    <ol className="flex list-none! flex-col gap-2 pl-0!">
      {own.map(({ body }, i) => (
        <TakenHint key={i} number={i + 1}>
          <Blocks nodes={body} scope={scope} />
        </TakenHint>
      ))}
      {help.steps.map(({ label, says, symbols }, i) => (
        <TakenHint key={`step ${i}`} number={own.length + i + 1} label={label}>
          {says ? <p dangerouslySetInnerHTML={{ __html: markdownToHtml(says) }} /> : null}
          <Formula tex={symbols} display />
        </TakenHint>
      ))}
    </ol>
  );
}

interface TakenHintProps {
  readonly number: number;
  /** The part it helps with: Markdown. */
  readonly label?: string;
  readonly children: ReactNode;
}

function TakenHint({ number, label, children }: TakenHintProps) {
  return (
    <li data-help tabIndex={-1} className="border-accent border-l-2 pl-4">
      <p className="text-muted text-sm">
        Hint {number}
        {label ? (
          <>
            {" · "}
            <span dangerouslySetInnerHTML={{ __html: markdownToHtml(label) }} />
          </>
        ) : null}
      </p>
      <div className="font-serif">{children}</div>
    </li>
  );
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

function NextHint({ help: { taken, left, cost, nextCost } }: { help: Help }) {
  return (
    <div>
      <HelpButton action="/api/hints" taken={taken}>
        {taken === 0 ? "Take a hint" : "Take another hint"}
      </HelpButton>
      <p className="mt-1 text-muted text-sm">
        {left} left
        {nextCost > cost
          ? `. It costs ${percent(nextCost - cost)} of what you can still earn here`
          : ""}
        {cost > 0 ? `. Hints so far cost ${percent(cost)}` : ""}.
      </p>
    </div>
  );
}

import type { Exercise } from "@/lib/exercise";
import type { Scope } from "@/lib/exercise/language";
import type { Solution } from "@/lib/exercise/solution/solve";
import { Formula } from "@/lib/ui/Formula";
import { Blocks } from "../Blocks";
import { markdownToHtml } from "../to-html";
import { HelpButton } from "./HelpButton";
import { SolutionView } from "./SolutionView";

/** What help was taken with an exercise's numbers, and what there still is. */
export interface Help {
  /** How many hints were taken. */
  readonly taken: number;
  /** Of those, the steps of the solution: the part each helps with (Markdown), and its rule (TeX). */
  readonly steps: readonly { readonly label: string; readonly symbols: string }[];
  readonly left: number;
  /** The shares that the hints taken cost already, and with the next one. */
  readonly cost: number;
  readonly nextCost: number;
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

/** The hints taken so far, the next one for the asking, and the worked solution: asked for, or shown. */
export function HelpView({ exercise, scope, help, done }: HelpViewProps) {
  return (
    <div className="mt-5 font-sans">
      <TakenHints exercise={exercise} scope={scope} help={help} />
      {help.opened ? (
        <SolutionView exercise={exercise} {...help.opened} />
      ) : (
        <div className="mt-3 flex flex-wrap items-start gap-x-5 gap-y-2 print:hidden">
          {help.left > 0 && !done ? <NextHint help={help} /> : null}
          <AskForSolution done={done} />
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
      {help.steps.map(({ label, symbols }, i) => (
        <TakenHint key={`step ${i}`} number={own.length + i + 1}>
          <span dangerouslySetInnerHTML={{ __html: markdownToHtml(label) }} />
          <Formula tex={symbols} display />
        </TakenHint>
      ))}
    </ol>
  );
}

function TakenHint({ number, children }: { number: number; children: React.ReactNode }) {
  return (
    <li className="border-accent border-l-2 pl-4">
      <p className="text-muted text-sm">Hint {number}</p>
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
          ? `. It costs ${percent(nextCost - cost)} of what you still earn here`
          : ""}
        {cost > 0 ? `. Hints so far cost ${percent(cost)}` : ""}.
      </p>
    </div>
  );
}

/** Behind a fold, so that nobody gives the score away by one click. */
function AskForSolution({ done }: { done: boolean }) {
  if (done) {
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
          It shows every step with your numbers, and ends the score with them: what you have earned
          stays, and nothing is added. You can always take new numbers.
        </p>
        <HelpButton action="/api/solutions" taken={0}>
          Show it
        </HelpButton>
      </div>
    </details>
  );
}

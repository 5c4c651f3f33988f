import type { Exercise } from "@/lib/exercise";
import type { Scope } from "@/lib/exercise/language";
import { isBackprop } from "@/lib/exercise/solution/passes";
import type { Solution, SolutionStep } from "@/lib/exercise/solution/solve";
import { Formula } from "@/lib/ui/Formula";
import { FormulaHtml } from "@/lib/ui/FormulaHtml";
import { onLines, texToHtml } from "@/lib/ui/maths";
import { NetworkDiagram } from "@/lib/ui/network/NetworkDiagram";
import { NetworkWalkthrough } from "@/lib/ui/network/NetworkWalkthrough";
import { Blocks } from "../Blocks";
import { SaidLines } from "../SaidLines";
import { markdownToHtml } from "../to-html";

interface SolutionViewProps {
  readonly exercise: Exercise;
  readonly solution: Solution;
  /** All values, the answers too. */
  readonly scope: Scope;
  /** What is said below. */
  readonly note: string;
}

/** A variant worked out: what its author says, each part's steps with the numbers put in, and the network at every
 *  step. */
export function SolutionView({
  exercise,
  solution: { parts, passes },
  scope,
  note,
}: SolutionViewProps) {
  return (
    <section
      aria-label={`Worked solution for ${exercise.title}`}
      data-help
      tabIndex={-1}
      className="mt-5 border-good border-l-2 pl-4"
    >
      <h4 className="font-semibold">Worked solution</h4>
      <div className="font-serif">
        <Blocks nodes={exercise.solution} scope={scope} />
      </div>
      <ol className="mt-2 flex list-none! flex-col gap-4 pl-0!">
        {parts.map(({ part, label, steps, answer }) => (
          <li key={part}>
            <p
              className="font-medium font-serif"
              dangerouslySetInnerHTML={{ __html: markdownToHtml(label) }}
            />
            {steps.length > 0 ? (
              <ol className="mt-1.5 flex list-none! flex-col gap-3 border-line border-l pl-3!">
                {steps.map((step, i) => (
                  <WorkedStep key={i} step={step} number={i + 1} />
                ))}
              </ol>
            ) : null}
            <div className="mt-2 flex flex-wrap items-baseline gap-x-3">
              <span className="text-good text-sm">Answer</span>
              <div className="min-w-0 font-serif">
                <SaidLines lines={answer} />
              </div>
            </div>
          </li>
        ))}
      </ol>
      {passes.map(({ name, net, pass }) =>
        isBackprop(pass) ? (
          <NetworkWalkthrough
            key={name}
            net={net}
            pass={pass}
            until="backward"
            title="Your network, step by step"
          />
        ) : (
          <NetworkDiagram key={name} net={net} pass={pass} show="forward" title="Your network" />
        ),
      )}
      <p className="mt-4 text-muted text-sm">{note}</p>
    </section>
  );
}

/** What a step does, its rule in letters, and below it with the numbers. */
function WorkedStep({
  step: { says, symbols, numbers },
  number,
}: {
  step: SolutionStep;
  number: number;
}) {
  return (
    <li className="min-w-0">
      {says ? (
        <p className="text-[0.95rem]" dangerouslySetInnerHTML={{ __html: markdownToHtml(says) }} />
      ) : null}
      <Formula tex={symbols} display />
      <FormulaHtml
        html={texToHtml(onLines(numbers), { display: true })}
        display
        label={`Step ${number} with its numbers`}
      />
    </li>
  );
}

import { toneColours } from "./EdgeMark";
import type { Layout } from "./layout";
import type { Show } from "./scene-of";

/** What lines and numbers mean, in words. */
export function Legend({ show, layout }: { show: Exclude<Show, "structure">; layout: Layout }) {
  const edges = show === "gradients" ? "gradient ∂L/∂w" : "weight";
  const numbers = {
    weights: "a neuron’s bias b is below it",
    forward: "h is inside a neuron, its bias b below it",
    gradients: "dz (∂L/∂z) is inside a neuron, db (∂L/∂b) below it",
  }[show];
  const labelled = layout.edges.some((edge) => edge.label);
  return <LegendLine edges={edges} numbers={numbers} labelled={labelled} />;
}

/** The same in words of one's own: what a line stands for, and what the numbers at a neuron are. */
export function LegendLine({
  edges,
  numbers,
  labelled,
}: {
  edges: string;
  numbers: string;
  /** Whether the numbers of the lines are in the diagram. */
  labelled: boolean;
}) {
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.8125rem] text-muted">
      <span className="inline-flex items-center gap-1.5">
        <Line tone="positive" /> positive {edges}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <Line tone="negative" /> negative
      </span>
      <span>
        Thicker means larger{labelled ? "" : " (the numbers are in the table)"}; {numbers}.
      </span>
    </p>
  );
}

function Line({ tone }: { tone: "positive" | "negative" }) {
  return (
    <svg viewBox="0 0 28 8" className="h-2 w-7" aria-hidden="true">
      <path
        d="M0 4H28"
        stroke={toneColours[tone]}
        strokeWidth="2.6"
        strokeDasharray={tone === "negative" ? "5 3" : undefined}
      />
    </svg>
  );
}

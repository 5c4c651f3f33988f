import clsx from "clsx";
import { useId } from "react";
import type { Mark } from "@/lib/exercise/kinds/kind";
import { MarkSign } from "@/lib/exercise/kinds/MarkSign";
import { type Edge, nameOf, wordsOf } from "./edge";

interface WeightBoxProps {
  readonly id: string;
  readonly name: string;
  readonly edge: Edge;
  readonly checked: boolean;
  readonly mark?: Mark;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** The checkbox of one weight, with its name as the diagram has it. */
export function WeightBox({ edge, mark, invalid, onChange, ...box }: WeightBoxProps) {
  const markId = useId();
  return (
    <label
      className={clsx(
        "inline-flex min-h-10 items-center gap-1.5 rounded-sm border bg-card px-2 has-disabled:opacity-60",
        "has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent",
        mark === "right" && "border-good",
        mark === "wrong" || invalid
          ? "border-bad"
          : !mark && "border-line has-checked:border-accent",
      )}
    >
      <input
        type="checkbox"
        {...box}
        value={nameOf(edge)}
        onChange={(event) => onChange(event.target.checked)}
        aria-label={wordsOf(edge)}
        aria-describedby={mark ? markId : undefined}
        aria-invalid={invalid || undefined}
        className="size-4 accent-accent"
      />
      <span aria-hidden="true" className="inline-flex items-center font-serif">
        <i className="text-lg">w</i>
        <span className="ml-px inline-flex flex-col text-[0.6875rem] leading-[1.15]">
          <span>[{edge.layer}]</span>
          <span>
            {edge.from}
            {edge.to}
          </span>
        </span>
      </span>
      {mark && <MarkSign mark={mark} brief id={markId} />}
    </label>
  );
}

"use client";

import type { ReactNode } from "react";
import type { Drawing } from "@/lib/exercise/kinds/drawing";
import { KindInput } from "@/lib/exercise/kinds/inputs";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import { Button } from "@/lib/ui/button";
import { pointsInWords } from "@/lib/ui/points-text";
import { Feedback } from "./Feedback";
import { useForm } from "./form-context";
import { OtherText } from "./OtherText";
import { ReadAs } from "./ReadAs";
import { fieldOf, wasFieldOf } from "./responses";

export interface PartFieldProps {
  /** Unique in the page. */
  readonly id: string;
  readonly part: string;
  readonly kind: KindName;
  readonly label: ReactNode;
  readonly points: number;
  readonly view: unknown;
  /** Whether it is typed, so that how it is read can be shown. */
  readonly typed: boolean;
  /** Whether the label is what stands in where the author gives none. */
  readonly standsIn?: boolean;
  /** What the field is laid over. */
  readonly drawing?: Drawing;
}

/** One thing to answer: its label, its field, and what came of the last answer. */
export function PartField({
  id,
  part,
  kind,
  label,
  standsIn = false,
  points,
  view,
  typed,
  drawing,
}: PartFieldProps) {
  const { responses, generations, results, others, busy, several, graded } = useForm();
  const result = results[part];
  const other = others[part];
  const labelId = `${id}-label`;
  const feedbackId = `${id}-feedback`;
  return (
    <div data-part={part} className="mt-5 border-line border-t pt-4">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 sm:flex-nowrap">
        <p id={labelId} className="min-w-0 font-medium">
          {/* A label may be a formula alone, which not every reader takes for a name. */}
          {!standsIn && <span className="sr-only">Your answer for </span>}
          {label}
        </p>
        <p className="shrink-0 font-sans text-muted text-sm">
          {pointsInWords(points)}
          {graded?.takes ? attemptsLeft(graded.left[part]) : ""}
        </p>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 max-w-full grow">
          <KindInput
            key={generations[part]}
            kind={kind}
            name={fieldOf(part)}
            view={view}
            drawing={drawing}
            defaultValue={responses[part] ?? ""}
            labelledBy={labelId}
            describedBy={result ? feedbackId : undefined}
            invalid={result?.status === "unreadable"}
            marks={result?.status === "graded" ? result.marks : undefined}
          />
        </div>
        {several && (graded?.takes ?? true) ? (
          <Button
            type="submit"
            size="small"
            name="part"
            value={part}
            aria-describedby={labelId}
            aria-disabled={busy || undefined}
          >
            {graded && !graded.tells ? "Submit this one" : "Check this one"}
          </Button>
        ) : null}
      </div>
      {/* Without scripts, what was typed to the other parts is told by what they came with. */}
      <noscript>
        <input type="hidden" name={wasFieldOf(part)} value={responses[part] ?? ""} />
      </noscript>
      {other === undefined ? null : <OtherText part={part} kind={kind} text={other} />}
      {typed ? <ReadAs part={part} view={view} outcome={result?.status} /> : null}
      <div id={feedbackId}>{result ? <Feedback result={result} /> : null}</div>
    </div>
  );
}

const attemptsLeft = (left: number | null | undefined): string =>
  left === null || left === undefined
    ? ""
    : left === 0
      ? " · no attempt left"
      : ` · ${left} ${left === 1 ? "attempt" : "attempts"} left`;

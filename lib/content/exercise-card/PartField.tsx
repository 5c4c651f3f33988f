"use client";

import type { Drawing } from "@/lib/exercise/kinds/drawing";
import { KindInput } from "@/lib/exercise/kinds/inputs";
import type { KindName } from "@/lib/exercise/kinds/kind";
import { Button } from "@/lib/ui/button";
import { ScoreMark } from "@/lib/ui/ScoreMark";
import { useForm } from "./form-context";
import { OtherText } from "./OtherText";
import type { PublicPart } from "./public-result";
import { ReadAs } from "./ReadAs";
import { fieldOf, wasFieldOf } from "./responses";

export interface PartFieldProps {
  /** Unique in the page. */
  readonly id: string;
  readonly part: string;
  readonly kind: KindName;
  /** HTML. */
  readonly label: string;
  readonly points: number;
  readonly view: unknown;
  /** Whether it is typed, so that how it is read can be shown. */
  readonly typed: boolean;
  /** What the field is laid over. */
  readonly drawing?: Drawing;
}

/** One thing to answer: its label, its field, and what came of the last answer. */
export function PartField({ id, part, kind, label, points, view, typed, drawing }: PartFieldProps) {
  const { responses, generations, results, others, busy, several } = useForm();
  const result = results[part];
  const other = others[part];
  const labelId = `${id}-label`;
  const feedbackId = `${id}-feedback`;
  return (
    <div data-part={part} className="mt-5 border-line border-t pt-4">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <p id={labelId} className="min-w-0 font-medium">
          {/* A label may be a formula alone, which not every reader takes for a name. */}
          <span className="sr-only">Your answer for </span>
          <span dangerouslySetInnerHTML={{ __html: label }} />
        </p>
        <p className="font-sans text-muted text-sm">
          {points} {points === 1 ? "point" : "points"}
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
        {several ? (
          <Button
            type="submit"
            size="small"
            name="part"
            value={part}
            aria-describedby={labelId}
            aria-disabled={busy || undefined}
          >
            Check this one
          </Button>
        ) : null}
      </div>
      {/* Without scripts, what was typed to the other parts is told by what they came with. */}
      <noscript>
        <input type="hidden" name={wasFieldOf(part)} value={responses[part] ?? ""} />
      </noscript>
      {other === undefined ? null : <OtherText part={part} kind={kind} text={other} />}
      {typed ? <ReadAs part={part} view={view} judged={result !== undefined} /> : null}
      <div id={feedbackId} className="font-sans text-[0.95rem]">
        {result ? <Feedback result={result} /> : null}
      </div>
    </div>
  );
}

function Feedback({ result }: { result: PublicPart }) {
  if (result.status === "unreadable") {
    return (
      <div className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <ScoreMark verdict="unreadable" />
        <p className="min-w-0 wrap-anywhere">{result.message}</p>
      </div>
    );
  }
  const { verdict, earned, possible, feedback } = result;
  return (
    <div className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <ScoreMark verdict={verdict}>
        {verdict === "partly" ? `${Math.round(100 * earned) / 100} of ${possible}` : null}
      </ScoreMark>
      {feedback.map((html) => (
        <p key={html} dangerouslySetInnerHTML={{ __html: html }} />
      ))}
    </div>
  );
}

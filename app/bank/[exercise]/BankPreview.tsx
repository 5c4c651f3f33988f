import type { BankExercise } from "@/lib/authoring/bank/exercise";
import { drawVersion } from "@/lib/authoring/preview/draw-version";
import { PreviewExercise } from "@/lib/authoring/preview/PreviewPiece";
import { LinkButton } from "@/lib/ui/button";
import { gradeAnswers } from "./actions";

interface BankPreviewProps {
  found: BankExercise;
  /** The set of numbers, from 1. */
  set: number;
  /** What else stands in the page's address. */
  kept: string;
}

/** An exercise of the bank with numbers, to be answered; its key, its mistakes and its solution below. */
export function BankPreview({ found: { id, versionId, exercise }, set, kept }: BankPreviewProps) {
  const href = (other: number) => `?${kept ? `${kept}&` : ""}set=${other}`;
  return (
    <section aria-label="Preview">
      <p className="mb-2 flex flex-wrap items-center gap-2 text-sm">
        Numbers, set {set}
        {set > 1 ? (
          <LinkButton size="small" href={href(set - 1)} aria-label="The set before">
            ‹
          </LinkButton>
        ) : null}
        <LinkButton size="small" href={href(set + 1)} aria-label="The next set">
          ›
        </LinkButton>
      </p>
      <PreviewExercise
        exercise={exercise}
        drawn={drawVersion(versionId, exercise, set)}
        grade={gradeAnswers.bind(null, { exercise: id, set })}
      />
    </section>
  );
}

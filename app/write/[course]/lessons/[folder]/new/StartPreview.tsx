import { drawDraft } from "@/lib/authoring/preview/draft-exercise";
import { PreviewExercise } from "@/lib/authoring/preview/PreviewPiece";
import { LanguageError } from "@/lib/exercise/language";
import { gradeAnswers } from "../actions";

interface StartPreviewProps {
  course: string;
  folder: string;
  source: string;
}

/** An exercise that one may begin with, as students would see it, and as it is written. */
export function StartPreview({ course, folder, source }: StartPreviewProps) {
  return (
    <>
      <Shown course={course} folder={folder} source={source} />
      <details className="mt-4">
        <summary className="cursor-pointer text-accent">As it is written</summary>
        <pre className="mt-2 whitespace-pre-wrap break-words rounded-sm border border-line bg-card p-3 text-sm leading-relaxed">
          <code>{source}</code>
        </pre>
      </details>
    </>
  );
}

function Shown({ course, folder, source }: StartPreviewProps) {
  try {
    const draft = drawDraft(source, 1);
    return (
      <PreviewExercise
        draft={draft}
        grade={gradeAnswers.bind(null, { course, folder, source, set: 1 })}
      />
    );
  } catch (error) {
    if (!(error instanceof LanguageError)) throw error;
    return <p className="text-muted">No fair numbers were found for this one. Change something.</p>;
  }
}

import { PreviewExercise } from "@/lib/authoring/preview/PreviewPiece";
import { drawFor } from "@/lib/authoring/preview/preview";
import { parseExercise } from "@/lib/content";
import { gradeAnswers } from "../actions";

interface StartPreviewProps {
  /** Whose start it is. */
  userId: string;
  course: string;
  folder: string;
  source: string;
}

/** An exercise that one may begin with, as students would see it, and as it is written. */
export function StartPreview(start: StartPreviewProps) {
  return (
    <>
      <Shown {...start} />
      <details className="mt-4">
        <summary className="cursor-pointer text-accent">As it is written</summary>
        <pre className="mt-2 whitespace-pre-wrap break-words rounded-sm border border-line bg-card p-3 text-sm leading-relaxed">
          <code>{start.source}</code>
        </pre>
      </details>
    </>
  );
}

async function Shown({ userId, course, folder, source }: StartPreviewProps) {
  const drawing = await drawFor(userId, { source, set: 1, files: {} });
  const parsed = parseExercise(source, "lesson.mdx");
  if (drawing.status === "refused" || parsed.status === "refused") {
    return <p className="text-muted">No fair numbers were found for this one. Change something.</p>;
  }
  return (
    <PreviewExercise
      exercise={parsed.exercise}
      drawn={drawing.drawn}
      grade={gradeAnswers.bind(null, { course, folder, source, set: 1 })}
    />
  );
}

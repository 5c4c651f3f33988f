import type { Exercise } from "@/lib/exercise";
import { KindInput } from "@/lib/exercise/kinds/inputs";
import type { Scope } from "@/lib/exercise/language";
import { wordedIn } from "@/lib/exercise/wording";
import { pointsInWords } from "@/lib/ui/points-text";
import { Blocks } from "../Blocks";
import { markdownToHtml } from "../to-html";
import { drawingOf } from "./drawings";
import { viewFor } from "./view-for";

interface PreviewCardProps {
  /** Tells it from others on the page. */
  id: string;
  exercise: Exercise;
  /** Values of the givens and nothing else. */
  scope: Scope;
  /** By part, what may reach a browser. */
  views: Readonly<Record<string, unknown>>;
  /** Points for all of it. */
  points: number;
  /** What a point of the exercise's own is worth. */
  pointScale: number;
}

/** An exercise with somebody's numbers, to be read and not answered. */
export function PreviewCard({ id, exercise, scope, views, points, pointScale }: PreviewCardProps) {
  const field = (name: string) => {
    const part = exercise.parts.find((one) => one.name === name);
    if (!part) throw new Error(`${exercise.id} has no part ${name}`);
    const { kind, label } = part;
    const view = viewFor(kind, views[name]);
    const labelId = `${id}-${name}-label`;
    return (
      <div className="mt-5 border-line border-t pt-4">
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
          <p
            id={labelId}
            className="min-w-0 font-medium"
            dangerouslySetInnerHTML={{
              __html: markdownToHtml(wordedIn(label, scope)),
            }}
          />
          <Points points={part.points * pointScale} />
        </div>
        <KindInput
          kind={kind}
          name={`${id}-${name}`}
          view={view}
          drawing={drawingOf(kind, view)}
          defaultValue=""
          labelledBy={labelId}
          disabled
        />
      </div>
    );
  };
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="my-10 rounded-md border border-line bg-card px-4 py-5 shadow-xs sm:px-6"
    >
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 font-sans">
        <h3 id={`${id}-title`} className="font-semibold text-lg" style={{ margin: 0 }}>
          {exercise.title}
        </h3>
        <Points points={points} />
      </div>
      <div className="exercise-body">
        <Blocks nodes={exercise.body} scope={scope} part={field} />
      </div>
    </section>
  );
}

function Points({ points }: { points: number }) {
  return <p className="font-sans text-muted text-sm">{pointsInWords(points)}</p>;
}

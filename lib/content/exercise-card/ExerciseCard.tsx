import type { Exercise, PartResult } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Scope } from "@/lib/exercise/language";
import { Blocks } from "../Blocks";
import { markdownToHtml } from "../to-html";
import { drawingOf } from "./drawings";
import { ExerciseForm } from "./ExerciseForm";
import type { ExerciseFormProps } from "./form-props";
import { type Help, HelpView } from "./Help";
import { PartField } from "./PartField";
import { toPublicPart } from "./public-result";

export interface ExerciseCardProps
  extends Pick<
    ExerciseFormProps,
    | "versionId"
    | "owner"
    | "number"
    | "mark"
    | "submission"
    | "back"
    | "standing"
    | "responses"
    | "others"
    | "refreshes"
  > {
  readonly exercise: Exercise;
  /** Values of the givens and nothing else. */
  readonly scope: Scope;
  /** By part, what may reach a browser. */
  readonly views: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, PartResult>>;
  readonly help: Help;
}

/** An exercise with one learner's numbers, ready to be answered. */
export function ExerciseCard({
  exercise,
  scope,
  views,
  results,
  help,
  ...form
}: ExerciseCardProps) {
  const id = `exercise-${exercise.id}`;
  const field = (name: string) => {
    const part = exercise.parts.find((one) => one.name === name);
    if (!part) throw new Error(`${exercise.id} has no part ${name}`);
    const { kind, label, points } = part;
    const view = viewFor(kind, views[name]);
    return (
      <PartField
        id={`${exercise.id}-${name}`}
        part={name}
        kind={kind}
        label={markdownToHtml(label || "Your answer")}
        points={points}
        view={view}
        typed={kinds[kind].readBack !== undefined}
        drawing={drawingOf(kind, view)}
      />
    );
  };
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="my-10 rounded-md border border-line bg-card px-4 py-5 shadow-xs sm:px-6"
    >
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 font-sans">
        <h3 id={`${id}-title`} className="font-semibold text-lg" style={{ margin: 0 }}>
          {exercise.title}
        </h3>
        <p className="text-muted text-sm">Exercise · numbers {form.number}</p>
      </div>
      <ExerciseForm
        key={form.mark}
        {...form}
        slug={exercise.id}
        results={Object.fromEntries(
          Object.entries(results).map(([part, result]) => [part, toPublicPart(result)]),
        )}
        parts={exercise.parts.map(({ name }) => name)}
      >
        <div className="exercise-body">
          <Blocks nodes={exercise.body} scope={scope} part={field} />
        </div>
        <HelpView exercise={exercise} scope={scope} help={help} done={isDone(form.standing)} />
      </ExerciseForm>
    </section>
  );
}

/** The strict schema is the fence: a view with one field too many is a bug, and stops here. */
function viewFor(kind: keyof typeof kinds, view: unknown): unknown {
  const { viewSchema, renderView } = kinds[kind];
  const checked = viewSchema.parse(view);
  return renderView ? renderView(checked, markdownToHtml) : checked;
}

const isDone = ({ earned, possible }: ExerciseFormProps["standing"]) => earned >= possible - 1e-9;

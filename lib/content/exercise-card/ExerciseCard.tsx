import { drawsAnything, type Exercise } from "@/lib/exercise";
import type { Scope } from "@/lib/exercise/language";
import { Blocks } from "../Blocks";
import { ExerciseForm } from "./ExerciseForm";
import type { ExerciseFormProps, Renewal } from "./form-props";
import { type Help, HelpView, hasHelp } from "./Help";
import { nextHelp } from "./next-help";
import { PartField } from "./PartField";
import { shownPart } from "./shown-part";

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
    | "results"
    | "graded"
  > {
  readonly exercise: Exercise;
  /** Values of the givens and nothing else. */
  readonly scope: Scope;
  /** By part, what may reach a browser. */
  readonly views: Readonly<Record<string, unknown>>;
  readonly help: Help;
  /** What a point of the exercise's own is worth, where it is graded. */
  readonly pointScale?: number;
}

/** An exercise with one learner's numbers, ready to be answered. */
export function ExerciseCard({
  exercise,
  scope,
  views,
  help,
  pointScale = 1,
  ...form
}: ExerciseCardProps) {
  const id = `exercise-${exercise.id}`;
  const field = (name: string) => {
    const part = exercise.parts.find((one) => one.name === name);
    if (!part) throw new Error(`${exercise.id} has no part ${name}`);
    const { kind, points } = part;
    return (
      <PartField
        id={`${exercise.id}-${name}`}
        part={name}
        kind={kind}
        points={Math.round(100 * points * pointScale) / 100}
        {...shownPart(part, views[name], scope, form.mark)}
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
        {form.graded?.numbered === false ? null : (
          <p className="text-muted text-sm">
            Exercise{drawsAnything(exercise) ? ` · your numbers, set ${form.number}` : null}
          </p>
        )}
      </div>
      <ExerciseForm
        // Once it takes no answers, what the server has of them stands in its fields.
        key={form.graded?.takes === false ? `${form.mark} closed` : form.mark}
        {...form}
        slug={exercise.id}
        parts={exercise.parts.map(({ name }) => name)}
        nextHelp={nextHelp(help, isDone(form.standing))}
        renewal={renewalOf(exercise, help, form.graded)}
        opened={help.opened !== undefined}
        help={
          hasHelp(help) ? (
            <HelpView exercise={exercise} scope={scope} help={help} done={isDone(form.standing)} />
          ) : null
        }
      >
        <div className="exercise-body">
          <Blocks nodes={exercise.body} scope={scope} part={field} kept={form.mark} />
        </div>
      </ExerciseForm>
    </section>
  );
}

/** Where nothing is drawn, one begins anew only once answers no longer count, or where a further attempt is due. */
function renewalOf(
  exercise: Exercise,
  { offers, opened }: Help,
  graded: ExerciseFormProps["graded"],
): Renewal | null {
  if (graded) return graded.renews ? (drawsAnything(exercise) ? "numbers" : "over") : null;
  return offers.afterwards === "over" && !opened ? null : offers.afterwards;
}

const isDone = ({ earned, possible }: ExerciseFormProps["standing"]) => earned >= possible - 1e-9;

import { randomUUID } from "node:crypto";
import type { ToldRegrade } from "@/lib/assessment/regrade/told";
import type { OwnReport } from "@/lib/assessment/reports";
import type { AssignmentFor } from "@/lib/assessment/sitting/assignment-for";
import type { OpenExercise } from "@/lib/assessment/sitting/open-work";
import { takesAnswers } from "@/lib/assessment/terms/phase";
import { ExerciseCard } from "@/lib/content/exercise-card/ExerciseCard";
import { WayProvider } from "@/lib/content/exercise-card/WayProvider";
import { isFinished, type Way } from "@/lib/content/exercise-card/way";
import { Meter } from "@/lib/ui/Meter";
import { HandInForm } from "./HandInForm";
import { OnePage } from "./OnePage";
import { PracticeLinks } from "./PracticeLinks";
import { Regrades } from "./Regrades";
import { Reports } from "./Reports";

interface ExercisesProps {
  assignment: AssignmentFor;
  exercises: readonly OpenExercise[];
  regrades: readonly ToldRegrade[];
  reports: readonly OwnReport[];
  /** Which one is shown, from 1, where it is one a page. */
  at: number;
}

/** The exercises of an assignment: all, or one with the way to the others. */
export function Exercises({ assignment, exercises, regrades, reports, at }: ExercisesProps) {
  const { id, kind, phase, terms, closed } = assignment;
  const single = terms.policy.pages === "one" && takesAnswers(phase);
  const here = Math.min(Math.max(1, Math.trunc(at) || 1), exercises.length);
  const shown = single ? exercises.slice(here - 1, here) : exercises;
  const path = `/assignments/${id}${single ? `?at=${here}` : ""}`;
  return (
    <>
      <Total exercises={exercises} />
      {single ? <OnePage assignment={id} exercises={exercises} at={here} /> : null}
      <h2 className="sr-only">Exercises</h2>
      <div className="prose">
        <WayProvider way={wayThrough(assignment, exercises, single)}>
          {shown.map(({ card, title, comment, excused, scored, answeredAt, assignedId }) => (
            <div key={assignedId}>
              <ExerciseCard
                {...card}
                back={`${path}#exercise-${card.exercise.id}`}
                submission={randomUUID()}
                refreshes={true}
              />
              {excused ? <Note words="You’re excused from this one: it doesn’t count." /> : null}
              {comment ? <Note words={comment} /> : null}
              {scored ? <Regrades regrades={regrades.filter(of(assignedId))} /> : null}
              {scored && answeredAt ? (
                <Reports
                  assignment={id}
                  assigned={assignedId}
                  title={title}
                  reports={reports.filter(of(assignedId))}
                />
              ) : null}
            </div>
          ))}
        </WayProvider>
      </div>
      {kind === "exam" && takesAnswers(phase) ? <HandInForm assignment={id} /> : null}
      {closed && terms.policy.practice ? <PracticeLinks exercises={exercises} /> : null}
    </>
  );
}

/** The way through what a student was given, where what was skipped comes up again. */
function wayThrough(
  { id, kind }: AssignmentFor,
  exercises: readonly OpenExercise[],
  single: boolean,
): Way {
  const stops = exercises.map(({ card, excused }, i) => {
    const parts = card.exercise.parts.map(({ name }) => name);
    const anchor = `#exercise-${card.exercise.id}`;
    return {
      versionId: card.versionId,
      href: single ? `/assignments/${id}?at=${i + 1}${anchor}` : anchor,
      open: !excused && !isFinished({ ...card, parts }),
    };
  });
  const end =
    kind === "exam"
      ? { href: "#hand-in", words: "Go to hand in" }
      : { href: "/assignments", words: "Back to your assignments" };
  return { stops, end, wraps: true };
}

const of = (assignedId: string) => (one: { readonly assignedId: string }) =>
  one.assignedId === assignedId;

/** The points of all exercises whose points are shown by now. */
function Total({ exercises }: Pick<ExercisesProps, "exercises">) {
  const counted = exercises.filter(({ scored, excused }) => scored && !excused);
  if (counted.length === 0) return null;
  const earned = counted.reduce((sum, { points }) => sum + points.earned, 0);
  const possible = counted.reduce((sum, { points }) => sum + points.possible, 0);
  return (
    <div className="mt-6">
      <Meter earned={earned} possible={possible} label="Points so far" />
    </div>
  );
}

const Note = ({ words }: { words: string }) => (
  <p className="-mt-6 mb-10 border-accent border-l-2 pl-4 font-sans text-sm">{words}</p>
);

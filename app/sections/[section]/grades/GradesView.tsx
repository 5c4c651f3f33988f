import type { GradeChange } from "@/lib/assessment/gradebook/grade-changes";
import { shownPoints } from "@/lib/assessment/gradebook/read-mark";
import { shownPercent } from "@/lib/assessment/gradebook/shown-percent";
import type { AssignmentGrade, OwnGrades } from "@/lib/assessment/gradebook/student-grades";
import { LocalTime } from "@/lib/ui/LocalTime";
import { markWords } from "../gradebook/mark-words";
import { GradeChanges } from "./GradeChanges";
import { StaffComment } from "./StaffComment";

interface GradesViewProps {
  own: OwnGrades;
  changes: readonly GradeChange[];
  /** Where an assignment leads; nowhere where it is left out. */
  hrefOf?: (assignmentId: string) => string;
}

/** What a student has in a section: the total and where it comes from, each assignment, and what was changed. */
export function GradesView({ own, changes, hrefOf }: GradesViewProps) {
  const { section, grades, total, letter } = own;
  const hidden = grades.filter(({ mark }) => mark === null).length;
  return (
    <>
      <p className="mt-4 text-lg">
        Total:{" "}
        <strong>{total.share === null ? "nothing counts yet" : percentText(total.share)}</strong>
        {letter ? ` · ${letter}` : ""}
      </p>
      {hidden > 0 ? (
        <p className="mt-1 text-muted text-sm">
          {hidden === 1 ? "One assignment’s score is" : `${hidden} assignments’ scores are`} not
          shown yet and left out of this total.
        </p>
      ) : null}
      <Categories {...own} />
      <h2 className="mt-10 font-semibold text-xl">Assignments</h2>
      {grades.length === 0 ? <p className="mt-2">There are none yet.</p> : null}
      <ol className="mt-3 border-line border-t">
        {grades.map((grade) => (
          <li key={grade.assignment.id} className="border-line border-b py-4">
            <Grade grade={grade} timeZone={section.timeZone} href={hrefOf?.(grade.assignment.id)} />
          </li>
        ))}
      </ol>
      <Lessons lessons={own.lessons} />
      <GradeChanges changes={changes} timeZone={section.timeZone} />
    </>
  );
}

const percentText = (share: number) => `${shownPercent(share).toFixed(1)} %`;

/** What each category weighs, and comes to. */
function Categories({ section: { grading }, total }: OwnGrades) {
  if (grading.categories.length === 0) return null;
  const weights = grading.categories.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <dl className="mt-4 grid max-w-md grid-cols-[minmax(0,1fr)_auto_auto] gap-x-6 gap-y-1 tabular-nums">
      {grading.categories.map(({ id, name, weight, dropLowest }) => {
        const own = total.categories.find(({ category }) => category?.id === id);
        return (
          <div key={id} className="contents">
            <dt>
              {name}
              {dropLowest > 0 ? (
                <span className="block text-muted text-sm">
                  {dropLowest === 1 ? "the lowest is" : `the lowest ${dropLowest} are`} dropped
                </span>
              ) : null}
            </dt>
            <dd className="text-muted">
              {weights > 0 ? `${shownPercent(weight / weights)} % of the total` : ""}
            </dd>
            <dd className="text-right">{own ? percentText(own.share) : "–"}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What of each lesson's points counts so far. */
function Lessons({ lessons }: Pick<OwnGrades, "lessons">) {
  if (lessons.length === 0) return null;
  return (
    <>
      <h2 className="mt-10 font-semibold text-xl">By lesson</h2>
      <dl className="mt-3 grid max-w-md grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 tabular-nums">
        {lessons.map(({ title, share }) => (
          <div key={title} className="contents">
            <dt>{title}</dt>
            <dd className="text-right">{percentText(share)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface GradeProps {
  grade: AssignmentGrade;
  timeZone: string;
  href: string | undefined;
}

function Grade({ grade, timeZone, href }: GradeProps) {
  const { assignment, terms, mark, dropped, comment, exercises } = grade;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="font-medium">
          {href ? (
            <a href={href} className="text-accent underline underline-offset-2">
              {assignment.title}
            </a>
          ) : (
            assignment.title
          )}
        </h3>
        <p>
          {mark ? markWords(mark) : "not shown yet"}
          {dropped ? " · dropped, one of the lowest" : ""}
        </p>
      </div>
      <p className="text-muted text-sm">
        Due <LocalTime at={terms.dueAt} zone={timeZone} />
      </p>
      <StaffComment text={comment} />
      {exercises.length > 0 ? (
        <ul className="mt-2 text-sm">
          {exercises.map(({ id, title, points, share, given, excused, comment: said }) => (
            <li key={id} className="py-0.5">
              <div className="flex flex-wrap justify-between gap-x-6">
                <span>{title}</span>
                <span className="tabular-nums">
                  {excused
                    ? "excused"
                    : share === null
                      ? "–"
                      : `${shownPoints(share, points)} / ${points}`}
                  {given ? " · given by staff" : ""}
                </span>
              </div>
              <StaffComment text={said} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

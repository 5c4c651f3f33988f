import { markdownToHtml } from "@/lib/content";
import type { MistakenExercise, SectionMistake } from "@/lib/course/mistakes";
import { ScrollBox } from "@/lib/ui/ScrollBox";

/** The mistakes that wrong answers came from, those of the most students first. */
export function Mistakes({ mistakes }: { mistakes: readonly SectionMistake[] }) {
  if (mistakes.length === 0) {
    return (
      <p className="mt-3 text-muted text-sm">
        No wrong answer has been traced to a mistake yet. What students mix up will stand here.
      </p>
    );
  }
  return (
    <ScrollBox label="Mistakes of the section, scrolls sideways" className="mt-3">
      <table className="w-full border-collapse text-left text-sm tabular-nums">
        <thead>
          <tr className="border-line border-b text-muted">
            {["Mistake", "Exercise", "Students", "Times"].map((name, i) => (
              <th
                key={name}
                scope="col"
                className={`py-1.5 pr-4 font-medium ${i > 1 ? "text-right" : ""}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mistakes.map(({ what, exercises, students, times }, i) => (
            <tr key={i} className="border-line border-b align-baseline">
              <td
                className="max-w-md py-1.5 pr-4"
                dangerouslySetInnerHTML={{ __html: markdownToHtml(what) }}
              />
              <td className="py-1.5 pr-4">
                <Where exercises={exercises} />
              </td>
              <td className="py-1.5 pr-4 text-right">{students}</td>
              <td className="py-1.5 pr-4 text-right">{times}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** One exercise by its name, several behind their number. */
function Where({ exercises }: { exercises: readonly MistakenExercise[] }) {
  const [only] = exercises;
  if (only && exercises.length === 1) return <ExerciseLink exercise={only} />;
  return (
    <details>
      <summary className="text-accent">{exercises.length} exercises</summary>
      <ul className="mt-1 space-y-1">
        {exercises.map((exercise) => (
          <li key={exercise.id}>
            <ExerciseLink exercise={exercise} />{" "}
            <span className="text-muted">
              · {exercise.students} {exercise.students === 1 ? "student" : "students"}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function ExerciseLink({ exercise: { title, slug, lesson } }: { exercise: MistakenExercise }) {
  return (
    <a
      href={`/courses/${lesson.course}/${lesson.slug}#exercise-${slug}`}
      className="text-muted underline-offset-2 hover:underline"
    >
      {title}
    </a>
  );
}

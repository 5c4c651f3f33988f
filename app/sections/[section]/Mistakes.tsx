import { markdownToHtml } from "@/lib/content";
import type { SectionMistake } from "@/lib/course/mistakes";
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
          {mistakes.map(({ exercise, what, students, times }) => (
            <tr key={`${exercise.id} ${what}`} className="border-line border-b align-baseline">
              <td
                className="max-w-md py-1.5 pr-4"
                dangerouslySetInnerHTML={{ __html: markdownToHtml(what) }}
              />
              <td className="py-1.5 pr-4 text-muted">{exercise.title}</td>
              <td className="py-1.5 pr-4 text-right">{students}</td>
              <td className="py-1.5 pr-4 text-right">{times}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

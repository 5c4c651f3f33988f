import { dueInWords } from "@/lib/answering/schedule";
import type { SkillCard } from "@/lib/review/cards";
import { percent } from "@/lib/ui/percent";

/** Each skill with the chance that it is remembered, and when it is due; with its course, where there are more than one. */
export function SkillTable({ cards, now }: { cards: readonly SkillCard[]; now: Date }) {
  const several = new Set(cards.map(({ courseId }) => courseId)).size > 1;
  return (
    <table className="mt-3 w-full border-collapse text-sm">
      <thead>
        <tr className="border-line border-b text-left text-muted">
          <th scope="col" className="py-1.5 pr-3 font-medium">
            Skill
          </th>
          <th scope="col" className="px-2 py-1.5 font-medium">
            Remembered
          </th>
          <th scope="col" className="py-1.5 pl-2 text-right font-medium">
            Due
          </th>
        </tr>
      </thead>
      <tbody>
        {cards.map(({ courseId, course, skill, title, recall, due }) => (
          <tr key={`${courseId} ${skill}`} className="border-line border-b">
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              {title}
              {several ? <span className="block text-muted text-xs">{course.title}</span> : null}
            </th>
            <td className="w-28 px-2 sm:w-36">
              <span className="flex items-center gap-2">
                <span aria-hidden="true" className="h-1 grow overflow-hidden rounded-full bg-line">
                  <span className="block h-full bg-accent" style={{ width: `${100 * recall}%` }} />
                </span>
                <span className="w-12 text-right tabular-nums">{percent(recall)}</span>
              </span>
            </td>
            <td
              className={`whitespace-nowrap py-2 pl-2 text-right ${due <= now ? "font-medium" : "text-muted"}`}
            >
              {dueInWords(due, now)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

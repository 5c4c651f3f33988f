import { Response } from "@/app/progress/[exercise]/Response";
import type { ItemMistake, WrongPart } from "@/lib/cohort/item/wrong-answers";
import { markdownToHtml } from "@/lib/content";
import { percent } from "@/lib/ui/percent";
import { ScrollBox } from "@/lib/ui/ScrollBox";

interface Place {
  section: string;
  exercise: string;
  /** How many students have begun the exercise. */
  begun: number;
}

/** The wrong answers to each part, by the mistake that they come from. */
export function WrongAnswers({ parts, ...place }: Place & { parts: readonly WrongPart[] }) {
  if (parts.length === 0) {
    return <p className="mt-3 text-muted text-sm">Nobody has given a wrong answer yet.</p>;
  }
  return parts.map((part) => <PartTable key={part.name} part={part} {...place} />);
}

const heads = [
  { name: "Mistake", width: "w-[40%]" },
  { name: "Students", width: "w-[17%]" },
  { name: "Times", width: "w-[7%]" },
  { name: "For example", width: "w-[18%]" },
  { name: "Right there", width: "w-[18%]" },
];

function PartTable({
  part: { name, label, mistakes, others },
  ...place
}: Place & { part: WrongPart }) {
  const times = mistakes.reduce((sum, mistake) => sum + mistake.times, 0);
  return (
    <div className="mt-4">
      <h3 className="font-medium text-sm">
        <span dangerouslySetInnerHTML={{ __html: markdownToHtml(label || name) }} />{" "}
        <span className="font-normal text-muted">
          · {times} wrong {times === 1 ? "answer" : "answers"}
        </span>
      </h3>
      <ScrollBox label={`Wrong answers to ${name}`} className="mt-1">
        <table className="w-full min-w-xl table-fixed border-collapse text-left text-sm tabular-nums [&_tr>:nth-child(3)]:text-right">
          <thead>
            <tr className="border-line border-b text-muted">
              {heads.map(({ name: head, width }) => (
                <th key={head} scope="col" className={`${width} py-1.5 pr-4 font-medium`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mistakes.map((mistake, i) => (
              <MistakeRow key={i} mistake={mistake} {...place} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {others > 0 ? (
        <p className="mt-1.5 text-muted text-sm">
          {others === 1 ? "One other mistake" : `${others} other mistakes`}, of fewer students.
        </p>
      ) : null}
    </div>
  );
}

function MistakeRow({ mistake, begun, ...place }: Place & { mistake: ItemMistake }) {
  const { what, times, students, example, named } = mistake;
  const { kind, view, typed, right } = example;
  return (
    <tr className="border-line border-b align-top">
      <th scope="row" className="py-1.5 pr-4 font-normal">
        {what.length === 0 ? (
          <span className="text-muted">not recognised</span>
        ) : (
          <span dangerouslySetInnerHTML={{ __html: what.map(markdownToHtml).join(", and ") }} />
        )}
      </th>
      <td className="py-1.5 pr-4">
        <details>
          <summary className="whitespace-nowrap text-accent">
            {students} · {percent(students / begun)}
          </summary>
          <Names named={named} students={students} {...place} />
        </details>
      </td>
      <td className="py-1.5 pr-4">{times}</td>
      <td className="py-1.5 pr-4">
        <Response kind={kind} raw={typed} view={view} />
      </td>
      <td className="py-1.5">
        <Response kind={kind} raw={right} view={view} />
      </td>
    </tr>
  );
}

interface NamesProps {
  section: string;
  exercise: string;
  named: ItemMistake["named"];
  students: number;
}

/** Who it was, each with the way to what they sent. */
function Names({ section, exercise, named, students }: NamesProps) {
  return (
    <ul className="mt-1 space-y-0.5">
      {named.map(({ id, name, times }) => (
        <li key={id}>
          <a
            href={`/sections/${section}/students/${id}/${exercise}`}
            className="underline-offset-2 hover:underline"
          >
            {name}
          </a>
          {times > 1 ? <span className="text-muted"> · {times} times</span> : null}
        </li>
      ))}
      {students > named.length ? (
        <li className="text-muted">and {students - named.length} more</li>
      ) : null}
    </ul>
  );
}

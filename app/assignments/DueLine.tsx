import type { DueState, DueWork } from "@/lib/assessment/due/due-entry";
import { LocalTime } from "@/lib/ui/LocalTime";
import { pointsInWords, pointsText } from "@/lib/ui/points-text";

interface DueLineProps {
  work: DueWork;
  showsSection?: boolean;
  links?: boolean;
}

/** One assignment: what, of which section, when, and how far its student is. */
export function DueLine({ work, showsSection, links }: DueLineProps) {
  const { id, title, section, state } = work;
  return (
    <li className="grid grid-cols-1 gap-x-6 gap-y-0.5 border-line border-b py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        {links ? (
          <a
            href={`/assignments/${id}`}
            className="break-words font-medium underline-offset-2 hover:underline"
          >
            {title}
          </a>
        ) : (
          <span className="break-words font-medium">{title}</span>
        )}
        {showsSection ? (
          <p className="break-words text-muted text-sm">
            {section.course} · {section.name}
          </p>
        ) : null}
      </div>
      <div className="text-sm sm:text-right">
        <p>
          <When work={work} />
        </p>
        <p className="text-muted">{stateWords(state)}</p>
      </div>
    </li>
  );
}

function When({ work: { phase, opensAt, dueAt, closesAt, section } }: { work: DueWork }) {
  const time = (at: Date) => <LocalTime at={at} zone={section.timeZone} />;
  if (phase === "not-open")
    return (
      <>
        Opens {time(opensAt)},
        <br />
        due {time(dueAt)}
      </>
    );
  if (phase === "late")
    return (
      <>
        <span className="text-bad">Was due {time(dueAt)}</span>
        <br />
        Accepted until {time(closesAt)}
      </>
    );
  return (
    <>
      {phase === "closed" ? "Was due" : "Due"} {time(dueAt)}
    </>
  );
}

function stateWords({ status, answered, exercises, score }: DueState): string {
  const words = {
    excused: "Excused",
    "handed-in": "Handed in",
    "not-begun": "Not started",
    begun: `${answered} of ${exercises} answered`,
  }[status];
  if (!score) return words;
  return `${words} · ${pointsText(score.earned)} / ${pointsInWords(score.possible)}`;
}

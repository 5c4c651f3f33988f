import { lateDaysLeft } from "@/lib/assessment/setting/late-days";
import type { AssignmentFor } from "@/lib/assessment/sitting/assignment-for";
import { takesAnswers } from "@/lib/assessment/terms/phase";
import { latenessInWords, rulesInWords } from "@/lib/assessment/terms/student-words";
import { Button } from "@/lib/ui/button";
import { LocalTime } from "@/lib/ui/LocalTime";
import { spendDay } from "./actions";

/** Where a student stands with an assignment: when it is due, what late work loses, and what it makes of answers. */
export function Status({ assignment }: { assignment: AssignmentFor }) {
  const { phase, work } = assignment;
  return (
    <div className="mt-4 rounded-sm border border-line bg-card px-4 py-3">
      <p className="font-medium">
        <Dates assignment={assignment} />
      </p>
      {takesAnswers(phase) || phase === "not-open" ? (
        <ul className="mt-1 text-muted text-sm">
          {rulesInWords(assignment).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      <LateDays assignment={assignment} />
      {work?.comment && assignment.closed ? <p className="mt-2">{work.comment}</p> : null}
    </div>
  );
}

function Dates({ assignment }: { assignment: AssignmentFor }) {
  const { phase, terms, work, section } = assignment;
  const time = (at: Date) => <LocalTime at={at} zone={section.timeZone} />;
  switch (phase) {
    case "not-open":
      return (
        <>
          Opens {time(terms.opensAt)}, due {time(terms.dueAt)}
        </>
      );
    case "open":
      return (
        <>
          Due {time(terms.dueAt)}
          {terms.closesAt > terms.dueAt ? <>. Late answers until {time(terms.closesAt)}</> : null}
        </>
      );
    case "late":
      return (
        <>
          Was due {time(terms.dueAt)}. {latenessInWords(assignment)} It closes{" "}
          {time(terms.closesAt)}
        </>
      );
    case "handed-in":
      return (
        <>
          {work?.byClock ? "Your time ran out, and this was handed in" : "Handed in"}{" "}
          {work?.handedInAt ? time(work.handedInAt) : null}
        </>
      );
    case "closed":
      return <>Closed {time(assignment.endsAt)}</>;
  }
}

function LateDays({ assignment }: { assignment: AssignmentFor }) {
  const left = lateDaysLeft(assignment);
  if (left === 0) return null;
  return (
    <form action={spendDay} className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <input type="hidden" name="assignment" value={assignment.id} />
      <input type="hidden" name="spent" value={assignment.spent} />
      <Button type="submit" size="small">
        Use a late day here
      </Button>
      <span className="text-muted">
        You have {left} {left === 1 ? "late day" : "late days"} left in this section. Each moves
        this due date on by a day, and can’t be taken back.
      </span>
    </form>
  );
}

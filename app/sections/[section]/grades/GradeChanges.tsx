import type { GradeChange } from "@/lib/assessment/gradebook/grade-changes";
import { LocalTime } from "@/lib/ui/LocalTime";

interface GradeChangesProps {
  changes: readonly GradeChange[];
  timeZone: string;
}

/** What has changed in a student's grades, by whom and why. */
export function GradeChanges({ changes, timeZone }: GradeChangesProps) {
  if (changes.length === 0) return null;
  return (
    <>
      <h2 className="mt-10 font-semibold text-xl">What has changed</h2>
      <ol className="mt-3 flex flex-col gap-3 text-sm">
        {changes.map(({ id, at, sentence, details, reason }) => (
          <li key={id}>
            <p>
              <span className="text-muted">
                <LocalTime at={at} zone={timeZone} />
              </span>{" "}
              {sentence}
            </p>
            <p>
              {details
                .map(({ what, before, after }) =>
                  before === null ? `${what}: ${after}` : `${what}: ${before} → ${after}`,
                )
                .join(" · ")}
            </p>
            {reason ? <p>Why: {reason}</p> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

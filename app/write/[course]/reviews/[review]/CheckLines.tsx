import type { ReviewCheck } from "@/lib/authoring/review/review-checks";
import { counted } from "@/lib/ui/counted";
import { RefreshOften } from "@/lib/ui/RefreshOften";
import { IssueTable } from "../../lessons/[folder]/check/IssueTable";

/** What the checks say of the lessons that a review is about. */
export function CheckLines({ course, checks }: { course: string; checks: readonly ReviewCheck[] }) {
  if (checks.length === 0) return null;
  return (
    <section aria-label="Checks" className="mt-4 text-sm">
      {checks.some(({ check }) => check?.state === "checking") ? <RefreshOften /> : null}
      <ul>
        {checks.map(({ path, check }) => (
          <li key={path} className="border-line border-t py-1.5">
            {path}: {wordsOf(check)}
            {check?.report && check.report.issues.length > 0 ? (
              <IssueTable
                editor={`/write/${course}/lessons/${path.split("/")[0]}`}
                issues={check.report.issues}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordsOf(check: ReviewCheck["check"]): string {
  if (!check) return "its check begins when you publish it.";
  const { state, done, total, report } = check;
  if (state === "checking") return total ? `checking, ${done} of ${total} exercises.` : "checking…";
  if (state === "passed") return "passed its check.";
  return `${counted(report?.issues.length ?? 0, "thing", "things")} to mend before it can be published.`;
}

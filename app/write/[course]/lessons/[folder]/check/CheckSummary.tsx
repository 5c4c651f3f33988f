import type { FoundCheck } from "@/lib/authoring/check/checks";
import { type LessonCheck, seeds } from "@/lib/authoring/check/lesson-check";
import { Button } from "@/lib/ui/button";
import { counted } from "@/lib/ui/counted";
import { RefreshOften } from "@/lib/ui/RefreshOften";
import { startCheck } from "./actions";

interface CheckSummaryProps {
  course: string;
  folder: string;
  check: FoundCheck | null;
}

/** How the check of a lesson stands: to be started, under way, or what came of it. */
export function CheckSummary({ course, folder, check }: CheckSummaryProps) {
  if (!check)
    return (
      <>
        <p className="mt-2 max-w-2xl">
          This lesson isn’t checked as it is now. The check draws every exercise from {seeds} seeds,
          answers it rightly and by every mistake, and says what it found. A lesson that fails it
          can’t be published.
        </p>
        <CheckForm course={course} folder={folder} says="Check the lesson" />
      </>
    );
  if (check.state === "checking") return <CheckProgress {...check} />;
  const none: LessonCheck = { issues: [], exercises: [] };
  const { issues, exercises, isUnfinished } = check.report ?? none;
  const drawn = `${counted(exercises.length, "exercise", "exercises")} drawn from ${seeds} seeds each`;
  const told = (
    <p role="status" className="mt-2">
      {issues.length > 0 ? (
        <span className="text-bad">
          Not passed: {counted(issues.length, "thing", "things")} to mend.
        </span>
      ) : (
        <span className="text-good">Passed.</span>
      )}{" "}
      {exercises.length > 0 ? `${drawn}.` : issues.length > 0 ? "" : "It has no exercises."}
    </p>
  );
  if (!isUnfinished) return told;
  return (
    <>
      {told}
      <CheckForm course={course} folder={folder} says="Check again" />
    </>
  );
}

function CheckForm({ course, folder, says }: { course: string; folder: string; says: string }) {
  return (
    <form action={startCheck} className="mt-4">
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="folder" value={folder} />
      <Button type="submit" variant="primary">
        {says}
      </Button>
    </form>
  );
}

function CheckProgress({ done, total }: Pick<FoundCheck, "done" | "total">) {
  return (
    <div className="mt-4 max-w-xl">
      <RefreshOften />
      <p id="checking" role="status">
        {total
          ? `Checking: ${done} of ${counted(total, "exercise", "exercises")} done.`
          : "Reading the lesson…"}
      </p>
      <progress
        aria-labelledby="checking"
        className="mt-3 h-3 w-full accent-accent"
        value={done}
        max={total || 1}
      />
      <p className="mt-3 text-muted text-sm">
        It goes on in the background: you can close this page and come back.
      </p>
    </div>
  );
}

import type { Issue } from "@/lib/exercise";
import { Button } from "@/lib/ui/button";
import { counted } from "@/lib/ui/counted";
import { DocsText } from "@/lib/ui/DocsText";

interface IssueListProps {
  issues: readonly Issue[];
  /** What a button says that mends the issue at the same place in the list. */
  fixes?: readonly (string | undefined)[];
  onChoose: (line: number, column: number) => void;
  onMend?: (issue: Issue) => void;
}

/** What has to be mended in a text, each leading to its place. */
export function IssueList({ issues, fixes = [], onChoose, onMend }: IssueListProps) {
  if (issues.length === 0)
    return (
      <p role="status" className="mt-2 text-good text-sm">
        Nothing to mend.
      </p>
    );
  return (
    <section aria-label="To mend" className="mt-2 text-sm">
      <p role="status" className="font-medium">
        {counted(issues.length, "thing", "things")} to mend
      </p>
      <ol className="mt-1 max-h-56 divide-y divide-line overflow-y-auto border-line border-y">
        {issues.map(({ line, column, message, mend }, i) => (
          <li key={i} className="py-1.5">
            <button
              type="button"
              onClick={() => onChoose(line, column)}
              className="flex w-full gap-3 text-left hover:bg-accent-soft"
            >
              <span className="w-12 shrink-0 text-muted tabular-nums">{line}</span>
              <span className="text-bad">{sentence(message)}</span>
            </button>
            <p className="pl-15">
              <DocsText text={mend} />
            </p>
            {fixes[i] && onMend && (
              <Button size="small" className="mt-1 ml-15" onClick={() => onMend(issues[i]!)}>
                {fixes[i]}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

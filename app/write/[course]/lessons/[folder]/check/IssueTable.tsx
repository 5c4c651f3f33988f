import type { Issue } from "@/lib/exercise";
import type { KeyComparison } from "@/lib/exercise/issue";
import { DocsText } from "@/lib/ui/DocsText";

interface IssueTableProps {
  /** The address of the lesson's editor. */
  editor: string;
  issues: readonly Issue[];
  /** Whether they keep the lesson from being published. */
  grave?: boolean;
}

/** What has to be mended, each with a way to its line in the editor. */
export function IssueTable({ editor, issues, grave = true }: IssueTableProps) {
  return (
    <ol className="mt-2 divide-y divide-line border-line border-y text-sm">
      {issues.map(({ line, message, mend, keys }, i) => (
        <li key={i} className="flex gap-4 py-2">
          <LineLink {...{ editor, line }} />
          <div className="min-w-0">
            {keys ? (
              <KeyTable keys={keys} />
            ) : (
              <p className={grave ? "break-words text-bad" : "break-words"}>{message}</p>
            )}
            <p className="break-words text-muted">
              <DocsText text={mend} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Leads to a line in the editor. */
export const LineLink = ({ editor, line }: { editor: string; line: number }) => (
  <a
    href={`${editor}?line=${line}`}
    className="w-16 shrink-0 text-accent tabular-nums underline underline-offset-2"
  >
    Line {line}
  </a>
);

/** A stated key beside the one that is worked out. */
function KeyTable({ keys: { part, stated, computed, givens } }: { keys: KeyComparison }) {
  const rows = [
    ["Stated", stated],
    ["Computed", computed],
    ...givens.map(({ name, value }) => [name, value] as const),
  ] as const;
  return (
    <table className="mb-1 w-full">
      <caption className="pb-1 text-left text-bad">
        The key stated for <code>{part}</code> isn’t what its answer comes to with these givens.
      </caption>
      <tbody>
        {rows.map(([name, value], i) => (
          <tr key={i}>
            <th scope="row" className="w-32 py-0.5 pr-6 text-left align-top font-medium">
              {i < 2 ? name : <code>{name}</code>}
            </th>
            <td className="break-words py-0.5 font-mono tabular-nums">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

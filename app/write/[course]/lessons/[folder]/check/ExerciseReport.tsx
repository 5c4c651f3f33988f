import type { ReactNode } from "react";
import { markdownToHtml } from "@/lib/content";
import { faultInWords, type Report, ruleInWords } from "@/lib/exercise/check";
import { percent } from "@/lib/ui/percent";
import { FeatureTable } from "./FeatureTable";
import { IssueTable, LineLink } from "./IssueTable";
import { MistakeTable } from "./MistakeTable";
import { PartTable } from "./PartTable";

interface ExerciseReportProps {
  editor: string;
  report: Report;
  children: ReactNode;
}

/** What the check found about one exercise. */
export function ExerciseReport({ editor, report, children }: ExerciseReportProps) {
  const { id, title, at, findings } = report;
  const notes = findings.filter(({ level }) => level === "note");
  return (
    <section aria-labelledby={`report-${id}`} className="mt-10 border-line border-t pt-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={`report-${id}`} className="font-semibold text-lg">
          {title}
        </h2>
        <p className="text-sm">
          <code className="text-muted">{id}</code> · <LineLink editor={editor} line={at.line} />
        </p>
      </div>
      <p className="mt-1 text-sm">{drawsInWords(report)}</p>
      <Fallen {...report} />
      <PartTable {...report} />
      <FeatureTable {...report} />
      <MistakeTable {...report} />
      {notes.length > 0 ? (
        <details className="mt-3 text-sm" open={notes.length < 4}>
          <summary className="cursor-pointer text-accent">Good to know ({notes.length})</summary>
          <IssueTable
            grave={false}
            editor={editor}
            issues={notes.map(({ at: { line, column }, ...rest }) => ({ line, column, ...rest }))}
          />
        </details>
      ) : null}
      {children}
    </section>
  );
}

function drawsInWords({ draws: { tried, fair }, variants, milliseconds }: Report): string {
  const drawn =
    tried > 0
      ? `${fair} of ${tried} draws accepted (${percent(fair / tried)})`
      : "The same numbers for everybody";
  const fixed = variants.fixed > 0 ? [`${variants.fixed} fixed`] : [];
  return [drawn, ...fixed, `${milliseconds.toFixed(1)} ms a variant`].join(" · ");
}

/** Why draws were rejected, and which mistakes the accepted ones hide. */
function Fallen({ draws: { tried, fell }, hidden }: Pick<Report, "draws" | "hidden">) {
  const rows = [
    ...fell.map((one) => ({
      share: percent(one.count / tried),
      words: `rejected: ${faultInWords(one)}`,
    })),
    ...hidden.map(({ rule, share }) => ({
      share: percent(share),
      words: `accepted, though ${ruleInWords(rule)} makes no difference`,
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <details className="mt-2 text-sm" open={rows.length < 4}>
      <summary className="cursor-pointer text-accent">
        Rejected draws, and mistakes that don’t show
      </summary>
      <table className="mt-1 w-full max-w-3xl">
        <thead className="sr-only">
          <tr>
            <th scope="col">Share of draws</th>
            <th scope="col">What became of them</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ share, words }, i) => (
            <tr key={i} className="border-line border-b">
              <td className="w-16 py-1 pr-4 text-right align-top tabular-nums">{share}</td>
              <td className="py-1" dangerouslySetInnerHTML={{ __html: markdownToHtml(words) }} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

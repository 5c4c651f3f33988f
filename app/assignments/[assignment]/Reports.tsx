import type { OwnReport } from "@/lib/assessment/reports";
import { ReportForm } from "./ReportForm";

interface ReportsProps {
  assignment: string;
  assigned: string;
  title: string;
  /** Of this exercise, the newest first. */
  reports: readonly OwnReport[];
}

/** What a student reported of an exercise and what was answered, and the way to report. */
export function Reports({ assignment, assigned, title, reports }: ReportsProps) {
  const waits = reports.some(({ reply }) => reply === null);
  return (
    <div className="-mt-6 mb-10 font-sans text-sm">
      {reports.map(({ text, at, reply }) => (
        <div key={at.getTime()} className="mb-3 border-line border-l-2 pl-4">
          <p className="whitespace-pre-wrap break-words">You reported: {text}</p>
          {reply === null ? (
            <p className="text-muted">Waiting for an answer.</p>
          ) : (
            <p className="whitespace-pre-wrap break-words">Answer: {reply}</p>
          )}
        </div>
      ))}
      {waits ? null : <ReportForm assignment={assignment} assigned={assigned} title={title} />}
    </div>
  );
}

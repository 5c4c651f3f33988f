import clsx from "clsx";
import type { ReactNode } from "react";
import { treeOf } from "@/lib/authoring/files/files";
import {
  type DiffLine,
  differenceOf,
  newBudget,
  type Stretch,
} from "@/lib/authoring/history/difference";
import { pathsThatDiffer } from "@/lib/authoring/history/versions";
import type { CourseFiles } from "@/lib/content";
import { counted } from "@/lib/ui/counted";

interface FileDifferencesProps {
  before: CourseFiles;
  after: CourseFiles;
  /** What can be done with a file, beside its name. */
  actions?: (path: string) => ReactNode;
}

/** How the files of a course became others, one after the other. */
export function FileDifferences({ before, after, actions }: FileDifferencesProps) {
  const paths = pathsThatDiffer(treeOf(before), treeOf(after));
  if (paths.length === 0) return <p className="mt-6 text-muted">The two are the same.</p>;
  const budget = newBudget();
  return paths.map((path) => {
    const [old, now] = [textOf(before.get(path)), textOf(after.get(path))];
    const stretches = old === null || now === null ? null : differenceOf(old, now, budget);
    return (
      <section key={path} id={`file-${path}`} className="mt-8 scroll-mt-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 className="min-w-0 break-words font-medium font-mono text-sm">
            {path}{" "}
            <span className="font-normal font-sans text-muted">
              {before.has(path) ? (after.has(path) ? "" : "removed") : "new"}
            </span>
          </h2>
          {actions?.(path)}
        </div>
        <Difference stretches={stretches} />
      </section>
    );
  });
}

/** A file's text, "" where it isn't there; null where it is none. */
function textOf(bytes: Uint8Array | undefined): string | null {
  if (!bytes) return "";
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function Difference({ stretches }: { stretches: readonly Stretch[] | null }) {
  if (stretches === null) return <p className="mt-1 text-muted text-sm">This file isn’t text.</p>;
  return (
    <div className="mt-1 overflow-hidden rounded-sm border border-line bg-card font-mono text-xs leading-5">
      <table className="w-full table-fixed border-collapse">
        <colgroup>
          <col className="w-10 max-sm:w-7" />
          <col className="w-10 max-sm:w-7" />
          <col />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th scope="col">Line before</th>
            <th scope="col">Line after</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        <tbody>
          {stretches.map((stretch, i) => (
            <StretchRows key={i} stretch={stretch} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StretchRows({ stretch }: { stretch: Stretch }) {
  if (stretch.is === "folded")
    return (
      <tr>
        <td colSpan={3} className="bg-paper px-3 py-0.5 text-center font-sans text-muted">
          {counted(stretch.count, "unchanged line", "unchanged lines")}
        </td>
      </tr>
    );
  return stretch.lines.map((line, i) => <LineRow key={i} line={line} />);
}

const looks = {
  same: { row: "", mark: "", sign: "", words: "" },
  removed: { row: "bg-bad-soft", mark: "bg-bad/25", sign: "−", words: "Removed: " },
  added: { row: "bg-good-soft", mark: "bg-good/25", sign: "+", words: "Added: " },
} as const;

function LineRow({ line: { is, before, after, runs } }: { line: DiffLine }) {
  const { row, mark, sign, words } = looks[is];
  const partly = runs.some(({ changed }) => !changed);
  return (
    <tr className={row}>
      <td className="select-none px-1 text-right align-top text-muted">{before}</td>
      <td className="select-none px-1 text-right align-top text-muted">{after}</td>
      <td className="whitespace-pre-wrap break-words py-px pr-2 pl-5 -indent-3">
        <span aria-hidden="true" className="inline-block w-3 indent-0">
          {sign}
        </span>
        {words ? <span className="sr-only">{words}</span> : null}
        {runs.map(({ text, changed }, i) =>
          is === "same" ? (
            text
          ) : (
            <span key={i} className={clsx(changed && partly && mark)}>
              {text}
            </span>
          ),
        )}
      </td>
    </tr>
  );
}

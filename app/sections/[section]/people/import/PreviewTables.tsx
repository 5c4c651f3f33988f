import type { ReactNode } from "react";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import type { PlacedRow, Preview } from "./import-state";

interface PreviewTableProps {
  title: string;
  heads: readonly string[];
  rows: readonly { readonly key: number; readonly cells: readonly ReactNode[] }[];
}

function TableTitle({ title, count }: { title: string; count: number }) {
  return (
    <h2 className="font-semibold text-lg">
      {title} <span className="font-normal text-muted text-sm tabular-nums">{count}</span>
    </h2>
  );
}

/** A table of rows by their lines in the roster; a long one scrolls in its own box. */
function PreviewTable({ title, heads, rows }: PreviewTableProps) {
  return (
    <section>
      <TableTitle title={title} count={rows.length} />
      <ScrollBox label={title} className="mt-2 max-h-96 overflow-y-auto border-line border-y">
        <table className="w-full text-left text-sm">
          <thead className="sticky top-0 bg-paper">
            <tr>
              <th scope="col" className="py-1.5 pr-3 text-right font-medium text-muted">
                Line
              </th>
              {heads.map((head) => (
                <th key={head} scope="col" className="px-2 py-1.5 font-medium text-muted">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key} className="border-line border-t align-top">
                <td className="py-1 pr-3 text-right text-muted tabular-nums">{key}</td>
                {cells.map((cell, i) => (
                  <td key={i} className="px-2 py-1">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

const accounts = {
  new: "new account",
  unclaimed: "account not claimed yet",
  claimed: "has an account",
} as const;

export function PlacedTable({ title, rows }: { title: string; rows: readonly PlacedRow[] }) {
  const hasIds = rows.some(({ campusId }) => campusId);
  const hasGroups = rows.some(({ group }) => group);
  return (
    <PreviewTable
      title={title}
      heads={[
        "Name",
        "Email",
        "Role",
        ...(hasIds ? ["Campus id"] : []),
        ...(hasGroups ? ["Group"] : []),
        "Account",
      ]}
      rows={rows.map(({ line, name, email, role, campusId, group, account }) => ({
        key: line,
        cells: [
          name,
          email,
          role,
          ...(hasIds ? [campusId] : []),
          ...(hasGroups ? [group] : []),
          accounts[account],
        ],
      }))}
    />
  );
}

export function ChangeTable({ rows }: { rows: Preview["change"] }) {
  return (
    <PreviewTable
      title="To be changed"
      heads={["Name", "Email", "Change"]}
      rows={rows.map(({ line, name, email, role, campusId, group }) => ({
        key: line,
        cells: [
          name,
          email,
          [
            role && `role: ${role.from} → ${role.to}`,
            campusId && `campus id: ${campusId.from ?? "none"} → ${campusId.to}`,
            group && `group: ${group.from ?? "none"} → ${group.to}`,
          ]
            .filter(Boolean)
            .join("; "),
        ],
      }))}
    />
  );
}

/** Rows that are not taken: why, and how to mend each. */
export function Problems({ problems }: { problems: Preview["problems"] }) {
  return (
    <section>
      <TableTitle title="Can’t be taken" count={problems.length} />
      <ScrollBox
        label="Can’t be taken"
        className="mt-2 max-h-96 overflow-y-auto border-line border-b"
      >
        <ul className="text-sm">
          {problems.map(({ line, row, reason, mend }) => (
            <li
              key={line}
              className="grid gap-x-4 gap-y-0.5 border-line border-t py-1.5 sm:grid-cols-[4.5rem_1fr_1fr]"
            >
              <span className="text-muted tabular-nums">Line {line}</span>
              <span className="min-w-0">
                <span className="text-bad">{reason}</span> {mend}
              </span>
              <span className="min-w-0 font-mono text-muted text-xs/5 [overflow-wrap:anywhere]">
                {row}
              </span>
            </li>
          ))}
        </ul>
      </ScrollBox>
    </section>
  );
}

"use client";

import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import type { ScoreColumn, ScoreGrid, ScoreRow } from "@/lib/course/score-grid";
import { percent } from "@/lib/ui/percent";
import { ScrollBox } from "@/lib/ui/ScrollBox";

interface ScoreTableProps {
  sectionId: string;
  grid: ScoreGrid;
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});

/** Students by lessons or exercises: best scores and attempts, an exercise's leading to what was sent. Sorted by any
 *  column; the names stay in sight. */
export function ScoreTable({ sectionId, grid }: ScoreTableProps) {
  const [wanted, setWanted] = useState("");
  const columns = useMemo(() => columnsOf(grid.columns), [grid]);
  const data = useMemo(() => grid.rows.filter((row) => isMeant(row, wanted)), [grid, wanted]);
  const table = useTable({ features, columns, data, getRowId: ({ id }) => id });
  return (
    <>
      <label className="mt-4 flex items-center gap-2 text-sm">
        Find a student
        <input
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className="min-h-9 rounded-sm border border-line bg-card px-2"
        />
      </label>
      <ScrollBox label="Scores of the section, scrolls sideways" className="mt-3">
        <table className="w-full border-collapse text-sm tabular-nums">
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} className="border-line border-b text-left align-bottom">
                {group.headers.map((header) => (
                  <th
                    key={header.id}
                    scope="col"
                    aria-sort={ariaSort[String(header.column.getIsSorted())]}
                    className="px-1 py-1.5 font-medium text-muted first:sticky first:left-0 first:z-1 first:bg-paper first:pl-0"
                  >
                    <button
                      type="button"
                      onClick={header.column.getToggleSortingHandler()}
                      className="text-left hover:text-ink"
                    >
                      {String(header.column.columnDef.header)}
                      <span aria-hidden="true">{arrows[String(header.column.getIsSorted())]}</span>
                    </button>
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map(({ id, original }) => (
              <tr key={id} className="border-line border-b hover:bg-accent-soft">
                <th
                  scope="row"
                  className="sticky left-0 z-1 max-w-36 truncate bg-paper py-1.5 pr-3 text-left font-medium sm:max-w-none"
                >
                  {original.name}
                  <span className="block font-normal text-muted text-xs">{original.email}</span>
                </th>
                <td className="whitespace-nowrap px-1">{percent(original.all)}</td>
                {grid.columns.map((column) => (
                  <td key={column.id} className="px-1">
                    <Cell sectionId={sectionId} row={original} column={column} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {data.length === 0 ? (
        <p className="mt-3 text-muted text-sm">No student is called that.</p>
      ) : null}
    </>
  );
}

const ariaSort: Readonly<Record<string, "ascending" | "descending" | undefined>> = {
  asc: "ascending",
  desc: "descending",
};

const arrows: Readonly<Record<string, string>> = { asc: " ↑", desc: " ↓" };

function columnsOf(columns: readonly ScoreColumn[]): ColumnDef<typeof features, ScoreRow>[] {
  return [
    { id: "name", header: "Student", accessorFn: ({ name }) => name, sortFn: "text" },
    { id: "all", header: "All", accessorFn: ({ all }) => all, sortFn: "basic" },
    ...columns.map(({ id, title }) => ({
      id,
      header: title,
      accessorFn: ({ cells }: ScoreRow) => cells[id]?.best ?? -1,
      sortFn: "basic" as const,
    })),
  ];
}

function isMeant({ name, email }: ScoreRow, wanted: string): boolean {
  return `${name} ${email ?? ""}`.toLowerCase().includes(wanted.trim().toLowerCase());
}

interface CellProps {
  sectionId: string;
  row: ScoreRow;
  column: ScoreColumn;
}

function Cell({ sectionId, row, column: { id, title, isExercise } }: CellProps) {
  const score = row.cells[id];
  if (!score) return <span className="text-muted">–</span>;
  const tries = score.attempts === 1 ? "1 attempt" : `${score.attempts} attempts`;
  const looks = {
    className: "block whitespace-nowrap rounded-sm px-1.5 py-0.5",
    style: {
      background: `color-mix(in srgb, var(--good) ${Math.round(score.best * 28)}%, transparent)`,
    },
    title: `First try ${percent(score.first)}, ${tries}`,
  };
  const words = (
    <>
      {percent(score.best)} <span className="text-xs">· {score.attempts}</span>
    </>
  );
  if (!isExercise) return <span {...looks}>{words}</span>;
  return (
    <a
      {...looks}
      href={`/sections/${sectionId}/students/${row.id}/${id}`}
      className={`${looks.className} underline-offset-2 hover:underline`}
      aria-label={`${row.name}, ${title}: ${percent(score.best)}, ${tries}`}
    >
      {words}
    </a>
  );
}

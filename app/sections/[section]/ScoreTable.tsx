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
import type { SectionExercise, SectionStudent } from "@/lib/course/section";
import { percent } from "@/lib/ui/percent";
import { ScrollBox } from "@/lib/ui/ScrollBox";

interface ScoreTableProps {
  sectionId: string;
  exercises: readonly SectionExercise[];
  students: readonly SectionStudent[];
}

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});

/** Students by exercises: best scores and attempts, each leading to what was sent. Sorted by any column. */
export function ScoreTable({ sectionId, exercises, students }: ScoreTableProps) {
  const [wanted, setWanted] = useState("");
  const columns = useMemo(() => columnsOf(exercises), [exercises]);
  const data = useMemo(
    () => students.filter((student) => isMeant(student, wanted)),
    [students, wanted],
  );
  const table = useTable({ features, columns, data, getRowId: ({ id }) => id });
  return (
    <>
      <label className="mt-6 flex items-center gap-2 text-sm">
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
                    className="px-2 py-1.5 font-medium text-muted first:pl-0"
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
                <th scope="row" className="whitespace-nowrap py-1.5 pr-3 text-left font-medium">
                  {original.name}
                  <span className="block font-normal text-muted text-xs">{original.email}</span>
                </th>
                <td className="whitespace-nowrap px-2">{percent(meanOf(original, exercises))}</td>
                {exercises.map((exercise) => (
                  <td key={exercise.id} className="px-2">
                    <Cell sectionId={sectionId} student={original} exercise={exercise} />
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

function columnsOf(
  exercises: readonly SectionExercise[],
): ColumnDef<typeof features, SectionStudent>[] {
  return [
    { id: "name", header: "Student", accessorFn: ({ name }) => name, sortFn: "text" },
    {
      id: "all",
      header: "All",
      accessorFn: (student) => meanOf(student, exercises),
      sortFn: "basic",
    },
    ...exercises.map(({ id, title }) => ({
      id,
      header: title,
      accessorFn: ({ scores }: SectionStudent) => scores[id]?.best ?? -1,
      sortFn: "basic" as const,
    })),
  ];
}

/** The share of all points that a student has at best. */
function meanOf({ scores }: SectionStudent, exercises: readonly SectionExercise[]): number {
  const possible = exercises.reduce((sum, exercise) => sum + exercise.possible, 0);
  const earned = exercises.reduce(
    (sum, exercise) => sum + (scores[exercise.id]?.best ?? 0) * exercise.possible,
    0,
  );
  return possible > 0 ? earned / possible : 0;
}

function isMeant({ name, email }: SectionStudent, wanted: string): boolean {
  return `${name} ${email ?? ""}`.toLowerCase().includes(wanted.trim().toLowerCase());
}

interface CellProps {
  sectionId: string;
  student: SectionStudent;
  exercise: SectionExercise;
}

function Cell({ sectionId, student, exercise }: CellProps) {
  const score = student.scores[exercise.id];
  if (!score) return <span className="text-muted">–</span>;
  const tries = score.attempts === 1 ? "1 attempt" : `${score.attempts} attempts`;
  return (
    <a
      href={`/sections/${sectionId}/students/${student.id}/${exercise.id}`}
      className="block whitespace-nowrap rounded-sm px-1.5 py-0.5 underline-offset-2 hover:underline"
      style={{
        background: `color-mix(in srgb, var(--good) ${Math.round(score.best * 28)}%, transparent)`,
      }}
      title={`First try ${percent(score.first)}, ${tries}`}
      aria-label={`${student.name}, ${exercise.title}: ${percent(score.best)}, ${tries}`}
    >
      {percent(score.best)} <span className="text-xs">· {score.attempts}</span>
    </a>
  );
}

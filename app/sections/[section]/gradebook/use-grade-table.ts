import {
  type ColumnDef,
  rowSortingFeature,
  type Table,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { GradeRow } from "@/lib/assessment/gradebook/page";
import type { GradeQuery } from "@/lib/assessment/gradebook/query";
import type { AssignmentColumn } from "./columns-of";

const features = tableFeatures({ rowSortingFeature });

/** A place in the table; its row may not be fetched yet. */
interface RowPlace {
  readonly row: GradeRow | undefined;
}

/** What a head says beside its title. */
export interface HeadWords {
  /** An assignment that opens into its items. */
  readonly assignment?: AssignmentColumn;
  /** Of how many points. */
  readonly points?: number;
}

export type GradeTable = Table<typeof features, RowPlace>;

/** The gradebook's columns, as TanStack's table groups them: each assignment over its own and, where it is opened, over
 *  its items. The server sorts. */
export function useGradeTable(
  columns: readonly AssignmentColumn[],
  { sort, down, open }: GradeQuery,
  rows: readonly (GradeRow | undefined)[],
): { readonly table: GradeTable; readonly heads: ReadonlyMap<string, HeadWords> } {
  const defs = useMemo(() => defsOf(columns, open), [columns, open]);
  const heads = useMemo(() => headsOf(columns), [columns]);
  const data = useMemo(() => rows.map((row) => ({ row })), [rows]);
  const table = useTable({
    features,
    columns: defs,
    data,
    manualSorting: true,
    state: { sorting: [{ id: sort, desc: down }] },
    getRowId: (_, index) => String(index),
  });
  return { table, heads };
}

type Def = ColumnDef<typeof features, RowPlace>;

function defsOf(columns: readonly AssignmentColumn[], open: readonly string[]): Def[] {
  const leaf = (id: string, header: string): Def => ({
    id,
    header,
    accessorFn: ({ row }) => row?.id,
  });
  return [
    leaf("name", "Student"),
    leaf("group", "Group"),
    leaf("total", "Total"),
    ...columns.map(({ id, title, items }): Def => {
      const each = open.includes(id) ? items.map((item) => leaf(item.id, item.title)) : [];
      return { id: `of-${id}`, header: title, columns: [leaf(id, whole), ...each] };
    }),
  ];
}

/** The head of an assignment's own column. */
export const whole = "All";

const headsOf = (columns: readonly AssignmentColumn[]): ReadonlyMap<string, HeadWords> =>
  new Map(
    columns.flatMap((assignment): [string, HeadWords][] => [
      [`of-${assignment.id}`, { assignment }],
      [assignment.id, { points: assignment.points }],
      ...assignment.items.map(({ id, points }): [string, HeadWords] => [id, { points }]),
    ]),
  );

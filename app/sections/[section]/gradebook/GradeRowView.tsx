import clsx from "clsx";
import { memo } from "react";
import type { GradeCell } from "@/lib/assessment/gradebook/cells";
import type { GradeRow } from "@/lib/assessment/gradebook/page";
import { shownPercent } from "@/lib/assessment/gradebook/shown-percent";
import { PercentFigure } from "@/lib/ui/PercentFigure";
import type { AssignmentColumn } from "./columns-of";

/** In pixels: rows out of sight are counted by it. */
export const rowHeight = 37;

interface GradeRowViewProps {
  /** Undefined until it is fetched. */
  row: GradeRow | undefined;
  /** Among all rows of the grid, the head's too. */
  place: number;
  columns: readonly AssignmentColumn[];
  open: readonly string[];
  /** The column that is in the page's order of focus; null where none of this row is. */
  tabStop: number | null;
}

/** One student's row. Its links are short: they begin at the page's own address. */
export const GradeRowView = memo(function GradeRowView({
  row,
  place,
  columns,
  open,
  tabStop,
}: GradeRowViewProps) {
  const focus = (column: number) => ({ "data-c": column, tabIndex: tabStop === column ? 0 : -1 });
  if (!row) {
    return (
      <tr data-r={place} data-waits aria-rowindex={place + 1} style={{ height: rowHeight }}>
        <th scope="row" className={nameClass}>
          <span {...focus(0)} className="text-muted">
            …
          </span>
        </th>
      </tr>
    );
  }
  const to = `gradebook/${row.id}`;
  const places = placesOf(columns, open);
  return (
    <tr
      data-r={place}
      aria-rowindex={place + 1}
      style={{ height: rowHeight }}
      className="group [&>td]:border-line [&>td]:border-b [&>td]:px-2 [&>td]:hover:bg-accent-soft"
    >
      <th scope="row" className={nameClass}>
        <a
          {...focus(0)}
          href={to}
          title={row.email ?? undefined}
          className="block truncate hover:underline"
        >
          {row.name}
          {row.removed ? <span className="font-normal text-muted"> (removed)</span> : null}
        </a>
      </th>
      <td>
        <span {...focus(1)}>{row.group ?? "–"}</span>
      </td>
      <td className="whitespace-nowrap">
        <a {...focus(2)} href={to} className="font-medium">
          {row.total === null ? (
            "–"
          ) : (
            <span className="inline-block min-w-[7ch] text-right">
              {shownPercent(row.total).toFixed(1)} %
            </span>
          )}
          {row.letter ? ` ${row.letter}` : ""}
        </a>
      </td>
      {row.cells.map((cell, i) => (
        <td key={i} className={places[i]?.own ? "border-l" : undefined}>
          <a {...focus(i + 3)} href={`${to}/${places[i]?.assignment}`} className={classOf(cell)}>
            <CellWords {...cell} />
          </a>
        </td>
      ))}
    </tr>
  );
});

const nameClass =
  "sticky left-0 z-1 max-w-44 border-line border-b bg-paper px-2 text-left font-medium sm:max-w-60";

/** Which assignment each cell leads to, and whether it is its own. */
const placesOf = (columns: readonly AssignmentColumn[], open: readonly string[]) =>
  columns.flatMap(({ id, items }) => [
    { assignment: id, own: true },
    ...(open.includes(id) ? items.map(() => ({ assignment: id, own: false })) : []),
  ]);

function CellWords({ status, share, dropped, given }: GradeCell) {
  if (status === "excused") return "excused";
  if (share === null) return "not yet";
  return (
    <>
      <PercentFigure share={share} />
      {status === "not-yet" ? " so far" : ""}
      {dropped ? " dropped" : ""}
      {given ? " ✎" : ""}
    </>
  );
}

const classOf = ({ status, dropped }: GradeCell) =>
  clsx("block whitespace-nowrap", (status !== "counts" || dropped) && "text-muted") || undefined;

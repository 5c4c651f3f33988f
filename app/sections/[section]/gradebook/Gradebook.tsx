"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import type { GradePage } from "@/lib/assessment/gradebook/page";
import { type GradeQuery, searchOf } from "@/lib/assessment/gradebook/query";
import { Button } from "@/lib/ui/button";
import type { AssignmentColumn } from "./columns-of";
import { FindForm } from "./FindForm";
import { GradeHead } from "./GradeHead";
import { GradeLegend } from "./GradeLegend";
import { GradeRowView, rowHeight } from "./GradeRowView";
import { useGradeRows } from "./use-grade-rows";
import { useGradeTable } from "./use-grade-table";
import { firstPlace, useGridKeys } from "./use-grid-keys";

interface GradebookProps {
  sectionId: string;
  columns: readonly AssignmentColumn[];
  query: GradeQuery;
  first: GradePage;
}

/** A section's students by what they were given. Rows are fetched and laid out as they come into sight; without scripts a
 *  page of them stands as it was sent. */
export function Gradebook({ sectionId, columns, query: asked, first }: GradebookProps) {
  const [query, setQuery] = useState(asked);
  const { shown, stale, failed, want, retry } = useGradeRows(sectionId, query, first);
  const box = useRef<HTMLDivElement>(null);
  const live = useLive();
  const { table, heads } = useGradeTable(columns, shown.query, shown.rows);
  const rows = useVirtualizer({
    count: shown.count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const drawn = live ? rows.getVirtualItems() : first.rows.map((_, i) => ({ index: i }));
  const from = drawn[0]?.index ?? 0;
  const to = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (live && shown.count > 0) want(from, to);
  }, [live, from, to, shown.count, want]);

  const leaves = table.getAllLeafColumns().length;
  const keys = useGridKeys({
    box,
    rows: shown.count + headRows,
    columns: leaves,
    screen: 15,
    reveal: (row) => row >= headRows && rows.scrollToIndex(row - headRows),
  });
  const inSight =
    keys.active.row < headRows ||
    (keys.active.row - headRows >= from && keys.active.row - headRows <= to);
  const tabStop = inSight ? keys.active : firstPlace;

  const ask = (change: Partial<GradeQuery>) => {
    const next = { ...query, offset: 0, ...change };
    setQuery(next);
    window.history.replaceState(null, "", `${window.location.pathname}${searchOf(next)}`);
    rows.scrollToOffset(0);
  };
  const after = live ? rows.getTotalSize() - (to + 1) * rowHeight : 0;
  return (
    <>
      <FindForm query={query} ask={ask} count={shown.count} />
      {failed ? (
        <p role="alert" className="mt-3 rounded-sm bg-bad-soft px-3 py-2 text-bad text-sm">
          We couldn’t load the rows. Check your connection.{" "}
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        </p>
      ) : null}
      <div
        ref={box}
        className="relative mt-3 max-h-[75vh] max-w-full scroll-pt-24 scroll-pb-4 scroll-pl-44 overflow-auto border-line border-y sm:scroll-pl-60"
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved about in is a grid
          role="grid"
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
          onPointerDown={keys.onPointerDown}
          aria-label="Students by assignments"
          aria-rowcount={shown.count + headRows}
          aria-colcount={leaves}
          aria-busy={stale}
          className={`border-separate border-spacing-0 text-sm tabular-nums ${stale ? "opacity-60" : ""}`}
        >
          <GradeHead table={table} heads={heads} query={shown.query} tabStop={tabStop} ask={ask} />
          <tbody>
            <Gap height={live ? from * rowHeight : 0} columns={leaves} />
            {drawn.map(({ index }) => (
              <GradeRowView
                key={shown.rows[index + (live ? 0 : first.offset)]?.id ?? index}
                row={shown.rows[index + (live ? 0 : first.offset)]}
                place={index + headRows}
                columns={columns}
                open={shown.query.open}
                tabStop={tabStop.row === index + headRows ? tabStop.column : null}
              />
            ))}
            <Gap height={Math.max(0, after)} columns={leaves} />
          </tbody>
        </table>
        {shown.count === 0 ? <p className="p-4 text-muted">No student matches that.</p> : null}
      </div>
      <GradeLegend />
    </>
  );
}

const headRows = 2;

/** Stands for the rows out of sight. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

/** Whether scripts run here: what was sent is laid out by itself until then. */
function useLive(): boolean {
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  return live;
}

import clsx from "clsx";
import { type GradeQuery, searchOf } from "@/lib/assessment/gradebook/query";
import { type GradeTable, type HeadWords, whole } from "./use-grade-table";
import type { Place } from "./use-grid-keys";

interface GradeHeadProps {
  table: GradeTable;
  heads: ReadonlyMap<string, HeadWords>;
  query: GradeQuery;
  tabStop: Place;
  ask: (change: Partial<GradeQuery>) => void;
}

/** The grid's two head rows: assignments, which open into their items; and what to sort by. Links, so that they work
 *  without scripts too. */
export function GradeHead({ table, heads, query, tabStop, ask }: GradeHeadProps) {
  const [groups, leaves] = table.getHeaderGroups();
  const link = (row: number, column: number, change: Partial<GradeQuery>, span = 1) => ({
    href: searchOf({ ...query, offset: 0, ...change }) || "?",
    "data-c": column,
    "data-s": span > 1 ? span : undefined,
    tabIndex: tabStop.row === row && tabStop.column === column ? 0 : -1,
    onClick: (event: { preventDefault: () => void }) => {
      event.preventDefault();
      ask(change);
    },
  });
  return (
    <thead className="sticky top-0 z-2">
      <tr data-r={0} aria-rowindex={1}>
        {groups?.headers.map((header, i) => {
          const assignment = heads.get(header.column.id)?.assignment;
          const before = groups.headers.slice(0, i);
          const column = before.reduce((sum, { colSpan }) => sum + colSpan, 0);
          if (!assignment)
            return <td key={header.id} className={clsx(headClass, i === 0 && nameClass)} />;
          const opened = query.open.includes(assignment.id);
          const open = opened
            ? query.open.filter((id) => id !== assignment.id)
            : [...query.open, assignment.id];
          return (
            <th
              key={header.id}
              scope="colgroup"
              colSpan={header.colSpan}
              aria-colindex={column + 1}
              className={clsx(headClass, "max-w-0 border-l")}
            >
              <a
                {...link(0, column, { open }, header.colSpan)}
                title={`${assignment.title}: ${opened ? "close" : "show each item"}`}
                className="line-clamp-2 font-medium text-ink hover:text-accent"
              >
                <span aria-hidden="true">{opened ? "▾ " : "▸ "}</span>
                {assignment.title}
                {opened ? <span className="sr-only">, opened</span> : null}
              </a>
              <span className="block truncate font-normal text-xs">
                {assignment.counts ?? "\u00a0"}
              </span>
            </th>
          );
        })}
      </tr>
      <tr data-r={1} aria-rowindex={2}>
        {leaves?.headers.map((header, i) => {
          const { id, columnDef } = header.column;
          const points = heads.get(id)?.points;
          const sorted = query.sort === id;
          const down = sorted ? !query.down : startsDown(id);
          return (
            <th
              key={header.id}
              scope="col"
              aria-colindex={i + 1}
              aria-sort={sorted ? (query.down ? "descending" : "ascending") : undefined}
              className={clsx(
                headClass,
                widthOf(id),
                i === 0 && nameClass,
                columnDef.header === whole && "border-l",
              )}
            >
              <a {...link(1, i, { sort: id, down })} className="line-clamp-2 hover:text-ink">
                {String(columnDef.header)}
                {points === undefined ? "" : ` / ${points}`}
                <span aria-hidden="true">{sorted ? (query.down ? " ↓" : " ↑") : ""}</span>
              </a>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

const headClass =
  "border-line border-b bg-paper px-2 py-1.5 text-left align-bottom font-medium text-muted";

/** The names stay in sight. */
const nameClass = "sticky left-0 z-1";

/** Names begin with A; of figures the highest is looked for first. */
const startsDown = (id: string) => id !== "name" && id !== "group";

/** On a phone an assignment begins to show beside a name, its group and its total. */
const widthOf = (id: string) =>
  id === "name"
    ? "min-w-44 sm:min-w-60"
    : id === "group" || id === "total"
      ? "min-w-20 max-w-40"
      : "min-w-28 max-w-40";

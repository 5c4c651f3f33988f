import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";

/** A place in the grid: rows from 0, the two of the head first; columns from 0, the name first. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where the page's order of focus comes in: the head of the names, since above it is nothing. */
export const firstPlace: Place = { row: 1, column: 0 };

interface Grid {
  readonly box: RefObject<HTMLElement | null>;
  readonly rows: number;
  readonly columns: number;
  /** Rows a screen holds, for the page keys. */
  readonly screen: number;
  /** Brings a row into the page. */
  readonly reveal: (row: number) => void;
}

/** The keys of a grid: arrows, Home and End in a row, with Ctrl in all of it, page keys. One place of the grid is in the
 *  page's order of focus. Its links open by themselves. */
export function useGridKeys({ box, rows, columns, screen, reveal }: Grid) {
  const [active, setActive] = useState<Place>(firstPlace);
  const goal = useRef<Place | null>(null);

  // Also where the row came into the page, or its marks into the row, only now.
  useLayoutEffect(() => {
    const wanted = goal.current;
    const target = wanted && findAt(box.current, wanted);
    if (!target) return;
    target.focus();
    goal.current = isFetched(target) ? null : wanted;
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const from = placeOf(event.target as Element);
    // While its marks are on their way, a row has its first place alone.
    const at = from && { ...from, column: goal.current?.column ?? from.column };
    const to = at && targetOf(event, at, { rows, columns, screen });
    if (!to) return;
    event.preventDefault();
    goal.current = to;
    reveal(to.row);
    setActive(to);
  };
  const onFocus = (event: { target: Element }) => {
    const place = placeOf(event.target);
    if (place) setActive({ row: place.row, column: place.column });
  };
  const onPointerDown = () => {
    goal.current = null;
  };
  return { active, onKeyDown, onFocus, onPointerDown };
}

function targetOf(
  { key, ctrlKey, altKey, metaKey }: KeyboardEvent,
  { row, column, span }: Place & { readonly span: number },
  { rows, columns, screen }: Pick<Grid, "rows" | "columns" | "screen">,
): Place | null {
  if (altKey || metaKey) return null;
  const at = (r: number, c: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, r)),
    column: Math.max(0, Math.min(columns - 1, c)),
  });
  if (ctrlKey) {
    if (key === "Home") return at(0, 0);
    return key === "End" ? at(rows - 1, columns - 1) : null;
  }
  const moves: Readonly<Record<string, Place>> = {
    ArrowUp: at(row - 1, column),
    ArrowDown: at(row + 1, column),
    ArrowLeft: at(row, column - 1),
    ArrowRight: at(row, column + span),
    Home: at(row, 0),
    End: at(row, columns - 1),
    PageUp: at(row - screen, column),
    PageDown: at(row + screen, column),
  };
  return moves[key] ?? null;
}

/** Where in the grid an element stands, by its own column and its row's place. */
function placeOf(element: Element): (Place & { span: number }) | null {
  const cell = element.closest<HTMLElement>("[data-c]");
  const row = cell?.closest<HTMLElement>("[data-r]");
  if (!cell || !row) return null;
  const { c: column, s: span = "1" } = cell.dataset;
  return { row: Number(row.dataset.r), column: Number(column), span: Number(span) };
}

/** What takes the focus there: in a row where one head spans several columns, the one that reaches so far. */
function findAt(box: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  const cells = box?.querySelectorAll<HTMLElement>(`[data-r="${row}"] [data-c]`) ?? [];
  return [...cells].findLast((cell) => Number(cell.dataset.c) <= column) ?? cells[0] ?? null;
}

/** Whether the row of a place has its marks. */
const isFetched = (cell: HTMLElement) => cell.closest("[data-waits]") === null;

"use client";

import clsx from "clsx";
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { HiddenResponse } from "@/lib/exercise/kinds/HiddenResponse";
import type { InputProps } from "@/lib/exercise/kinds/input-props";
import { MarkSign } from "@/lib/exercise/kinds/MarkSign";
import { useMarks } from "@/lib/exercise/kinds/use-marks";
import { columnWidths } from "./column-widths";
import { type GridCells, gridOf, pasted, resized, sizeOf, written } from "./grid-cells";
import { Stepper } from "./Stepper";
import type { MatrixView } from "./schema";
import { target } from "./target";

interface Told {
  readonly message: string;
  /** Whether it is for everybody to read, since nothing else shows it. */
  readonly refused?: true;
}

/** A grid of text fields between brackets, one a cell. The response goes along in a hidden field. */
export function Grid({ view, ...field }: InputProps<MatrixView>) {
  // What was kept goes back as it was until a cell changes.
  const [kept, setKept] = useState<string | undefined>(field.defaultValue);
  const [cells, setCells] = useState<GridCells>(() => gridOf(field.defaultValue, view.shown));
  const [told, setTold] = useState<Told>();
  // The grid before each paste and each change of its size, with what came of it: Ctrl+Z goes back.
  const [undo, setUndo] = useState<readonly (readonly [before: GridCells, after: GridCells])[]>([]);
  const root = useRef<HTMLFieldSetElement>(null);
  const ids = useId();
  const response = kept ?? written(cells);
  const marks = useMarks(field.marks, response);
  const size = sizeOf(cells);

  function change(next: GridCells, message?: string) {
    setKept(undefined);
    setCells(next);
    setTold(message ? { message } : undefined);
  }

  function changeAll(next: GridCells, message?: string) {
    setUndo([...undo, [cells, next]]);
    change(next, message);
  }

  function type(row: number, col: number, text: string) {
    change(cells.map((line, i) => line.map((cell, j) => (i === row && j === col ? text : cell))));
  }

  function paste(event: ClipboardEvent, row: number, col: number) {
    const next = pasted(cells, event.clipboardData.getData("text"), { row, col }, !!view.shown);
    if (!next) return;
    event.preventDefault();
    if ("message" in next) {
      setTold({ message: `Nothing was pasted. ${next.message}`, refused: true });
      return;
    }
    const now = sizeOf(next);
    changeAll(next, `Pasted. The grid is ${now.rows} by ${now.cols}.`);
  }

  /** What was typed since goes back first, by the browser's own way. */
  function goBack(event: KeyboardEvent) {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey)
      return;
    const [before, after] = undo.at(-1) ?? [];
    if (!before || !after || written(after) !== written(cells)) return;
    event.preventDefault();
    setUndo(undo.slice(0, -1));
    change(before, "Undone.");
  }

  function move(event: KeyboardEvent<HTMLInputElement>, row: number, col: number) {
    const to = target(event, row, col, size);
    if (!to) return;
    event.preventDefault();
    const next = root.current?.querySelector<HTMLInputElement>(`[data-cell="${to.row} ${to.col}"]`);
    next?.focus();
    next?.select();
  }

  return (
    <fieldset
      ref={root}
      aria-labelledby={field.labelledBy}
      aria-describedby={field.describedBy}
      onKeyDown={goBack}
      className="flex min-w-0 flex-col items-start gap-2 font-sans"
    >
      <div className="relative max-w-full overflow-x-auto p-1">
        <div
          className="grid w-max gap-1.5 rounded-sm border-ink border-x-2 px-2 py-1 text-base tabular-nums"
          style={{ gridTemplateColumns: columnWidths(cells) }}
        >
          {cells.flatMap((line, row) =>
            line.map((cell, col) => {
              const mark = marks?.[row * size.cols + col];
              const markId = `${ids}-${row}-${col}`;
              return (
                <span key={`${row} ${col}`} className="relative">
                  <input
                    type="text"
                    autoComplete="off"
                    autoCapitalize="off"
                    spellCheck={false}
                    data-keypad="number"
                    data-cell={`${row} ${col}`}
                    value={cell}
                    disabled={field.disabled}
                    aria-label={`row ${row + 1}, column ${col + 1}`}
                    aria-describedby={mark ? markId : undefined}
                    aria-invalid={field.invalid || undefined}
                    onChange={(event) => type(row, col, event.target.value)}
                    onPaste={(event) => paste(event, row, col)}
                    onKeyDown={(event) => move(event, row, col)}
                    className={clsx(
                      "min-h-10 w-full rounded-sm border bg-card px-2 text-base text-ink tabular-nums disabled:opacity-60",
                      mark && "pr-6",
                      mark === "right" && "border-good",
                      mark === "wrong" || field.invalid ? "border-bad" : !mark && "border-line",
                    )}
                  />
                  {mark && (
                    <span className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-1">
                      <MarkSign mark={mark} brief id={markId} />
                    </span>
                  )}
                </span>
              );
            }),
          )}
        </div>
      </div>
      {!view.shown && (
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          <Stepper
            things="rows"
            thing="row"
            count={size.rows}
            disabled={field.disabled}
            onChange={(rows) => changeAll(resized(cells, { ...size, rows }))}
          />
          <Stepper
            things="columns"
            thing="column"
            count={size.cols}
            disabled={field.disabled}
            onChange={(cols) => changeAll(resized(cells, { ...size, cols }))}
          />
        </div>
      )}
      <p role="status" className={told?.refused ? "text-sm" : "sr-only"}>
        {told?.message}
      </p>
      <HiddenResponse name={field.name} value={response} disabled={field.disabled} />
    </fieldset>
  );
}

import { Button } from "@/lib/ui/button";
import type { Preview } from "./actions";

interface PreviewPaneProps {
  preview: Preview | null;
  /** The set of numbers, from 1. */
  set: number;
  isStale: boolean;
  onSet: (set: number) => void;
  onChoose: (line: number) => void;
}

/** What the piece of the lesson that is being written looks like to its readers. */
export function PreviewPane({ preview, set, isStale, onSet, onChoose }: PreviewPaneProps) {
  const shown = preview?.shown;
  return (
    <section aria-labelledby="preview" aria-busy={isStale}>
      <h2 id="preview" className="sr-only">
        Preview
      </h2>
      <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <label className="flex min-w-0 items-center gap-2">
          <span className="shrink-0">Show</span>
          <select
            className="min-h-8 min-w-0 max-w-64 rounded-sm border border-line bg-card px-2"
            value={shown?.from ?? ""}
            onChange={({ target }) => onChoose(Number(target.value))}
          >
            {shown ? null : <option value="">nothing yet</option>}
            {(preview?.pieces ?? []).map(({ is, id, title, from }) => (
              <option key={from} value={from}>
                {is === "exercise" ? `Exercise: ${title || id}` : title || "The beginning"}
              </option>
            ))}
          </select>
        </label>
        {shown?.is === "exercise" ? (
          <span className="flex items-center gap-1">
            Numbers, set {set}
            <Button
              size="small"
              aria-label="The set before"
              disabled={set === 1}
              onClick={() => onSet(set - 1)}
            >
              ‹
            </Button>
            <Button size="small" aria-label="The next set" onClick={() => onSet(set + 1)}>
              ›
            </Button>
          </span>
        ) : null}
      </div>
      <div className="mt-2">
        {shown ? (
          <div className="prose">{shown.node}</div>
        ) : preview ? (
          <p className="text-muted">
            {preview.pieces.length === 0 && preview.issues.length === 0
              ? "Nothing to show yet."
              : "Mend what is marked here, and you’ll see it as students do."}
          </p>
        ) : (
          <p className="text-muted">One moment…</p>
        )}
      </div>
    </section>
  );
}

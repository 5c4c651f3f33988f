import { Button } from "@/lib/ui/button";
import type { Preview } from "./actions";

interface PreviewPaneProps {
  preview: Preview | null;
  /** What was shown before something had to be mended. */
  kept: Preview["shown"];
  /** The set of numbers, from 1. */
  set: number;
  isStale: boolean;
  /** Whether the server gave none of the text as it is now. */
  isMissing: boolean;
  onSet: (set: number) => void;
  onChoose: (line: number) => void;
}

/** What the piece of the lesson that is being written looks like to its readers. */
export function PreviewPane({
  preview,
  kept,
  set,
  isStale,
  isMissing,
  onSet,
  onChoose,
}: PreviewPaneProps) {
  const shown = preview?.shown;
  const inSight = shown ?? kept;
  const pieces = preview?.pieces.length ? preview.pieces : inSight ? [inSight] : [];
  return (
    <section aria-labelledby="preview" aria-busy={isStale || (!shown && kept !== null)}>
      <h2 id="preview" className="sr-only">
        Preview
      </h2>
      <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <label className="flex min-w-0 items-center gap-2">
          <span className="shrink-0">Show</span>
          <select
            className="min-h-8 min-w-0 max-w-64 rounded-sm border border-line bg-card px-2"
            value={inSight?.from ?? ""}
            onChange={({ target }) => onChoose(Number(target.value))}
          >
            {inSight ? null : <option value="">nothing yet</option>}
            {pieces.map(({ is, id, title, from }) => (
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
      {isMissing ? (
        <p role="alert" className="mt-2 text-bad text-sm">
          We couldn’t draw the preview of what you typed last. We’ll try again when you go on
          typing; if that doesn’t help, split the lesson in two: this one may be too long.
        </p>
      ) : null}
      <div className="mt-2">
        {shown ? (
          <div className="prose">{shown.node}</div>
        ) : preview && kept ? (
          <Kept kept={kept} issues={preview.issues} />
        ) : preview ? (
          <p className="text-muted">
            {preview.pieces.length === 0 && preview.issues.length === 0
              ? "Nothing to show yet."
              : "Mend what is marked here, and you’ll see it as students do."}
          </p>
        ) : isMissing ? null : (
          <p className="text-muted">One moment…</p>
        )}
      </div>
    </section>
  );
}

/** What was shown last, greyed, with what has to be mended before it is shown as it is now. */
function Kept({ kept, issues }: { kept: NonNullable<Preview["shown"]> } & Pick<Preview, "issues">) {
  return (
    <>
      <p className="text-muted text-sm">
        This is as it was before line {issues[0]?.line} needed mending.
      </p>
      <div className="prose mt-2 opacity-50" inert>
        {kept.node}
      </div>
    </>
  );
}

import { type FormEvent, useEffect, useRef } from "react";
import type { Change } from "@/lib/authoring/sync/plan";
import type { IncomingAnswer } from "@/lib/authoring/sync/preview";
import { Button } from "@/lib/ui/button";
import { DocsText } from "@/lib/ui/DocsText";

interface IncomingViewProps {
  readonly answer: IncomingAnswer;
  /** Where the files come from, such as "the zip". */
  readonly from: string;
  readonly apply: (take: readonly string[]) => void;
  readonly leave: () => void;
}

/** What would change if files came in; or what did. */
export function IncomingView({ answer: { status, plan, foreign }, ...props }: IncomingViewProps) {
  const { from, apply, leave } = props;
  const top = useRef<HTMLParagraphElement>(null);
  // What was pressed is gone, and this is what came of it.
  useEffect(() => top.current?.focus(), []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    apply(new FormData(event.currentTarget).getAll("take").map(String));
  };
  const nothing = plan.changes.length === 0;
  return (
    <form onSubmit={send} className="mt-4">
      <p ref={top} tabIndex={-1} className="font-medium outline-none">
        {headline(status, nothing, from)}
      </p>
      {status === "other" ? (
        <p className="mt-1 text-muted">
          The drafts changed since you looked. This is what would change now.
        </p>
      ) : null}
      <Changes changes={plan.changes} from={from} done={status === "taken"} />
      {plan.refused.length > 0 ? (
        <>
          <h3 className="mt-4 font-medium">Left out</h3>
          <ul className="mt-1 flex flex-col gap-2 text-sm">
            {plan.refused.map(({ path, message, mend }) => (
              <li key={path} className="break-words">
                <span className="text-bad">{message}.</span> <DocsText text={mend} />
                <span className="block text-muted">{path}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {foreign.count > 0 ? (
        <p className="mt-4 break-words text-muted text-sm">
          Not part of a course, and left out: {foreign.paths.join(", ")}
          {foreign.count > foreign.paths.length
            ? ` and ${foreign.count - foreign.paths.length} more`
            : ""}
          .
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-2">
        {status === "taken" || nothing ? null : (
          <Button type="submit" variant="primary">
            Bring them in
          </Button>
        )}
        <Button onClick={leave}>{status === "taken" || nothing ? "Close" : "Cancel"}</Button>
      </div>
    </form>
  );
}

function headline(status: IncomingAnswer["status"], nothing: boolean, from: string): string {
  if (status === "taken") return "Done. The drafts are changed; nothing is published yet.";
  return nothing ? `The drafts have all that ${from} has.` : `What ${from} would change`;
}

const words: Readonly<Record<Change["what"], string>> = {
  new: "New",
  changed: "Changed",
  removed: "Removed",
  conflict: "Changed on both sides",
};

interface ChangesProps {
  readonly changes: readonly Change[];
  readonly from: string;
  readonly done: boolean;
}

function Changes({ changes, from, done }: ChangesProps) {
  if (changes.length === 0) return null;
  return (
    <table className="mt-2 w-full border-line border-t text-sm">
      <thead className="sr-only">
        <tr>
          <th>File</th>
          <th>Change</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, what }) => (
          <tr key={path} className="border-line border-b align-top">
            <td className="break-all py-2 pr-4">{path}</td>
            <td className="py-2">
              {words[what]}
              {what === "conflict" && !done ? (
                <label className="mt-1 flex items-start gap-2">
                  <input type="checkbox" name="take" value={path} className="mt-1" />
                  Take the one from {from}. Otherwise the draft stays.
                </label>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

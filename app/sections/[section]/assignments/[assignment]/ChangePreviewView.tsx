import { Button } from "@/lib/ui/button";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TextField } from "@/lib/ui/TextField";
import type { ChangePreview } from "./change-state";

interface ChangePreviewViewProps {
  preview: ChangePreview;
  reason: string | undefined;
  error: string | undefined;
  busy: boolean;
}

const cell = "border-line border-b px-3 py-2 text-left align-baseline first:pl-0";

/** What a change would do to whom, to be agreed to with a reason. It stands in the form of the change. */
export function ChangePreviewView({ preview, reason, error, busy }: ChangePreviewViewProps) {
  const { hash, lines, begun, rows, more } = preview;
  return (
    <section
      aria-label="What this change does"
      className="flex flex-col gap-4 rounded-sm border border-half bg-half-soft p-4"
    >
      <p role="status" className="font-medium">
        Nothing is changed yet. {begun} {begun === 1 ? "student has" : "students have"} begun, so
        check what this does first.
      </p>
      <ul className="text-sm">
        {lines.map((line) => (
          <li key={line.what}>
            <span className="text-muted">{line.what}:</span> <FromTo {...line} />
          </li>
        ))}
      </ul>
      {rows.length === 0 ? (
        <p className="text-sm">It changes nothing for students who have begun.</p>
      ) : (
        <Rows rows={rows} />
      )}
      {more > 0 ? <p className="text-sm">And {more} more students, in the same way.</p> : null}
      <input type="hidden" name="hash" value={hash} />
      <div className="max-w-md">
        <TextField
          label="Reason"
          name="reason"
          defaultValue={reason}
          note="Kept with the change."
          error={error}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          name="do"
          value="agree"
          variant="primary"
          aria-disabled={busy || undefined}
        >
          Make this change
        </Button>
        <a href="?" className="self-center text-accent text-sm underline underline-offset-2">
          Leave it as it was
        </a>
      </div>
    </section>
  );
}

function Rows({ rows }: Pick<ChangePreview, "rows">) {
  return (
    <ScrollBox label="Students affected by the change" className="max-h-96 overflow-y-auto">
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="text-muted">
            <th className={cell}>Student</th>
            <th className={cell}>What changes</th>
            <th className={cell}>What happens to their work</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, changes, effects }) => (
            <tr key={id}>
              <th scope="row" className={`${cell} font-medium`}>
                {name}
              </th>
              <td className={cell}>
                {changes.map((one) => (
                  <span key={one.what} className="block min-w-40">
                    <span className="text-muted">{one.what}:</span> <FromTo {...one} />
                  </span>
                ))}
              </td>
              <td className={`${cell} min-w-48`}>{effects.join(" ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function FromTo({ before, after }: { before: string; after: string }) {
  return (
    <>
      {before}
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> becomes </span>
      {after}
    </>
  );
}

import { Button } from "@/lib/ui/button";
import { counted } from "@/lib/ui/counted";
import { FormAlert } from "@/lib/ui/FormAlert";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";
import { TextField } from "@/lib/ui/TextField";
import type { ImportState } from "./import-state";

interface PreviewViewProps {
  state: Extract<ImportState, { step: "preview" }>;
  busy: boolean;
}

/** What taking these marks would change, to be agreed to. */
export function PreviewView({ state, busy }: PreviewViewProps) {
  const { preview, notice, reason, reasonError } = state;
  const { count, unchanged, problems, passedOver } = preview;
  const facts = [
    `${counted(count, "mark", "marks")} to give`,
    unchanged > 0 && `${unchanged} as they are`,
    problems.length > 0 && `${counted(problems.length, "problem", "problems")}`,
  ].filter(Boolean);
  return (
    <div className="flex flex-col gap-6">
      <FormAlert message={notice} />
      <p role="status">
        {facts.join(" · ")}. <span className="text-muted">Nothing has been imported yet.</span>
      </p>
      {count > 0 ? (
        <div className="max-w-xl">
          <TextField
            label="Why"
            name="reason"
            maxLength={500}
            autoComplete="off"
            defaultValue={reason}
            note="It is kept with each mark, and the student sees it."
            error={reasonError}
          />
        </div>
      ) : null}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {count > 0 ? (
          <Button
            type="submit"
            name="do"
            value="import"
            variant="primary"
            aria-disabled={busy || undefined}
          >
            {`Give ${counted(count, "mark", "marks")}`}
          </Button>
        ) : (
          <span>There’s nothing to import.</span>
        )}
        {/* A new page: the form forgets what it carries. */}
        <a href="?" className="text-accent text-sm underline underline-offset-2">
          Start over
        </a>
      </p>
      {problems.length > 0 ? (
        <section>
          <h2 className="font-semibold text-lg">Not taken</h2>
          <ul className="mt-2 text-sm">
            {problems.map(({ line, reason: why }, i) => (
              <li key={i}>
                Line {line}: {why}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {count > 0 ? <Changes preview={preview} /> : null}
      {passedOver.length > 0 ? (
        <p className="text-muted text-sm">
          Columns skipped, because no assignment here has that name: {passedOver.join("; ")}.
        </p>
      ) : null}
    </div>
  );
}

function Changes({
  preview: { changes, count },
}: {
  preview: PreviewViewProps["state"]["preview"];
}) {
  return (
    <section>
      <h2 className="font-semibold text-lg">To give</h2>
      <ScrollBox label="Marks to give" className="mt-2">
        <table className="w-full border-collapse text-left text-sm tabular-nums">
          <TableHead heads={["Line", "Student", "In", "Now", "Then"]} />
          <tbody>
            {changes.map(({ line, student, column, from, to }, i) => (
              <tr key={i} className="border-line border-b">
                <td className="py-1.5 pr-4">{line}</td>
                <th scope="row" className="py-1.5 pr-4 font-medium">
                  {student}
                </th>
                <td className="py-1.5 pr-4">{column}</td>
                <td className="py-1.5 pr-4">{from || "nothing"}</td>
                <td className="py-1.5 pr-4">{to}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {count > changes.length ? (
        <p className="mt-2 text-muted text-sm">And {count - changes.length} more.</p>
      ) : null}
    </section>
  );
}

import { Button } from "@/lib/ui/button";
import { counted } from "@/lib/ui/counted";
import { FormAlert } from "@/lib/ui/FormAlert";
import { Columns } from "./Columns";
import type { Preview } from "./import-state";
import { ChangeTable, PlacedTable, Problems } from "./PreviewTables";

interface PreviewViewProps {
  preview: Preview;
  notice?: string;
  busy: boolean;
}

/** What an import would do, to be agreed to. */
export function PreviewView({ preview, notice, busy }: PreviewViewProps) {
  const { add, restore, change, kept, problems, passedOver } = preview;
  return (
    <div className="flex flex-col gap-8">
      <FormAlert message={notice} />
      <Summary preview={preview} busy={busy} />
      <Columns columns={preview.columns} busy={busy} />
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      {add.length > 0 ? <PlacedTable title="To be added" rows={add} /> : null}
      {restore.length > 0 ? (
        <PlacedTable title="Removed before, and coming back" rows={restore} />
      ) : null}
      {change.length > 0 ? <ChangeTable rows={change} /> : null}
      {kept.length > 0 ? <KeptList kept={kept} /> : null}
      {passedOver.length > 0 ? <PassedOver rows={passedOver} /> : null}
    </div>
  );
}

function Summary({ preview, busy }: { preview: Preview; busy: boolean }) {
  const { add, restore, change, unchanged, problems } = preview;
  const adds = add.length + restore.length;
  const facts = [
    `${counted(adds, "person", "people")} to add`,
    change.length > 0 && `${change.length} to change`,
    unchanged > 0 && `${unchanged} already here and unchanged`,
    problems.length > 0 && `${counted(problems.length, "row", "rows")} can’t be taken`,
  ].filter(Boolean);
  const does = adds > 0 || change.length > 0;
  return (
    <div>
      <p role="status">
        {facts.join(" · ")}. <span className="text-muted">Nothing has been imported yet.</span>
      </p>
      {preview.encoding && preview.encoding !== "utf-8" ? (
        <p className="mt-1 text-muted text-sm">
          The file was read as {preview.encoding}: check that names look right.
        </p>
      ) : null}
      <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        {does ? (
          <Button
            type="submit"
            name="do"
            value="import"
            variant="primary"
            aria-disabled={busy || undefined}
          >
            {adds > 0 ? `Add ${counted(adds, "person", "people")}` : "Make these changes"}
          </Button>
        ) : (
          <span>There’s nothing to import.</span>
        )}
        {/* A new page: the form forgets what it carries. */}
        <a href="?" className="text-accent text-sm underline underline-offset-2">
          Start over
        </a>
      </p>
    </div>
  );
}

const reasons = {
  yourself: "You can’t take your own role away.",
  "last-instructor": "A section keeps at least one instructor.",
} as const;

function KeptList({ kept }: { kept: Preview["kept"] }) {
  return (
    <section>
      <h2 className="font-semibold text-lg">Staying as they are</h2>
      <ul className="mt-2 text-sm">
        {kept.map(({ line, name, email, role, reason }) => (
          <li key={line}>
            {name || email} stays {role.from}, though line {line} says {role.to}. {reasons[reason]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PassedOver({ rows }: { rows: Preview["passedOver"] }) {
  return (
    <section>
      <h2 className="font-semibold text-lg">Passed over</h2>
      <ul className="mt-2 text-muted text-sm">
        {rows.map(({ line, reason }) => (
          <li key={line}>
            Line {line}: {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

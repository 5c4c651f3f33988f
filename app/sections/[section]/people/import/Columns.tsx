import { useId } from "react";
import { Button } from "@/lib/ui/button";
import type { Preview } from "./import-state";

type Column = Preview["columns"][number];
type Meaning = Column["meaning"];

const words: Readonly<Record<Meaning, string>> = {
  name: "Name",
  firstName: "First name",
  surname: "Surname",
  email: "Email",
  campusId: "Campus id",
  role: "Role",
  groups: "Groups",
  ignored: "Not used",
};

/** What each column was taken for. Those that are not certain are asked about; any can be set right. */
export function Columns({ columns, busy }: { columns: readonly Column[]; busy: boolean }) {
  const asks = columns.some(({ question }) => question);
  return (
    <details open={asks} className="rounded-sm border border-line bg-card px-4 py-3">
      <summary className="cursor-pointer font-medium">
        {asks ? "Please check how the columns were read" : "How the columns were read"}
      </summary>
      <ul className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {columns.map((column) => (
          <ColumnChoice key={column.index} column={column} />
        ))}
      </ul>
      <Button
        type="submit"
        name="do"
        value="preview"
        size="small"
        className="mt-4"
        aria-disabled={busy || undefined}
      >
        Read it this way
      </Button>
    </details>
  );
}

function ColumnChoice({
  column: { index, header, meaning, samples, question },
}: {
  column: Column;
}) {
  const id = useId();
  return (
    <li className="min-w-0">
      <label htmlFor={id} className="break-words font-medium text-sm">
        {question ?? (header || `Column ${index + 1}`)}
      </label>
      <select
        id={id}
        name={`column-${index}`}
        defaultValue={meaning}
        className={`mt-1 block min-h-9 w-full rounded-sm border bg-paper px-2 text-sm ${question ? "border-half" : "border-line"}`}
      >
        {Object.entries(words).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
      {samples.length > 0 ? (
        <p className="mt-1 truncate text-muted text-xs">{samples.join(" · ")}</p>
      ) : null}
    </li>
  );
}

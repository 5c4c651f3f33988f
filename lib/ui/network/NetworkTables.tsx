import { Formula } from "../Formula";
import { ScrollBox } from "../ScrollBox";
import type { LayerTable } from "./table";

/** What a diagram says as tables, folded away: for copying, for wide layers, and for those who hear the page. */
export function NetworkTables({
  tables,
  summary,
}: {
  tables: readonly LayerTable[];
  summary: string;
}) {
  const cut = tables.some((table) => table.cut);
  return (
    <details className="mt-2 text-sm">
      <summary className="w-fit text-accent">{summary}</summary>
      <div className="mt-2 space-y-4">
        {cut ? (
          <p className="text-muted">
            For wide layers, only the first few neurons and the last are shown.
          </p>
        ) : null}
        {tables.map((table) => (
          <LayerNumbers key={table.caption} {...table} />
        ))}
      </div>
    </details>
  );
}

function LayerNumbers({ caption, columns, rows }: LayerTable) {
  return (
    <ScrollBox label={`${caption}`}>
      <table className="table! w-auto border-collapse font-sans text-sm tabular-nums">
        <caption className="pb-1 text-left font-semibold text-ink">{caption}</caption>
        <thead>
          <tr>
            <td className="border-b border-line" />
            {columns.map(({ tex, words }, i) => (
              <th
                key={i}
                scope="col"
                className="border-b border-line px-2.5 py-1 text-right font-normal whitespace-nowrap text-ink"
              >
                <span aria-hidden="true">
                  <Formula tex={tex} />
                </span>
                <span className="sr-only">{words}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }, i) => (
            <tr key={i}>
              <th
                scope="row"
                className="border-b border-line py-1 pr-4 pl-0 text-left align-baseline text-sm font-normal whitespace-nowrap text-muted"
              >
                {name}
              </th>
              {cells.map((cell, j) => (
                <td
                  key={j}
                  className="border-b border-line px-2.5 py-1 text-right align-baseline whitespace-nowrap"
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

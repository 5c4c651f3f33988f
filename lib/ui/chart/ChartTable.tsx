import type { ReactNode } from "react";
import { ScrollBox } from "../ScrollBox";

interface ChartTableProps {
  caption: string;
  heads: readonly ReactNode[];
  /** The first cell of a row names it. */
  rows: readonly (readonly string[])[];
}

/** What a chart says as a table, folded away. */
export function ChartTable({ caption, heads, rows }: ChartTableProps) {
  return (
    <details className="mt-2 font-sans text-sm">
      <summary className="w-fit text-accent">The numbers as a table</summary>
      <ScrollBox label={`${caption}`} className="mt-2">
        <table className="table! w-auto border-collapse text-sm tabular-nums">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {heads.map((head, i) => (
                <th key={i} scope="col" className={`${cell} font-semibold text-ink`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values], i) => (
              <tr key={i}>
                <th scope="row" className={`${cell} font-normal text-muted`}>
                  {name}
                </th>
                {values.map((value, j) => (
                  <td key={j} className={cell}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

const cell = "border-b border-line py-1 pr-5! pl-0 text-right! whitespace-nowrap text-sm!";

import { clsx } from "clsx";
import type { ReactNode } from "react";

interface TableHeadProps {
  heads: readonly string[];
  /** Those of columns whose figures stand to the right. */
  figures?: readonly string[];
  /** Heads of another kind, after these. */
  children?: ReactNode;
}

/** The head of a small table. */
export const TableHead = ({ heads, figures = [], children }: TableHeadProps) => (
  <thead>
    <tr className="border-line border-b text-muted">
      {heads.map((head) => (
        <th
          key={head}
          scope="col"
          className={clsx(
            "py-1.5 pr-4 font-medium last:pr-0",
            figures.includes(head) && "text-right",
          )}
        >
          {head}
        </th>
      ))}
      {children}
    </tr>
  </thead>
);

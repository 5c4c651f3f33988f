import type { ReactNode } from "react";

/** A letter of the maths in a line of words, in the typeface that KaTeX has brought to the page. */
export function Sym({ children, sub }: { children: string; sub?: ReactNode }) {
  return (
    <span className="whitespace-nowrap">
      <i
        className="text-[1.1em]"
        style={{ fontFamily: "KaTeX_Math, 'Source Serif 4 Variable', serif" }}
      >
        {children}
      </i>
      {sub === undefined ? null : <sub>{sub}</sub>}
    </span>
  );
}

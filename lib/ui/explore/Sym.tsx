interface SymProps {
  children: string;
  sub?: string | number;
  sup?: string;
}

/** A letter of the maths in a line of words, in the typeface that KaTeX has brought to the page. */
export function Sym({ children, sub, sup }: SymProps) {
  return (
    <span className="whitespace-nowrap">
      <i
        className="text-[1.1em]"
        style={{ fontFamily: "KaTeX_Math, 'Source Serif 4 Variable', serif" }}
      >
        {children}
      </i>
      {sup === undefined ? null : <sup>{sup}</sup>}
      {sub === undefined ? null : <sub>{sub}</sub>}
    </span>
  );
}

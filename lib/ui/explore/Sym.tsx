interface SymProps {
  children: string;
  sub?: string | number;
  sup?: string;
}

/** A letter of the maths in a line of words, in the typeface that KaTeX has brought to the page. */
export function Sym({ children, sub, sup }: SymProps) {
  const small = "text-[0.7em]";
  return (
    <span className="whitespace-nowrap leading-none">
      <i
        className="text-[1.1em]"
        style={{ fontFamily: "KaTeX_Math, 'Source Serif 4 Variable', serif" }}
      >
        {children}
      </i>
      {sup === undefined ? null : (
        <span className={`inline-flex flex-col align-middle ${small}`}>
          <span>{sup}</span>
          <span>{sub}</span>
        </span>
      )}
      {sup === undefined && sub !== undefined ? <sub className={small}>{sub}</sub> : null}
    </span>
  );
}

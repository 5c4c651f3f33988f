/** A letter with indices as in the lesson: h^{[1]}_2. `sup` and `sub` stand one above the other. */
export interface MathSymbol {
  readonly letter: string;
  readonly sup?: string;
  readonly sub?: string;
  /** What follows it upright, such as "= 0.3". */
  readonly rest?: string;
}

/** Widths in em: KaTeX's own letters for the maths, near enough for a fallback serif. */
const widths: Readonly<Record<string, number>> = {
  x: 0.57,
  h: 0.58,
  p: 0.5,
  z: 0.47,
  w: 0.72,
  b: 0.43,
  d: 0.52,
  L: 0.68,
  y: 0.49,
  "[": 0.28,
  "]": 0.28,
  "−": 0.78,
  ".": 0.28,
  ",": 0.28,
  " ": 0.25,
  "=": 0.78,
};
const digitWidth = 0.5;
const small = 0.7;

function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (widths[sign] ?? digitWidth), 0);
}

/** The width of a symbol at a font size of 1. */
export function symbolWidth({ letter, sup = "", sub = "", rest = "" }: MathSymbol): number {
  const indices = small * Math.max(widthOf(sup), widthOf(sub));
  return widthOf(letter) + indices + (rest ? 0.28 + widthOf(rest) : 0);
}

/** A symbol as SVG text, centred on x, in the typeface KaTeX has already brought to the page. */
export function MathLabel({
  x,
  y,
  size,
  ...symbol
}: MathSymbol & { readonly x: number; readonly y: number; readonly size: number }) {
  const { letter, sup, sub, rest } = symbol;
  const start = x - (symbolWidth(symbol) * size) / 2;
  const indices = start + widthOf(letter) * size;
  const after = indices + small * size * Math.max(widthOf(sup ?? ""), widthOf(sub ?? ""));
  return (
    <text y={y} fontSize={size} fill="var(--ink)">
      <tspan x={start} fontFamily="KaTeX_Math, 'Source Serif 4 Variable', serif" fontStyle="italic">
        {letter}
      </tspan>
      {sup ? <Small x={indices} y={y - 0.42 * size} size={size} text={sup} /> : null}
      {sub ? <Small x={indices} y={y + 0.24 * size} size={size} text={sub} /> : null}
      {rest ? (
        <tspan
          x={after + 0.28 * size}
          y={y}
          fontFamily="KaTeX_Main, 'Source Serif 4 Variable', serif"
        >
          {rest}
        </tspan>
      ) : null}
    </text>
  );
}

function Small({ x, y, size, text }: { x: number; y: number; size: number; text: string }) {
  return (
    <tspan
      x={x}
      y={y}
      fontSize={small * size}
      fontFamily="KaTeX_Main, 'Source Serif 4 Variable', serif"
    >
      {text}
    </tspan>
  );
}

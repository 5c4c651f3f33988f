import { labelSize, textSize } from "./drawn-box";
import { labelGap } from "./lay-out-boxes";
import type { BoxLayout, PlacedBox, PlacedLine, PlacedOut, Point } from "./placed";
import { RunsText } from "./RunsText";

/** A drawing is never larger than this, and never so small that it can’t be read: it is scrolled then. */
const scale = { most: 1.15, least: 0.82 };

interface BoxSvgProps {
  layout: BoxLayout;
  /** What the drawing says, for those who do not see it. */
  label: string;
  className?: string;
}

/** The drawing itself, in the page's colours: inputs in accent, what is done to them in boxes, and at each line what runs
 *  along it. */
export function BoxSvg({ layout, label, className = "" }: BoxSvgProps) {
  const { width, height, boxes, lines, outs, upright } = layout;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className={`mx-auto w-full font-sans ${className || "block"}`}
      style={{ maxWidth: scale.most * width, minWidth: scale.least * width }}
    >
      {lines.map((line) => (
        <Arrow key={line.id} line={line} upright={upright} />
      ))}
      {resultsIn(layout).map((line) => (
        <Arrow key={line.id} line={line} upright={upright} />
      ))}
      {boxes.map((placed) => (
        <BoxMark key={placed.box.id} {...placed} />
      ))}
      {outs.map((out) => (
        <OutLabel key={`${out.box.id} ${out.index}`} {...out} upright={upright} />
      ))}
    </svg>
  );
}

/** A short arrow for what comes out of the drawing as a whole. */
function resultsIn({ outs, lines, upright }: BoxLayout): PlacedLine[] {
  const led = new Set(lines.map(({ points }) => key(points[0]!)));
  return outs
    .filter((out) => !led.has(key(out)))
    .map(({ x, y, box, index }) => {
      const reach = upright ? 26 : 26 + (box.outs[index]?.width ?? 0);
      const end = upright ? { x, y: y + reach } : { x: x + reach, y };
      return { id: `result ${box.id} ${index}`, points: [{ x, y }, end] };
    });
}

const key = ({ x, y }: Point) => `${x} ${y}`;

/** A line through its points: straight past what it passes, and bent between. */
function Arrow({ line: { points }, upright }: { line: PlacedLine; upright: boolean }) {
  const end = points.at(-1)!;
  const head = upright
    ? `M${end.x - 3.5} ${end.y - 7}L${end.x} ${end.y}L${end.x + 3.5} ${end.y - 7}`
    : `M${end.x - 7} ${end.y - 3.5}L${end.x} ${end.y}L${end.x - 7} ${end.y + 3.5}`;
  return (
    <g stroke="var(--muted)" strokeWidth="1.2" fill="none" strokeLinejoin="round">
      <path d={pathThrough(points, upright)} />
      <path d={head} />
    </g>
  );
}

function pathThrough(points: readonly Point[], upright: boolean): string {
  const [first, ...rest] = points as [Point, ...Point[]];
  let before = first;
  let path = `M${first.x} ${first.y}`;
  for (const [i, to] of rest.entries()) {
    // Every second stretch passes a layer, straight along the flow.
    path += i % 2 === 1 ? `L${to.x} ${to.y}` : bent(before, to, upright);
    before = to;
  }
  return path;
}

function bent(from: Point, to: Point, upright: boolean): string {
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  return upright
    ? `C${from.x} ${y} ${to.x} ${y} ${to.x} ${to.y}`
    : `C${x} ${from.y} ${x} ${to.y} ${to.x} ${to.y}`;
}

function BoxMark({ box, x, y, width, height }: PlacedBox) {
  const isSign = width === height;
  return (
    <g>
      <rect
        x={x - width / 2}
        y={y - height / 2}
        width={width}
        height={height}
        rx={isSign ? height / 2 : 5}
        fill={box.isInput ? "var(--accent-soft)" : "var(--card)"}
        stroke={box.isInput ? "var(--accent)" : "var(--ink)"}
        strokeWidth="1.15"
      />
      <RunsText runs={box.runs} x={x} y={y + 0.35 * textSize} size={textSize} anchor="middle" />
    </g>
  );
}

function OutLabel({ box, index, x, y, turns, upright }: PlacedOut & { upright: boolean }) {
  const { runs } = box.outs[index]!;
  // Where several come out of one side, each has room on one side alone.
  const isAside = turns && box.outs.length === 1;
  const at = upright
    ? { x: x + (isAside ? -labelGap : labelGap), y: y + 16 }
    : { x: x + labelGap, y: y + (isAside ? 14 : -5) };
  const anchor = upright && isAside ? "end" : "start";
  return <RunsText runs={runs} {...at} size={labelSize} anchor={anchor} isLabel />;
}

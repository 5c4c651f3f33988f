import { type NodePlace, nodeRadius } from "./layout";
import { MathLabel, type MathSymbol, symbolWidth } from "./MathLabel";
import type { BiasShow, NodeShow } from "./scene";

interface NodeProps {
  node: NodePlace;
  /** Whether it is its layer's only neuron; p then needs no index. */
  alone: boolean;
  show?: NodeShow;
  bias?: BiasShow;
  lit: boolean;
  /** How wide its bias may be. */
  room: number;
  /** Whether its letter and its bias stand where lines end, and need a patch that keeps these off. */
  patched: boolean;
}

/** A neuron: its letter, or its letter above and its value inside, and its bias below. */
export function NodeMark({ node, alone, show, bias, lit, room, patched }: NodeProps) {
  const { x, y } = node;
  const value = show?.value;
  const symbol = show ? symbolOf(node, show, alone) : undefined;
  const place = value === undefined ? { y: y + 5, size: 16 } : { y: y - nodeRadius - 9, size: 14 };
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={nodeRadius}
        fill={lit ? "var(--accent-soft)" : "var(--card)"}
        stroke={lit ? "var(--accent)" : "var(--ink)"}
        strokeWidth={lit ? 2.6 : 1.25}
      />
      {symbol && patched && value !== undefined ? <Patch symbol={symbol} x={x} {...place} /> : null}
      {symbol ? <MathLabel {...symbol} x={x} {...place} /> : null}
      {value === undefined ? null : (
        <text
          x={x}
          y={y + 4.5}
          fontSize={Math.min(13, 74 / value.length)}
          fontWeight="500"
          textAnchor="middle"
          fill="var(--ink)"
        >
          {value}
        </text>
      )}
      {bias ? <BiasMark node={node} bias={bias} room={room} patched={patched} /> : null}
    </g>
  );
}

interface BiasProps {
  node: NodePlace;
  bias: BiasShow;
  room: number;
  patched: boolean;
}

/** The bias below its neuron, made smaller where its number would reach into what stands beside it. */
function BiasMark({ node, bias, room, patched }: BiasProps) {
  const symbol = biasSymbol(node, bias);
  const size = Math.min(13, room / symbolWidth(symbol));
  const place = { x: node.x, y: node.y + nodeRadius + (patched ? 14 : 16), size };
  return (
    <>
      {patched ? <Patch symbol={symbol} {...place} /> : null}
      <MathLabel {...symbol} {...place} />
    </>
  );
}

interface PatchProps {
  symbol: MathSymbol;
  x: number;
  y: number;
  size: number;
}

function Patch({ symbol, x, y, size }: PatchProps) {
  const width = symbolWidth(symbol) * size + 4;
  // Raised indices stand above their letter.
  const top = (symbol.sup ? 1.15 : 0.85) * size;
  const height = top + 0.4 * size;
  return <rect x={x - width / 2} y={y - top} width={width} height={height} fill="var(--card)" />;
}

function symbolOf({ layer, index }: NodePlace, { letter }: NodeShow, alone: boolean): MathSymbol {
  if (letter === "p" || letter === "dp") return alone ? { letter } : { letter, sub: String(index) };
  if (letter === "x") return { letter, sub: String(index) };
  return { letter, sup: `[${layer}]`, sub: String(index) };
}

function biasSymbol({ layer, index }: NodePlace, { letter, value }: BiasShow): MathSymbol {
  if (value === undefined) return { letter, sup: `[${layer}]`, sub: String(index) };
  return { letter, rest: `= ${value}` };
}

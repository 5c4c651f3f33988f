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
}

/** A neuron: its letter, or its letter above and its value inside, and its bias below. */
export function NodeMark({ node, alone, show, bias, lit }: NodeProps) {
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
      {bias ? <BiasMark node={node} bias={bias} /> : null}
    </g>
  );
}

/** The bias below its neuron, made smaller where its number would reach into the edges beside it. */
function BiasMark({ node, bias }: { node: NodePlace; bias: BiasShow }) {
  const symbol = biasSymbol(node, bias);
  const size = Math.min(13, (2.8 * nodeRadius) / symbolWidth(symbol));
  return <MathLabel {...symbol} x={node.x} y={node.y + nodeRadius + 16} size={size} />;
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

import { EdgeLabel, EdgeLine, type EdgeState } from "./EdgeMark";
import { type EdgePlace, type Layout, lossSize, nodeRadius } from "./layout";
import { MathLabel } from "./MathLabel";
import { NodeMark } from "./NodeMark";
import type { Scene } from "./scene";

/** What a step is about; all else steps back. Ids as in the layout; the node "loss" is the loss box. */
export interface Highlight {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/** The words above a column. */
export interface Heading {
  readonly title: string;
  readonly detail: string;
}

/** A drawing is as wide as its column, up to this many times its own width. */
export const mostScale = 1.25;

interface DiagramProps {
  layout: Layout;
  scene: Scene;
  /** By layer. */
  headings: readonly Heading[];
  /** What the drawing says, for those who do not see it. */
  label: string;
  highlight?: Highlight;
  /** When it is shown, where the page has one for wide columns and one for narrow ones. */
  className?: string;
}

/** The drawing itself, from plain data: the server draws a diagram with it and the browser each step of a
 *  walkthrough. Colours are the page's, so it follows light and dark. */
export function DiagramSvg({
  layout,
  scene,
  headings,
  label,
  highlight,
  className = "",
}: DiagramProps) {
  const { upright, width, height, columns, nodes, edges } = layout;
  const Head = upright ? RowHead : ColumnHead;
  const lit = (id: string) => highlight?.nodes.includes(id) ?? false;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className={`mx-auto w-full font-sans ${className || "block"}`}
      style={{ maxWidth: mostScale * width }}
    >
      {columns.map(({ layer, x, y, ellipsis }) => (
        <g key={layer}>
          <Head x={x} y={y} {...(headings[layer] ?? { title: "", detail: "" })} />
          {ellipsis ? <Ellipsis {...ellipsis} upright={upright} /> : null}
        </g>
      ))}
      {layout.loss ? <LossBox layout={layout} text={scene.loss} lit={lit("loss")} /> : null}
      {edges.map((edge) => (
        <EdgeLine
          key={edge.id}
          edge={edge}
          show={scene.edges[edge.id]}
          state={edgeState(edge, highlight)}
        />
      ))}
      {edges.map((edge) => (
        <EdgeLabel
          key={edge.id}
          edge={edge}
          show={scene.edges[edge.id]}
          state={edgeState(edge, highlight)}
        />
      ))}
      {nodes.map((node) => (
        <NodeMark
          key={node.id}
          node={node}
          alone={columns[node.layer]?.size === 1}
          show={scene.nodes[node.id]}
          bias={scene.biases[node.id]}
          lit={lit(node.id)}
          room={layout.room}
          patched={upright}
        />
      ))}
    </svg>
  );
}

/** Edges step back only in a step that is about some of them. */
function edgeState({ id }: EdgePlace, highlight: Highlight | undefined): EdgeState {
  if (!highlight || highlight.edges.length === 0) return "plain";
  return highlight.edges.includes(id) ? "lit" : "back";
}

type HeadProps = { x: number; y: number } & Heading;

function ColumnHead({ x, y, title, detail }: HeadProps) {
  return (
    <g textAnchor="middle">
      <text x={x} y={y} fontSize="12.5" fontWeight="600" fill="var(--ink)">
        {title}
      </text>
      <text x={x} y={y + 16} fontSize="11" fill="var(--muted)">
        {detail}
      </text>
    </g>
  );
}

/** The same at the left of a row, in lines as short as they can be. */
function RowHead({ x, y, title, detail }: HeadProps) {
  const titles = title.split(", ");
  const lines = [...titles, ...detail.split(" · ")];
  return (
    <g fontSize="11">
      {lines.map((line, i) => (
        <text
          key={line}
          x={x}
          y={y + 4 + 14 * (i - (lines.length - 1) / 2)}
          fontWeight={i < titles.length ? 600 : undefined}
          fill={i < titles.length ? "var(--ink)" : "var(--muted)"}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function Ellipsis({ x, y, upright }: { x: number; y: number; upright: boolean }) {
  return (
    <g fill="var(--muted)">
      {[-9, 0, 9].map((off) => (
        <circle key={off} cx={upright ? x + off : x} cy={upright ? y : y + off} r="2.2" />
      ))}
    </g>
  );
}

function LossBox({ layout, text, lit }: { layout: Layout; text?: string; lit: boolean }) {
  const { upright } = layout;
  const { x, y } = layout.loss ?? { x: 0, y: 0 };
  const left = x - lossSize.width / 2;
  const top = y - lossSize.height / 2;
  const outputs = layout.nodes.filter(({ layer }) => layer === layout.columns.length - 1);
  return (
    <g>
      {outputs.map((node) => (
        <path
          key={node.id}
          d={
            upright
              ? `M${node.x} ${node.y + nodeRadius}L${x} ${top}`
              : `M${node.x + nodeRadius} ${node.y}L${left} ${y}`
          }
          stroke="var(--muted)"
          strokeWidth="1.1"
        />
      ))}
      <rect
        x={left}
        y={top}
        {...lossSize}
        rx="5"
        fill={lit ? "var(--accent-soft)" : "var(--card)"}
        stroke={lit ? "var(--accent)" : "var(--ink)"}
        strokeWidth={lit ? 2.6 : 1.25}
      />
      <MathLabel letter="L" rest={text && `= ${text}`} x={x} y={y + 4.5} size={14.5} />
    </g>
  );
}

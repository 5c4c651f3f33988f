import { type EdgePlace, labelSize } from "./layout";
import { MathLabel } from "./MathLabel";
import type { EdgeShow, Tone } from "./scene";

/** In a step about some edges: one of them (lit) or not (back); else plain. */
export type EdgeState = "lit" | "back" | "plain";

/** Blue and amber stay apart for the colour-blind, and neither says right or wrong. */
export const toneColours: Readonly<Record<Tone, string>> = {
  positive: "var(--accent)",
  negative: "var(--half)",
  plain: "var(--muted)",
};

const opacities: Readonly<Record<EdgeState, number>> = { lit: 1, back: 0.18, plain: 0.62 };

interface EdgeProps {
  edge: EdgePlace;
  show?: EdgeShow;
  state: EdgeState;
}

/** The line of a weight. Dashes say what the colour says, for those who do not see the colour. */
export function EdgeLine({ edge: { start, end }, show, state }: EdgeProps) {
  const tone = show?.tone ?? "plain";
  return (
    <path
      d={`M${start.x} ${start.y}L${end.x} ${end.y}`}
      stroke={toneColours[tone]}
      strokeWidth={show?.width ?? 1}
      strokeDasharray={tone === "negative" ? "5 3" : undefined}
      opacity={opacities[state]}
      className="transition-opacity duration-200 motion-reduce:transition-none"
    />
  );
}

/** The number on an edge, or its letter; drawn after all lines, on a patch that keeps them off it. */
export function EdgeLabel({ edge: { label: at, layer, from, to }, show, state }: EdgeProps) {
  if (!at || !show || state === "back") return null;
  const width = patchWidth(show.text);
  const indices = { sup: `[${layer}]`, sub: from > 9 || to > 9 ? `${from},${to}` : `${from}${to}` };
  return (
    <g>
      <rect
        x={at.x - width / 2}
        y={at.y - labelSize.height / 2}
        width={width}
        height={labelSize.height}
        rx="3"
        fill="var(--card)"
      />
      {show.text === undefined ? (
        <MathLabel letter="w" {...indices} x={at.x} y={at.y + 4} size={12.5} />
      ) : (
        <text
          x={at.x}
          y={at.y + 4}
          fontSize="11"
          fontWeight="500"
          textAnchor="middle"
          fill={toneColours[show.tone]}
        >
          {show.text}
        </text>
      )}
    </g>
  );
}

function patchWidth(text: string | undefined): number {
  return text === undefined ? 24 : Math.min(labelSize.width + 8, 6.4 * text.length + 5);
}

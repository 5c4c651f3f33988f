import { type Axis, logAxis, placeOn } from "../../chart/axis";
import { ChartFrame } from "../../chart/ChartFrame";
import { numberText } from "../../number-text";

/** Powers of ten that hold every state a reader can reach, but for the most extreme, which are cut. */
const up = logAxis(-15, 5, 6);

/** A bar for the gradient of every layer, on a scale where each mark is 10 000 times the one below it. */
export function DepthBars({ sizes, name }: { sizes: readonly number[]; name: string }) {
  const across = layersAxis(sizes.length);
  const [place, height] = [placeOn(across), placeOn(up)];
  const wide = 68 / sizes.length;
  return (
    <ChartFrame
      x={across}
      y={up}
      xLabel="layer"
      yLabel={name}
      label={`The ${name} by layer, on a logarithmic scale: ${sizes.map((size, i) => `layer ${i + 1}: ${numberText(size, 2)}`).join(", ")}.`}
    >
      {sizes.map((size, i) => {
        const tall = Math.min(100, Math.max(0, height(Math.max(size, up.from))));
        return (
          <rect
            key={i}
            x={round(place(i + 1) - wide / 2)}
            y={round(100 - tall)}
            width={round(wide)}
            height={round(tall)}
            fill="var(--curve-1)"
            opacity="0.85"
          />
        );
      })}
    </ChartFrame>
  );
}

const round = (value: number) => Math.round(100 * value) / 100;

/** Layers from left to right; of many, every other one has its number. */
function layersAxis(depth: number): Axis {
  const every = depth > 10 ? 2 : 1;
  const layers = Array.from({ length: depth }, (_, i) => i + 1);
  const named = layers.filter((layer) => (depth - layer) % every === 0);
  return {
    from: 0.5,
    to: depth + 0.5,
    log: false,
    ticks: named.map((layer) => ({ value: layer, text: String(layer) })),
  };
}

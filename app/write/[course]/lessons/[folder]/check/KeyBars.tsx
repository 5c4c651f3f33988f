import type { Report } from "@/lib/exercise/check";
import { numberText } from "@/lib/ui/number-text";

type Spread = NonNullable<Report["parts"][number]["spread"]>;

const pitch = 10;
const height = 24;

/** How a part's answers lie between the least and the most of them. */
export function KeyBars({ counts, min, max }: Spread) {
  const most = Math.max(1, ...counts);
  const width = pitch * counts.length;
  const label = `From ${numberText(min ?? Number.NaN)} to ${numberText(max ?? Number.NaN)}, in ${counts.length} equal steps: ${counts.join(", ")}`;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {counts.map((count, i) => {
        const tall = ((height - 1) * count) / most;
        return (
          <rect
            key={i}
            x={i * pitch + 1}
            y={height - 1 - tall}
            width={pitch - 2}
            height={tall}
            fill="var(--accent)"
          />
        );
      })}
      <path d={`M0 ${height - 0.5}H${width}`} stroke="var(--line)" />
    </svg>
  );
}

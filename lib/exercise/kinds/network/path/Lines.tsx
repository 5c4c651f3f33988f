import type { Drawing, DrawnLayout } from "@/lib/exercise/kinds/drawing";
import type { Mark } from "@/lib/exercise/kinds/kind";

interface LinesProps {
  readonly drawing: Drawing;
  /** By line. */
  readonly chosen: readonly boolean[];
  readonly marks: readonly (Mark | undefined)[];
  readonly onPick: (line: number) => void;
}

const colours: Record<Mark, string> = { right: "var(--good)", wrong: "var(--bad)" };

/** The chosen weights drawn over the diagram, and every weight's line wide enough to be hit. The checkboxes beside
 *  the diagram are the same for the keyboard and for those who hear the page. */
export function Lines({ drawing: { wide, narrow }, ...lines }: LinesProps) {
  return (
    <>
      <LinesOver {...lines} layout={wide} />
      {narrow ? <LinesOver {...lines} layout={narrow} /> : null}
    </>
  );
}

function LinesOver({
  layout: { width, height, shown, lines },
  chosen,
  marks,
  onPick,
}: Omit<LinesProps, "drawing"> & { readonly layout: DrawnLayout }) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      className={`absolute inset-0 size-full ${shown}`}
      strokeLinecap="round"
    >
      {lines.map(([start, end], i) => {
        const d = `M${start.x} ${start.y}L${end.x} ${end.y}`;
        const mark = marks[i];
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: its checkbox is in the list
          <g key={i} onClick={() => onPick(i)} className="group cursor-pointer">
            <path d={d} stroke="transparent" strokeWidth="16" />
            <path
              d={d}
              stroke={mark ? colours[mark] : "var(--accent)"}
              strokeWidth="4.5"
              className={chosen[i] ? "opacity-60" : "opacity-0 group-hover:opacity-25"}
            />
          </g>
        );
      })}
    </svg>
  );
}

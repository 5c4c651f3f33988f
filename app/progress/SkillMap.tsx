import clsx from "clsx";
import type { CSSProperties } from "react";
import type { SkillProgress } from "@/lib/progress/skills";
import { type SurenessLevel, standing } from "@/lib/progress/sureness";
import { type GraphPlace, layOutLayers } from "@/lib/ui/graph/layers";
import { nodeShare, SkillLines } from "./SkillLines";

/** The height of a row of the map in pixels, and of the space between two. */
const pitch = 102;
const gap = 18;

interface SkillMapProps {
  skills: readonly SkillProgress[];
  /** The id of the one whose exercises are shown. */
  chosen: string | null;
  /** The id of the one that comes next. */
  next: string | null;
  hrefOf: (id: string) => string;
}

/** A course's skills, each leading to its exercises: on a wide screen drawn in columns with lines from what each
 *  builds on, on a narrow one a list, level by level. */
export function SkillMap({ skills, chosen, next, hrefOf }: SkillMapProps) {
  const { columns, rows, places, lines } = layOutLayers(skills);
  const byId = new Map(skills.map((skill) => [skill.id, skill]));
  const size = { "--height": `${rows * pitch}px`, "--width": `${nodeShare / columns.length}%` };
  return (
    <div className="relative mt-5 lg:h-(--height)" style={size as CSSProperties}>
      <SkillLines
        lines={lines}
        columns={columns.length}
        rows={rows}
        pitch={pitch}
        chosen={chosen}
      />
      <ol className="grid gap-5 lg:contents">
        {columns.map((column, level) => (
          <li key={column[0]} className="lg:contents">
            <h4 className="font-medium text-muted text-sm lg:sr-only">{levelName(level)}</h4>
            <ul className="mt-2 grid gap-2 sm:grid-cols-2 lg:contents">
              {column.map((id) => (
                <li
                  key={id}
                  className="lg:absolute lg:top-(--y) lg:left-(--x) lg:h-21 lg:w-(--width)"
                  style={placeStyle(places.get(id)!, columns.length)}
                >
                  <SkillNode
                    skill={byId.get(id)!}
                    below={byId.get(id)!.buildsOn.map((one) => byId.get(one)?.title ?? one)}
                    chosen={id === chosen}
                    next={id === next}
                    href={hrefOf(id)}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}

const levelName = (level: number) =>
  level === 0 ? "Level 1: start here" : `Level ${level + 1}: builds on the levels before it`;

const placeStyle = ({ column, row }: GraphPlace, columns: number) =>
  ({
    "--x": `${(100 * column) / columns}%`,
    "--y": `${(row - 0.5) * pitch + gap / 2}px`,
  }) as CSSProperties;

interface SkillNodeProps {
  skill: SkillProgress;
  /** The titles of what it builds on. */
  below: readonly string[];
  chosen: boolean;
  next: boolean;
  href: string;
}

function SkillNode({ skill, below, chosen, next, href }: SkillNodeProps) {
  const { title, sureness, exercises } = skill;
  const { level, share } = sureness;
  return (
    <a
      href={href}
      aria-current={chosen ? "true" : undefined}
      className={clsx(
        "relative flex h-full flex-col rounded-sm border px-2.5 pt-1.5 pb-2 text-sm leading-tight hover:bg-accent-soft lg:text-[0.8125rem]",
        level === "untried" ? "border-dashed bg-paper" : "bg-card",
        next ? "border-accent" : "border-muted",
        chosen && "outline-2 outline-accent",
      )}
    >
      <span className="font-medium">{title}</span>{" "}
      <span className={clsx("mt-auto whitespace-nowrap pt-0.5 text-xs tabular-nums", tones[level])}>
        {exercises.length > 0 ? standing(sureness) : "no exercises yet"}
      </span>
      {next ? (
        <span className="-top-2.5 absolute right-2 rounded-full bg-accent px-2 font-medium text-paper text-xs leading-4.5">
          <span className="sr-only">, </span>next
        </span>
      ) : null}
      {below.length > 0 ? (
        <span className="mt-1 text-muted text-xs lg:sr-only">
          <span className="sr-only">, </span>builds on {below.join(", ")}
        </span>
      ) : null}
      <span
        aria-hidden="true"
        className="absolute inset-x-0 bottom-0 h-1 overflow-hidden rounded-b-[3px] bg-line"
      >
        <span
          className={clsx("block h-full bg-current", tones[level])}
          style={{ width: `${100 * share}%` }}
        />
      </span>
    </a>
  );
}

const tones: Readonly<Record<SurenessLevel, string>> = {
  untried: "text-muted",
  "needs-work": "text-half",
  "getting-there": "text-accent",
  sure: "text-good",
};

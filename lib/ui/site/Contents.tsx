"use client";

import { type MouseEvent, useEffect, useState } from "react";
import { onStanding } from "./standing-event";

interface Section {
  readonly id: string;
  readonly text: string;
  /** Ids of the exercises in it. */
  readonly exercises: readonly string[];
}

interface ContentsProps {
  readonly sections: readonly Section[];
  /** By exercise, the best share of its points so far, from 0 to 1; missing where nothing was sent yet. */
  readonly best: Shares;
}

type Shares = Readonly<Record<string, number>>;

/** A lesson's sections: where one is, and how its exercises stand. Beside the text on wide screens; on others a line
 *  above it that stays in sight and folds out. */
export function Contents({ sections, best }: ContentsProps) {
  const shares = useShares(best);
  const current = useCurrentSection(sections);
  const list = <List sections={sections} shares={shares} current={current} />;
  const right = rightOf(
    sections.flatMap(({ exercises }) => exercises),
    shares,
  );
  const here = sections.find(({ id }) => id === current)?.text ?? "In this lesson";
  return (
    <>
      <nav aria-label="In this lesson" className="hidden pt-14 font-sans text-sm lg:block">
        <div className="sticky top-6 max-h-[calc(100vh-3rem)] overflow-y-auto pr-1">
          {list}
          <p className="mt-4 pl-3 text-muted">{right}</p>
        </div>
      </nav>
      <nav
        aria-label="In this lesson"
        className="-mx-4 sticky top-0 z-10 border-line border-b bg-paper font-sans text-sm sm:-mx-6 lg:hidden"
      >
        <details>
          <summary className="flex min-h-11 items-center gap-3 px-4 sm:px-6">
            <span className="min-w-0 grow truncate font-medium">{here}</span>
            <span className="shrink-0 text-muted">{right}</span>
            <span aria-hidden="true" className="text-muted">
              ▾
            </span>
          </summary>
          <div className="max-h-[60vh] overflow-y-auto px-4 pt-1 pb-4 sm:px-6">{list}</div>
        </details>
      </nav>
    </>
  );
}

interface ListProps {
  readonly sections: readonly Section[];
  readonly shares: Shares;
  readonly current: string | null;
}

function List({ sections, shares, current }: ListProps) {
  return (
    <ol className="flex flex-col border-line border-l">
      {sections.map(({ id, text, exercises }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            aria-current={id === current ? "location" : undefined}
            onClick={foldAway}
            className="-ml-px block border-transparent border-l-2 py-1 pl-3 text-muted leading-snug hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
          >
            {text}
            <Marks exercises={exercises} shares={shares} />
          </a>
        </li>
      ))}
    </ol>
  );
}

/** On a phone the list has done its work once something in it was chosen. */
const foldAway = ({ currentTarget }: MouseEvent) =>
  currentTarget.closest("details")?.removeAttribute("open");

/** A dot for each exercise of a section: empty, begun or full. */
function Marks({ exercises, shares }: { exercises: readonly string[]; shares: Shares }) {
  if (exercises.length === 0) return null;
  return (
    <span className="mt-1 mb-0.5 flex gap-1">
      {exercises.map((id) => (
        <span
          key={id}
          aria-hidden="true"
          className={`size-2 rounded-full border ${look(shares[id])}`}
        />
      ))}
      <span className="sr-only">{`: ${rightOf(exercises, shares)}`}</span>
    </span>
  );
}

function look(share: number | undefined): string {
  if (share === undefined) return "border-muted";
  return isRight(share) ? "border-good bg-good" : "border-accent bg-accent/40";
}

const isRight = (share: number | undefined) => (share ?? 0) > 1 - 1e-9;

function rightOf(exercises: readonly string[], shares: Shares): string {
  const right = exercises.filter((id) => isRight(shares[id])).length;
  return `${right} of ${exercises.length} ${exercises.length === 1 ? "exercise" : "exercises"} right`;
}

/** The best shares, kept up to date while exercises on the page are answered. */
function useShares(best: Shares): Shares {
  const [shares, setShares] = useState(best);
  // A page that was refreshed brings what is kept by now.
  useEffect(() => setShares(best), [best]);
  useEffect(
    () =>
      onStanding(({ exercise, share }) =>
        setShares((now) => ({ ...now, [exercise]: Math.max(now[exercise] ?? 0, share) })),
      ),
    [],
  );
  return shares;
}

/** How far below the top of the window a heading must be passed to be the current one, in pixels. */
const readingLine = 140;

/** The id of the section that is being read: that of the last heading above the reading line; null before the first,
 *  on the server and without scripts. */
function useCurrentSection(sections: readonly Section[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    const look = () => {
      const passed = ({ id }: Section) =>
        (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < readingLine;
      setCurrent(sections.findLast(passed)?.id ?? null);
    };
    look();
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, [sections]);
  return current;
}

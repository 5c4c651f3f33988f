"use client";

import clsx from "clsx";
import { useState } from "react";
import type { LiveBar, LiveFigures } from "@/lib/cohort/live/live-figures";
import { LiveBars } from "./LiveBars";
import { LiveTable } from "./LiveTable";
import { type Line, useLive } from "./use-live";

interface LiveViewProps {
  sectionId: string;
  /** As they stood when the page was made. */
  start: LiveFigures;
}

/** How the section answers, as it does: large enough for the last row. Without scripts it stands as it was, with the way to
 *  look again. */
export function LiveView({ sectionId, start }: LiveViewProps) {
  const { figures, line } = useLive(sectionId, start);
  const [name, setName] = useState(start.parts[0]?.name);
  const [by, setBy] = useState<"first" | "latest">("first");
  const part = figures.parts.find((one) => one.name === name) ?? figures.parts[0];
  if (!part) return null;
  return (
    <section aria-label="Answers" className="mt-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
        <p className="text-2xl tabular-nums lg:text-3xl">
          <strong className="font-semibold">{figures.answered}</strong> of {figures.students}{" "}
          {figures.students === 1 ? "student has" : "students have"} answered
        </p>
        <p role="status" className={clsx("text-lg", line === "lost" && "text-bad")}>
          {lineWords[line]}
        </p>
      </div>
      <noscript>
        <p className="mt-2">
          <a href={`/sections/${sectionId}/live`} className="text-accent underline">
            Load the newest answers
          </a>
        </p>
      </noscript>
      <div className="mt-5 flex flex-wrap gap-x-8 gap-y-3 noscript:hidden">
        {figures.parts.length > 1 ? (
          <Choice
            legend="Part"
            options={figures.parts.map((one) => [one.name, one.label, countOf(one.bars, by)])}
            chosen={part.name}
            choose={setName}
          />
        ) : null}
        <Choice
          legend="Counting"
          options={[
            ["first", "first answers"],
            ["latest", "latest answers"],
          ]}
          chosen={by}
          choose={(one) => setBy(one === "latest" ? "latest" : "first")}
        />
      </div>
      <LiveBars part={part} by={by} />
      <LiveTable parts={figures.parts} />
    </section>
  );
}

const lineWords: Readonly<Record<Line, string>> = {
  none: "",
  live: "Live: answers come in by themselves",
  lost: "The connection dropped. Trying again …",
  over: "Closed: no more answers count",
};

const countOf = (bars: readonly LiveBar[], by: "first" | "latest") =>
  bars.reduce((sum, bar) => sum + bar[by], 0);

interface ChoiceProps {
  legend: string;
  /** Each with its name, its HTML, and a count where it has one. */
  options: readonly (readonly [string, string, number?])[];
  chosen: string;
  choose: (name: string) => void;
}

/** A choice of one among few, side by side. */
function Choice({ legend, options, chosen, choose }: ChoiceProps) {
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="float-left mr-1 text-muted">{legend}</legend>
      {options.map(([name, html, count]) => (
        <label
          key={name}
          className={clsx(
            "flex min-h-10 cursor-pointer items-center gap-2 rounded-sm border px-3 has-focus-visible:outline-2 has-focus-visible:outline-accent",
            name === chosen ? "border-accent bg-accent-soft font-medium" : "border-line",
          )}
        >
          <input
            type="radio"
            name={legend}
            value={name}
            checked={name === chosen}
            onChange={() => choose(name)}
            className="accent-accent"
          />
          <span dangerouslySetInnerHTML={{ __html: html }} />
          {count === undefined ? null : <span className="text-muted tabular-nums">{count}</span>}
        </label>
      ))}
    </fieldset>
  );
}

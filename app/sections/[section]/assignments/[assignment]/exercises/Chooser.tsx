"use client";

import { useState } from "react";
import type { Choice, ChoiceLesson } from "@/lib/assessment/setting/choices";
import { Button } from "@/lib/ui/button";
import { numberText } from "@/lib/ui/number-text";
import { ChoiceFacts } from "./ChoiceFacts";

interface ChooserProps {
  lessons: readonly ChoiceLesson[];
  /** Ids of those that are in the assignment. */
  chosen: ReadonlySet<string>;
  /** The place of the pool that exercises are added to, from 1; 0 where each comes to a place of its own. */
  poolPlace: number;
  onAdd: (choice: Choice) => void;
  onLeavePool: () => void;
}

/** The course's exercises by lesson, to be added. */
export function Chooser({ lessons, chosen, poolPlace, onAdd, onLeavePool }: ChooserProps) {
  const [wanted, setWanted] = useState("");
  const found = lessons
    .map((lesson) => ({
      ...lesson,
      exercises: lesson.exercises.filter((one) => isMeant(one, wanted)),
    }))
    .filter(({ exercises }) => exercises.length > 0);
  return (
    <section className="min-w-0">
      <h3 className="font-semibold text-lg">From the course</h3>
      <label className="mt-2 flex flex-wrap items-center gap-2 text-sm">
        Find by title, skill or kind
        <input
          type="search"
          value={wanted}
          // Enter here sends no form.
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          onChange={(event) => setWanted(event.target.value)}
          className="min-h-9 min-w-0 rounded-sm border border-line bg-card px-2"
        />
      </label>
      {poolPlace > 0 ? (
        <p className="mt-3 flex flex-wrap items-center gap-3 rounded-sm bg-accent-soft px-3 py-2 text-sm">
          What you add goes into the pool at place {poolPlace}.
          <Button size="small" onClick={onLeavePool}>
            Done adding
          </Button>
        </p>
      ) : null}
      {found.map(({ id, title, exercises }) => (
        <details
          key={id}
          open={wanted !== "" || lessons.length === 1}
          className="mt-3 border-line border-t pt-2"
        >
          <summary className="font-medium">
            {title} <span className="font-normal text-muted text-sm">{exercises.length}</span>
          </summary>
          <ul className="mt-1">
            {exercises.map((choice) => (
              <li
                key={choice.id}
                className="flex items-start gap-3 border-line border-b py-2 last:border-b-0"
              >
                <div className="min-w-0 flex-1">
                  {choice.title}{" "}
                  <span className="text-muted text-sm">
                    {numberText(choice.points)} {choice.points === 1 ? "point" : "points"}
                  </span>
                  <ChoiceFacts choice={choice} />
                </div>
                {chosen.has(choice.id) ? (
                  <span className="py-1 text-muted text-sm">In it</span>
                ) : (
                  <Button size="small" onClick={() => onAdd(choice)}>
                    Add<span className="sr-only"> {choice.title}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {found.length === 0 ? (
        <p className="mt-3 text-muted text-sm">No exercise has that name.</p>
      ) : null}
    </section>
  );
}

function isMeant({ title, skills, kinds }: Choice, wanted: string): boolean {
  const words = wanted.trim().toLowerCase();
  return [title, ...skills, ...kinds].some((text) => text.toLowerCase().includes(words));
}

"use client";

import { move } from "@dnd-kit/helpers";
import { DragDropProvider } from "@dnd-kit/react";
import { useEffect, useId, useRef, useState } from "react";
import type { Choice, ChoiceLesson } from "@/lib/assessment/setting/choices";
import type { KeptItem } from "@/lib/assessment/setting/item-list";
import { spokenDragging } from "@/lib/exercise/kinds/ordering/dragging-words";
import { Button } from "@/lib/ui/button";
import { pointsInWords } from "@/lib/ui/points-text";
import { Chooser } from "./Chooser";
import { ChosenItem } from "./ChosenItem";
import {
  type EditedItem,
  inOrder,
  pointsIn,
  toSend,
  withExercise,
  withMoved,
  withoutExercise,
} from "./editor-state";

interface ExerciseEditorProps {
  lessons: readonly ChoiceLesson[];
  kept: readonly KeptItem[];
  busy: boolean;
}

/** An assignment's exercises in order, beside those of the course to choose from. */
export function ExerciseEditor({ lessons, kept, busy }: ExerciseEditorProps) {
  const [items, setItems] = useState<EditedItem[]>(() => kept.map(editedOf));
  /** The key of the pool that exercises are added to; "" where each comes to a place of its own. */
  const [pool, setPool] = useState("");
  const [told, setTold] = useState("");
  const focus = useRef("");
  const before = useRef(items);
  const prefix = useId();
  const choices = choicesOf(lessons, kept);

  // The browser drops the focus of a button whose item changes its place.
  useEffect(() => {
    if (focus.current !== "") document.getElementById(focus.current)?.focus();
    focus.current = "";
  });

  function shift(key: string, by: -1 | 1) {
    const next = withMoved(items, key, by);
    focus.current = `${prefix}-${by < 0 ? "up" : "down"}-${key}`;
    setTold(`Now at place ${next.findIndex((one) => one.key === key) + 1} of ${next.length}.`);
    setItems(next);
  }

  function change(key: string, fields: Partial<EditedItem>) {
    setItems((all) => all.map((one) => (one.key === key ? { ...one, ...fields } : one)));
  }

  const chosen = new Set(items.flatMap(({ exercises }) => exercises));
  return (
    <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-2">
      <section className="min-w-0">
        <h3 className="font-semibold text-lg">In this assignment</h3>
        <p className="text-muted text-sm">
          {pointsInWords(pointsIn(items))} in all. In this order, on each student’s page.
        </p>
        <DragDropProvider
          plugins={spokenDragging}
          onDragStart={() => {
            before.current = items;
          }}
          onDragEnd={({ canceled }) => canceled && setItems(before.current)}
          onDragOver={(event) =>
            setItems((all) =>
              inOrder(
                all,
                move(
                  all.map(({ key }) => key),
                  event,
                ),
              ),
            )
          }
        >
          <ol className="mt-3 flex flex-col gap-2">
            {items.map((item, index) => (
              <ChosenItem
                key={item.key}
                item={item}
                index={index}
                last={items.length - 1}
                prefix={prefix}
                choices={choices}
                isTarget={item.key === pool}
                onShift={(by) => shift(item.key, by)}
                onChange={(fields) => change(item.key, fields)}
                onTarget={() => setPool(item.key === pool ? "" : item.key)}
                onRemove={(id) => setItems((all) => withoutExercise(all, id))}
              />
            ))}
          </ol>
        </DragDropProvider>
        {items.length === 0 ? <p className="mt-3">Nothing is chosen yet.</p> : null}
        <input type="hidden" name="items" value={toSend(items)} />
        <p role="status" className="sr-only">
          {told}
        </p>
        <Button
          type="submit"
          name="do"
          value="save"
          variant="primary"
          className="mt-4"
          aria-disabled={busy || undefined}
        >
          Save the exercises
        </Button>
      </section>
      <Chooser
        lessons={lessons}
        chosen={chosen}
        poolPlace={items.findIndex(({ key }) => key === pool) + 1}
        onAdd={(choice) => {
          setItems((all) => withExercise(all, choice, pool));
          setTold(`${choice.title} added.`);
        }}
        onLeavePool={() => setPool("")}
      />
    </div>
  );
}

const editedOf = ({ id, points, draws, exercises }: KeptItem): EditedItem => ({
  ...{ key: id, id },
  points: String(points),
  draws: String(draws),
  exercises: exercises.map((one) => one.id),
});

/** What is known of each exercise, also of one that is chosen and that the section's lessons have no longer. */
function choicesOf(
  lessons: readonly ChoiceLesson[],
  kept: readonly KeptItem[],
): ReadonlyMap<string, Pick<Choice, "title"> & Partial<Choice>> {
  return new Map([
    ...kept.flatMap(({ exercises }) => exercises).map((one) => [one.id, one] as const),
    ...lessons.flatMap(({ exercises }) => exercises).map((one) => [one.id, one] as const),
  ]);
}

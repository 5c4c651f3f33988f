"use client";

import { startTransition, useActionState, useEffect, useRef } from "react";
import type { PublishItem } from "@/lib/authoring/publish/publish-items";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { TextField } from "@/lib/ui/TextField";
import { ItemList } from "./ItemList";
import { MendList } from "./MendList";
import { publishCourse } from "./publish-actions";
import { unpublished } from "./publish-state";

interface PublishFormProps {
  course: string;
  /** What differs from what is published. */
  items: readonly PublishItem[];
  /** Whether another author looks at it first. */
  reviewed: boolean;
  /** Whether some of what changed has been asked for, and is not among the items. */
  waiting: boolean;
}

const again = 1000;

/** Publishes changed files, all or those that are chosen. While lessons are being checked it asks again each second; without
 *  scripts, by the button. */
export function PublishForm({ course, items, reviewed, waiting }: PublishFormProps) {
  const [state, act, busy] = useActionState(publishCourse, unpublished);
  const form = useRef<HTMLFormElement>(null);
  const { checking } = state;
  useEffect(() => {
    if (!checking) return;
    const timer = setTimeout(() => form.current?.requestSubmit(), again);
    return () => clearTimeout(timer);
  }, [checking]);
  const button = reviewed ? "Ask for a review" : "Publish";
  return (
    <form
      ref={form}
      action={act}
      onSubmit={(event) => {
        // What is chosen stays chosen: as an action, the form would be emptied.
        event.preventDefault();
        const sent = new FormData(event.currentTarget);
        startTransition(() => act(sent));
      }}
      className="mt-2 flex flex-col gap-3"
      noValidate
    >
      <FormAlert message={state.errors.form} />
      <FormDone message={state.done ?? undefined} />
      <MendList course={course} issues={state.issues} />
      {checking ? <Progress {...checking} /> : null}
      <input type="hidden" name="course" value={course} />
      {items.length > 0 ? (
        <>
          <ItemList course={course} items={items} />
          <TextField
            label="What changed"
            name="note"
            defaultValue={state.note}
            error={state.errors.note}
            note="Your co-authors read it in the history."
          />
          <Button
            type="submit"
            variant="primary"
            aria-disabled={busy || checking !== null || undefined}
          >
            {button}
          </Button>
        </>
      ) : (
        <p className="text-muted text-sm">
          {waiting ? "All that changed waits for an approval." : "Everything is published."}
        </p>
      )}
    </form>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  return (
    <div className="text-sm">
      <p id="publishing" role="status">
        {total > 0 ? `Checking: ${done} of ${total} exercises.` : "Checking the lessons…"}{" "}
        <noscript>Press the button again to see how far it is.</noscript>
      </p>
      <progress
        aria-labelledby="publishing"
        className="mt-2 h-3 w-full accent-accent"
        value={done}
        max={total || 1}
      />
    </div>
  );
}

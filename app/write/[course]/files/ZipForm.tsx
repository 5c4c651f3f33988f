"use client";

import { type FormEvent, useId } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { IncomingView } from "./IncomingView";
import { useIncoming } from "./use-incoming";

/** Brings a zip into a course, by way of a preview. */
export function ZipForm({ course, note }: { course: string; note: string }) {
  const id = useId();
  const { state, look, apply, leave } = useIncoming(`/api/write/${course}/zip`);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    if (file instanceof File && file.name !== "") look(file);
  };
  if (state.step === "told")
    return <IncomingView answer={state.answer} from="the zip" {...{ apply, leave }} />;
  return (
    <form onSubmit={send} className="mt-4 flex max-w-md flex-col gap-3">
      <FormAlert message={state.step === "start" ? state.error : undefined} />
      <div>
        <label htmlFor={id} className="font-medium text-sm">
          Zip to bring in
        </label>
        <input
          id={id}
          name="file"
          type="file"
          required
          accept=".zip,application/zip"
          aria-describedby={`${id}-note`}
          className="mt-1 block w-full rounded-sm border border-line bg-card p-2 text-sm file:mr-3 file:rounded-sm file:border-0 file:bg-accent-soft file:px-3 file:py-1.5 file:font-medium file:text-accent"
        />
        <p id={`${id}-note`} className="mt-1 text-muted text-sm">
          {note}
        </p>
      </div>
      <Button
        type="submit"
        className="self-start"
        aria-disabled={state.step === "busy" || undefined}
      >
        See what would change
      </Button>
    </form>
  );
}

"use client";

import {
  type FormEvent,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { untouched } from "@/lib/ui/filled-form";
import { SelectField } from "@/lib/ui/SelectField";
import { addFile } from "./actions";

interface AddFileFormProps {
  readonly course: string;
  /** Folders of the lessons. */
  readonly lessons: readonly string[];
  readonly note: string;
  /** Bytes of a file, and what is said of one that has more: it isn't sent. */
  readonly largest: number;
  readonly tooLarge: string;
}

/** Puts a picture or data beside a lesson. */
export function AddFileForm({ course, lessons, note, largest, tooLarge }: AddFileFormProps) {
  const id = useId();
  const [{ values, errors, done }, act, busy] = useActionState(addFile, untouched);
  const [isTooLarge, setTooLarge] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (done) form.current?.reset();
  }, [done]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    // The chosen file stays chosen, to be replaced by it: as an action, the form would be emptied.
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    const file = sent.get("file");
    const isMore = file instanceof File && file.size > largest;
    setTooLarge(isMore);
    if (!isMore) startTransition(() => act(sent));
  };
  const problem = isTooLarge ? tooLarge : errors.file;
  return (
    <form
      ref={form}
      action={act}
      onSubmit={send}
      className="mt-4 flex max-w-md flex-col gap-3"
      noValidate
    >
      <FormAlert message={errors.form} />
      <FormDone message={isTooLarge ? undefined : done} />
      <input type="hidden" name="course" value={course} />
      <SelectField
        label="Lesson"
        name="lesson"
        defaultValue={values.lesson ?? lessons[0]}
        error={errors.lesson}
      >
        {lessons.map((folder) => (
          <option key={folder}>{folder}</option>
        ))}
      </SelectField>
      <div>
        <label htmlFor={id} className="font-medium text-sm">
          Picture or data
        </label>
        <input
          id={id}
          name="file"
          type="file"
          aria-describedby={`${id}-note`}
          aria-invalid={problem ? true : undefined}
          className="mt-1 block w-full rounded-sm border border-line bg-card p-2 text-sm file:mr-3 file:rounded-sm file:border-0 file:bg-accent-soft file:px-3 file:py-1.5 file:font-medium file:text-accent"
        />
        <p
          id={`${id}-note`}
          className={problem ? "mt-1 text-bad text-sm" : "mt-1 text-muted text-sm"}
        >
          {problem ?? note}
        </p>
      </div>
      {values.there ? (
        <label className="flex items-baseline gap-2 text-sm">
          <input type="checkbox" name="replace" value={values.there} />
          <span className="min-w-0 break-words">Replace {values.there}</span>
        </label>
      ) : null}
      <Button type="submit" className="self-start" aria-disabled={busy || undefined}>
        Upload
      </Button>
    </form>
  );
}

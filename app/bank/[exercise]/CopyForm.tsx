"use client";

import { useActionState, useState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";
import { copyHere } from "./actions";

interface CopyFormProps {
  exercise: string;
  course: string;
  /** Paths of its lessons’ texts, and what to call them. */
  lessons: readonly { readonly path: string; readonly name: string }[];
  /** The lesson’s text that the viewer was writing, and the line that the cursor was in. */
  at: { readonly path: string; readonly line: number | undefined } | undefined;
  /** Titles of the skills, and the words, that the course lacks. */
  skills: readonly string[];
  terms: readonly string[];
}

/** Where an exercise goes in a course, and what becomes of what the course lacks. */
export function CopyForm({ exercise, course, lessons, at, skills, terms }: CopyFormProps) {
  const [{ values, errors }, act, busy] = useActionState(copyHere, untouched);
  const begunAt = lessons.find(({ path }) => path === at?.path)?.path;
  const [lesson, setLesson] = useState(values.lesson ?? begunAt ?? lessons.at(-1)?.path ?? "");
  return (
    <form action={act} className="mt-4 flex flex-col gap-4" noValidate>
      <FormAlert message={errors.form} />
      <input type="hidden" name="exercise" value={exercise} />
      <input type="hidden" name="course" value={course} />
      {at?.line && lesson === at.path ? <input type="hidden" name="line" value={at.line} /> : null}
      <SelectField
        label="Lesson"
        name="lesson"
        value={lesson}
        error={errors.lesson}
        onChange={({ target }) => setLesson(target.value)}
      >
        {lessons.map(({ path, name }) => (
          <option key={path} value={path}>
            {name}
          </option>
        ))}
        <option value="">A new lesson</option>
      </SelectField>
      {lesson === "" ? (
        <TextField
          label="Title of the new lesson"
          name="title"
          defaultValue={values.title}
          error={errors.title}
        />
      ) : null}
      <Lacking name="skills" what="skills" titles={skills} kept={values.skills} />
      <Lacking name="terms" what="words of the glossary" titles={terms} kept={values.terms} />
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        aria-disabled={busy || undefined}
      >
        Copy it
      </Button>
    </form>
  );
}

interface LackingProps {
  name: string;
  what: string;
  titles: readonly string[];
  kept: string | undefined;
}

function Lacking({ name, what, titles, kept }: LackingProps) {
  if (titles.length === 0) return null;
  return (
    <fieldset className="text-sm">
      <legend className="font-medium">The course doesn’t have these {what}</legend>
      <p className="mt-1 text-muted">{titles.join(", ")}</p>
      {(["add", "drop"] as const).map((value) => (
        <label key={value} className="mt-1.5 flex items-center gap-2">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={(kept ?? "add") === value}
          />
          {value === "add" ? "Add them to the course" : "Copy the exercise without them"}
        </label>
      ))}
    </fieldset>
  );
}

"use client";

import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { SelectField } from "@/lib/ui/SelectField";
import { makeSection } from "../actions";
import { SettingsFields } from "../SettingsFields";

interface NewSectionFormProps {
  courses: readonly { id: string; title: string }[];
  zones: readonly string[];
}

/** Makes a section. The time zone begins as this browser's. */
export function NewSectionForm({ courses, zones }: NewSectionFormProps) {
  const [state, act, busy] = useActionState(makeSection, untouched);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const zone = form.current?.elements.namedItem("timeZone") as HTMLSelectElement | null;
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone && [...zone.options].some(({ value }) => value === here)) zone.value = here;
  }, []);
  return (
    <form ref={form} action={act} className="mt-6 flex flex-col gap-4" noValidate>
      <FormAlert message={state.errors.form} />
      <SelectField
        label="Course"
        name="course"
        defaultValue={state.values.course}
        error={state.errors.course}
      >
        {courses.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <SettingsFields state={state} zones={zones} />
      <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
        Create the section
      </Button>
    </form>
  );
}

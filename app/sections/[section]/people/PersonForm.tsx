"use client";

import { useActionState } from "react";
import type { SectionPerson } from "@/lib/cohort/people";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { untouched } from "@/lib/ui/filled-form";
import { SelectField } from "@/lib/ui/SelectField";
import { TextField } from "@/lib/ui/TextField";
import { changePerson } from "./actions";

interface PersonFormProps {
  section: string;
  person: SectionPerson;
  /** The sections that they can be moved to. */
  targets: readonly { id: string; name: string }[];
}

/** Changes somebody's place in a section: their role, what the campus calls them, or whether they are in it. */
export function PersonForm({ section, person, targets }: PersonFormProps) {
  const [{ values, errors, done }, act, busy] = useActionState(changePerson, untouched);
  const off = busy || undefined;
  return (
    <section aria-label={person.name} className="mt-6 rounded-sm border border-line bg-card p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="font-semibold text-lg">{person.name}</h2>
        <a href={`/sections/${section}/people`} className="text-accent text-sm underline">
          Close
        </a>
      </div>
      <form action={act} className="mt-3 flex flex-col gap-4" noValidate>
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="person" value={person.id} />
        <FormAlert message={errors.form} />
        <FormDone message={done} />
        {person.removedAt ? (
          <p>
            They were removed on {person.removedAt.toISOString().slice(0, 10)}. Their work is kept.
          </p>
        ) : (
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            <SelectField label="Role" name="role" defaultValue={values.role ?? person.role}>
              <option value="student">student</option>
              <option value="assistant">assistant: sees and grades</option>
              <option value="instructor">instructor: changes settings too</option>
            </SelectField>
            <TextField
              label="Campus id"
              name="campusId"
              defaultValue={values.campusId ?? person.campusId ?? ""}
              error={errors.campusId}
            />
            <TextField
              label="Group"
              name="group"
              defaultValue={values.group ?? person.group ?? ""}
              note="A lab or tutorial group, such as “Tuesday”. Extensions can be given to one."
              error={errors.group}
            />
            <TextField
              label="Time factor"
              name="timeFactor"
              inputMode="decimal"
              defaultValue={values.timeFactor ?? String(person.timeFactor)}
              note="For anything with a time limit: 1.5 is time and a half, 1 is normal time."
              error={errors.timeFactor}
            />
            {targets.length > 0 && person.role === "student" ? (
              <SelectField label="Section" name="to" defaultValue="">
                <option value="">this one</option>
                {targets.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
            ) : null}
            <TextField
              label="Reason"
              name="reason"
              defaultValue={values.reason}
              note="Kept with the change. You can leave it empty."
            />
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          {person.removedAt ? (
            <Button type="submit" name="do" value="restore" variant="primary" aria-disabled={off}>
              Take them back
            </Button>
          ) : (
            <>
              <Button type="submit" name="do" value="save" variant="primary" aria-disabled={off}>
                Save
              </Button>
              <Button type="submit" name="do" value="remove" aria-disabled={off}>
                Remove from the section
              </Button>
            </>
          )}
        </div>
      </form>
    </section>
  );
}

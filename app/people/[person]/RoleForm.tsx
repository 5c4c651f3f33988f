"use client";

import { useActionState, useId } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { TextField } from "@/lib/ui/TextField";
import { changeRole, type RoleFormState } from "./actions";

interface RoleFormProps {
  readonly person: string;
  readonly role: string;
}

const empty: RoleFormState = { values: {}, errors: {} };

const choices = [
  { role: "student", label: "Student", says: "learns, and can be given a role in a section" },
  { role: "instructor", label: "Instructor", says: "can make sections, and teaches those" },
  { role: "admin", label: "Admin", says: "sees and changes every section and account" },
] as const;

/** What an account is to be, and why. */
export function RoleForm({ person, role }: RoleFormProps) {
  const [{ values, errors }, act, busy] = useActionState(changeRole, empty);
  const id = useId();
  return (
    <form action={act} className="mt-3 flex flex-col gap-4" noValidate>
      <input type="hidden" name="person" value={person} />
      <FormAlert message={errors.form} />
      <fieldset aria-describedby={errors.role ? `${id}-role` : undefined}>
        <legend className="font-medium text-sm">This account is</legend>
        {choices.map((choice) => (
          <label key={choice.role} className="mt-2 flex items-baseline gap-2">
            <input
              type="radio"
              name="role"
              value={choice.role}
              defaultChecked={choice.role === (values.role ?? role)}
            />
            <span>
              <span className="font-medium">{choice.label}</span>{" "}
              <span className="text-muted text-sm">{choice.says}</span>
            </span>
          </label>
        ))}
        {errors.role ? (
          <p id={`${id}-role`} role="alert" className="mt-2 text-bad text-sm">
            {errors.role}
          </p>
        ) : null}
      </fieldset>
      <TextField
        label="Why"
        name="reason"
        maxLength={300}
        defaultValue={values.reason}
        error={errors.reason}
        note="Kept with the change, for whoever reads it later."
      />
      <div>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          Change the role
        </Button>
      </div>
    </form>
  );
}

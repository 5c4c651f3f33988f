"use client";

import { useActionState } from "react";
import type { SectionSettings } from "@/lib/cohort/settings";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { untouched } from "@/lib/ui/filled-form";
import { SettingsFields } from "../../SettingsFields";
import { saveSettings } from "./actions";

interface SettingsFormProps {
  settings: Pick<SectionSettings, "id" | "name" | "startsOn" | "endsOn" | "timeZone" | "lateDays">;
  lessons: readonly { id: string; title: string; taken: boolean }[];
  zones: readonly string[];
}

/** Changes what a section is called, when it runs, and which lessons it takes. */
export function SettingsForm({ settings, lessons, zones }: SettingsFormProps) {
  const [state, act, busy] = useActionState(saveSettings, untouched);
  return (
    <form action={act} className="mt-4 flex flex-col gap-4" noValidate>
      <input type="hidden" name="section" value={settings.id} />
      <FormAlert message={state.errors.form} />
      <FormDone message={state.done} />
      <SettingsFields state={state} zones={zones} kept={settings} />
      <fieldset>
        <legend className="font-medium text-sm">Lessons</legend>
        <p className="text-muted text-sm">Lessons you don’t tick show no scores here.</p>
        <ul className="mt-2">
          {lessons.map(({ id, title, taken }) => (
            <li key={id}>
              <input type="hidden" name="offered" value={id} />
              <label className="flex min-h-9 items-center gap-2.5">
                <input
                  type="checkbox"
                  name="lesson"
                  value={id}
                  defaultChecked={taken}
                  className="size-4 accent-accent"
                />
                {title}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          Save
        </Button>
      </div>
    </form>
  );
}

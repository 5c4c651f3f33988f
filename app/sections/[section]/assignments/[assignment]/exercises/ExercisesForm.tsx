"use client";

import { useActionState } from "react";
import type { ChoiceLesson } from "@/lib/assessment/setting/choices";
import type { KeptItem } from "@/lib/assessment/setting/item-list";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { ChangePreviewView } from "../ChangePreviewView";
import { unchanged } from "../change-state";
import { Told } from "../Told";
import { saveExercises } from "./actions";
import { ExerciseEditor } from "./ExerciseEditor";

interface ExercisesFormProps {
  section: string;
  assignment: string;
  lessons: readonly ChoiceLesson[];
  items: readonly KeptItem[];
}

/** Changes which exercises an assignment has. Once students have begun it, what that does to them is shown first. */
export function ExercisesForm({ section, assignment, lessons, items }: ExercisesFormProps) {
  const [state, act, busy] = useActionState(saveExercises, unchanged);
  const { values, errors, preview, done, turn } = state;
  return (
    <form action={act} className="mt-6 flex flex-col gap-6" noValidate>
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="assignment" value={assignment} />
      <button type="submit" name="do" value="save" hidden />
      <Told turn={turn}>
        <FormAlert message={errors.items} />
        <FormDone message={done} />
        {preview ? (
          <ChangePreviewView
            preview={preview}
            reason={values.reason}
            error={errors.reason}
            busy={busy}
          />
        ) : null}
      </Told>
      <noscript>
        <p>Choosing exercises needs JavaScript.</p>
      </noscript>
      {/* What is kept anew is edited anew. */}
      <ExerciseEditor key={JSON.stringify(items)} lessons={lessons} kept={items} busy={busy} />
    </form>
  );
}

"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { ChangePreviewView } from "../ChangePreviewView";
import { unchanged } from "../change-state";
import { Told } from "../Told";
import { saveAssignment } from "./actions";
import { DateFields } from "./DateFields";
import { ExamFields } from "./ExamFields";
import type { FieldTexts } from "./field-texts";
import { RuleFields } from "./RuleFields";
import { ShowFields } from "./ShowFields";
import { TitleFields } from "./TitleFields";

interface AssignmentFormProps {
  section: string;
  assignment: string;
  kind: "homework" | "exam";
  /** As it is kept, by the names of the fields. */
  kept: Readonly<Record<string, string>>;
  zone: string;
  categories: readonly { id: string; name: string }[];
}

/** Changes an assignment's dates and rules. Once students have begun it, what that does to them is shown first. */
export function AssignmentForm(props: AssignmentFormProps) {
  const { section, assignment, kind, kept, zone, categories } = props;
  const [state, act, busy] = useActionState(saveAssignment, unchanged);
  const { values, errors, preview, turn } = state;
  const fields: FieldTexts = {
    text: (name) => values[name] ?? kept[name] ?? "",
    error: (name) => errors[name],
  };
  const wrong = Object.keys(errors).some((name) => name !== "form" && name !== "reason");
  return (
    <form action={act} className="mt-8 flex max-w-3xl flex-col gap-8" noValidate>
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="assignment" value={assignment} />
      {/* Enter in a field shows what a change does, and agrees to nothing. */}
      <button type="submit" name="do" value="save" hidden />
      <Told turn={turn}>
        <FormAlert message={errors.form ?? (wrong ? toMend : undefined)} />
        <FormDone message={state.done} />
        {preview ? (
          <ChangePreviewView
            preview={preview}
            reason={values.reason}
            error={errors.reason}
            busy={busy}
          />
        ) : null}
      </Told>
      <div key={turn} className="flex flex-col gap-8">
        <TitleFields fields={fields} categories={categories} />
        <DateFields fields={fields} zone={zone} />
        <RuleFields fields={fields} />
        <ShowFields fields={fields} />
        <ExamFields fields={fields} shown={kind === "exam"} />
      </div>
      <div>
        <Button
          type="submit"
          name="do"
          value="save"
          variant={preview ? "secondary" : "primary"}
          aria-disabled={busy || undefined}
        >
          {preview ? "Look at it again" : "Save"}
        </Button>
      </div>
    </form>
  );
}

const toMend = "Nothing was changed yet: fix what’s marked below, then save again.";

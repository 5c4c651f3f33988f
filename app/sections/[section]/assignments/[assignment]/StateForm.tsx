"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { untouched } from "@/lib/ui/filled-form";
import { changeState } from "./actions";

interface StateFormProps {
  section: string;
  assignment: string;
  published: boolean;
  /** How many students have begun it. */
  begun: number;
}

/** Publishes an assignment, or takes it back. */
export function StateForm({ section, assignment, published, begun }: StateFormProps) {
  const [{ errors, done }, act, busy] = useActionState(changeState, untouched);
  const off = busy || undefined;
  return (
    <form
      action={act}
      className="mt-6 flex flex-col gap-3 rounded-sm border border-line bg-card p-4"
    >
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="assignment" value={assignment} />
      <FormAlert message={errors.form} />
      <FormDone message={done} />
      <p>{standingText(published, begun)}</p>
      <div className="flex flex-wrap gap-2">
        {published ? (
          begun === 0 ? (
            <Button type="submit" name="do" value="unpublish" aria-disabled={off}>
              Make it a draft again
            </Button>
          ) : null
        ) : (
          <>
            <Button type="submit" name="do" value="publish" variant="primary" aria-disabled={off}>
              Publish
            </Button>
            <Button type="submit" name="do" value="remove" variant="quiet" aria-disabled={off}>
              Remove this draft
            </Button>
          </>
        )}
      </div>
    </form>
  );
}

function standingText(published: boolean, begun: number): string {
  if (!published)
    return "A draft: students don’t see it. Once published, they see its title and dates at once, and its exercises when it opens.";
  if (begun === 0) return "Published. Nobody has begun it yet.";
  return `Published. ${begun} ${begun === 1 ? "student has" : "students have"} begun it, so you’ll see whom a change affects before it’s made.`;
}

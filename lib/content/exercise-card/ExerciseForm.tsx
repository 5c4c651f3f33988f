"use client";

import { useMemo, useRef } from "react";
import { Button } from "@/lib/ui/button";
import { Meter } from "@/lib/ui/Meter";
import { FormStatus } from "./FormStatus";
import { FormContext } from "./form-context";
import type { ExerciseFormProps } from "./form-props";
import { useExerciseForm } from "./use-exercise-form";

/** The form of an exercise. Without JavaScript it is a plain form; with it, answers are sent and judged in place and
 *  what is typed is kept as a draft until it is sent. */
export function ExerciseForm(props: ExerciseFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { state, submit, ask, keepTyped, choose } = useExerciseForm(props, form);
  const { responses, generations, results, others, busy } = state;
  const several = props.parts.length > 1;
  const context = useMemo(
    () => ({ responses, generations, results, others, busy, several, ask, choose }),
    [responses, generations, results, others, busy, several, ask, choose],
  );
  return (
    <form
      ref={form}
      method="post"
      action="/api/submissions"
      onSubmit={submit}
      onInput={keepTyped}
      className="min-w-0"
    >
      {/* Enter in a field presses a form's first button: this one, and none that helps. */}
      <button type="submit" hidden />
      <input type="hidden" name="exercise" value={props.versionId} />
      <input type="hidden" name="variant" value={props.number} />
      <input type="hidden" name="numbers" value={props.mark} />
      <input type="hidden" name="owner" value={props.owner} />
      <input type="hidden" name="submission" value={state.submission} />
      <input type="hidden" name="return" value={props.back} />
      <FormContext.Provider value={context}>{props.children}</FormContext.Provider>
      <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-3 border-line border-t pt-4 print:hidden">
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          {busy ? "Checking…" : several ? "Check all" : "Check"}
        </Button>
        <Button
          type="submit"
          formAction="/api/variants"
          variant="quiet"
          onClick={(event) => ask(event, "/api/variants")}
        >
          New numbers
        </Button>
        <Meter {...state.standing} label="Score with these numbers" />
      </div>
      <FormStatus told={state.told} said={state.said} back={props.back} />
      {several ? <StillOpen {...props} /> : null}
    </form>
  );
}

/** What is still blank beside answers that were checked, for pages without scripts: with them, the reply says it. */
function StillOpen({ parts, responses, results }: ExerciseFormProps) {
  const answered = parts.filter((part) => (responses[part] ?? "").trim() !== "").length;
  if (Object.keys(results).length === 0 || answered === parts.length) return null;
  return (
    <noscript>
      <p className="mt-3 font-sans text-muted text-sm">
        {answered} of {parts.length} answered; {parts.length - answered} still open.
      </p>
    </noscript>
  );
}

"use client";

import { useEffect, useMemo, useRef } from "react";
import { FoldedHelp } from "./FoldedHelp";
import { FormActions } from "./FormActions";
import { FormStatus } from "./FormStatus";
import { FormContext } from "./form-context";
import type { ExerciseFormProps } from "./form-props";
import { useExerciseForm } from "./use-exercise-form";
import { useFocusAfter } from "./use-focus-after";
import { useRenewed } from "./use-renewed";
import { useWay } from "./WayProvider";
import { isFinished, isRight } from "./way";

/** The form of an exercise. Without JavaScript it is a plain form; with it, answers are sent and judged in place and
 *  what is typed is kept as a draft until it is sent. */
export function ExerciseForm(props: ExerciseFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { state, submit, ask, keepTyped, choose } = useExerciseForm(props, form);
  const { responses, generations, results, others, busy } = state;
  const { graded, parts, opened, versionId } = props;
  const several = parts.length > 1;
  const stuck = useMemo(() => stuckAt(props, results), [props, results]);
  const takes = graded?.takes ?? true;
  const right = isRight({ parts, results });
  const finished = isFinished({ parts, results, graded });
  const way = useWay();
  const next = takes && (finished || opened) ? (way?.leadFrom(versionId) ?? null) : null;
  const nextLink = useRef<HTMLAnchorElement>(null);
  useFocusAfter(form, nextLink);
  const renew = useRenewed(form, props);
  useEffect(() => {
    if (finished || opened) way?.finish(versionId);
  }, [finished, opened, way, versionId]);
  const context = useMemo(
    () => ({
      ...{ responses, generations, results, others, busy, several, right, graded, stuck },
      ...{ ask, choose },
    }),
    [responses, generations, results, others, busy, several, right, graded, stuck, ask, choose],
  );
  return (
    <form
      ref={form}
      method="post"
      action="/api/submissions"
      onSubmit={submit}
      onInput={keepTyped}
      className="min-w-0 [&_*]:scroll-mb-[var(--room-below,0px)]"
    >
      {/* Enter in a field presses a form's first button: this one, and none that helps. */}
      <button type="submit" hidden disabled={!takes} />
      <input type="hidden" name="exercise" value={versionId} />
      <input type="hidden" name="variant" value={props.number} />
      <input type="hidden" name="numbers" value={props.mark} />
      {graded ? <input type="hidden" name="assigned" value={graded.assigned} /> : null}
      <input type="hidden" name="owner" value={props.owner} />
      <input type="hidden" name="submission" value={state.submission} />
      <input type="hidden" name="return" value={props.back} />
      <FormContext.Provider value={context}>
        <fieldset disabled={!takes} className="contents">
          {props.children}
        </fieldset>
        {props.help ? (
          <FoldedHelp right={right} opened={opened}>
            {props.help}
          </FoldedHelp>
        ) : null}
      </FormContext.Provider>
      <FormActions
        graded={graded}
        renewal={props.renewal}
        several={several}
        busy={busy}
        standing={state.standing}
        next={next}
        nextLink={nextLink}
        takes={takes}
        finished={next !== null && finished}
        onRenew={(event) => renew(() => ask(event, "/api/variants"))}
      />
      <FormStatus told={state.told} said={state.said} back={props.back} />
      {several ? <StillOpen {...props} /> : null}
    </form>
  );
}

/** The first part that is not right and has nothing said of its mistake, with the help there is. */
function stuckAt({ parts, nextHelp }: ExerciseFormProps, results: ExerciseFormProps["results"]) {
  const part = parts.find((name) => {
    const result = results[name];
    if (result?.status !== "graded" || result.verdict === "right") return false;
    return result.unexplained || result.feedback.length === 0;
  });
  return part !== undefined && nextHelp ? { part, help: nextHelp } : undefined;
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

import { type RefObject, useEffect, useMemo, useRef } from "react";
import { Drafting } from "./drafting";
import { typedEarly } from "./early";
import type { ExerciseFormProps } from "./form-props";
import { edited, refused, restarted, type SubmissionState, takenOver } from "./form-state";
import { keepsTyped } from "./keep-typed";
import { type Newest, watchNewest } from "./newest";
import { fieldOf } from "./responses";
import { useFocusKept } from "./use-focus-kept";

type Form = RefObject<HTMLFormElement | null>;

interface FormHold {
  readonly form: Form;
  readonly state: SubmissionState;
  readonly setState: (next: (before: SubmissionState) => SubmissionState) => void;
}

/** The drafts of a form: what there are of them goes into its fields, and what other windows write too. */
export function useDrafting(
  props: ExerciseFormProps,
  { form, state, setState }: FormHold,
): Drafting {
  const { slug, mark } = props;
  const start = useRef(props);
  const busy = useRef(false);
  busy.current = state.busy;
  const keepFocus = useFocusKept(state.generations, form);
  const early = useMemo(() => typedEarly(slug, mark), [slug, mark]);
  const drafting = useMemo(
    () =>
      new Drafting(start.current, {
        onOthers: (others) =>
          setState((before) => ({ ...before, others: { ...before.others, ...others } })),
        onRefused: ({ why, message }) => {
          if (why === "signed-out" || why === "other-numbers")
            setState((before) => ({ ...refused(before, why, message), busy: before.busy }));
        },
      }),
    [setState],
  );

  useEffect(() => {
    const { responses, others } = drafting.recover(early);
    const anew = Object.keys(responses).some((part) => textIn(form, part) !== responses[part]);
    if (anew) keepFocus();
    setState((before) => {
      const fresh = Object.keys(responses).filter(
        (part) => responses[part] !== (before.responses[part] ?? ""),
      );
      // Fields that do not show it yet take it up by being made anew.
      const after = anew
        ? restarted(before, responses)
        : fresh.reduce((so, part) => edited(so, part, { text: responses[part] ?? "" }), before);
      return { ...after, others: { ...after.others, ...others } };
    });
    const leave = () => drafting.saver.leave();
    const kept = keepsTyped(drafting.saver);
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      kept();
      leave();
    };
  }, [drafting, early, form, keepFocus, setState]);

  useEffect(() => {
    const { owner, versionId, number, mark, graded } = start.current;
    const assigned = graded?.assigned;
    const ask = () => {
      const wasBusy = busy.current;
      const [unkept, isTyped] = [drafting.saver.busyParts(), drafting.texts.note()];
      drafting.saver.retry();
      return (newest: Newest | null) => {
        if (wasBusy || busy.current) return;
        const isOurs = (part: string) => unkept.has(part) || isTyped(part);
        const taken = drafting.takeOver(newest, isOurs);
        if (Object.keys(taken.responses).length > 0) keepFocus();
        const textOf = (part: string) => drafting.texts.of(part);
        setState((before) => takenOver(before, taken, { newest, isOurs, textOf }));
      };
    };
    return watchNewest({ owner, versionId, number, mark, assigned, ask });
  }, [drafting, keepFocus, setState]);
  return drafting;
}

/** What stands in a part's field. */
export function textIn(form: Form, part: string): string {
  if (!form.current) return "";
  return new FormData(form.current).getAll(fieldOf(part)).join(",").replaceAll("\r\n", "\n");
}

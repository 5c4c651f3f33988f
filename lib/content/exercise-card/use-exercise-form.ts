import { useRouter } from "next/navigation";
import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { tellStanding } from "@/lib/ui/site/standing-event";
import type { Ask, Choose } from "./form-context";
import type { ExerciseFormProps } from "./form-props";
import { chosen, edited, judged, refused, restarted, type SubmissionState } from "./form-state";
import { knownFieldOf, responsesOf } from "./responses";
import { type SubmissionReply, send } from "./send";
import { textIn, useDrafting } from "./use-drafting";

/** What an exercise's form does with scripts: it sends answers and shows what comes of them, keeps what is typed, and
 *  shows what other windows did. */
export function useExerciseForm(props: ExerciseFormProps, form: RefObject<HTMLFormElement | null>) {
  const router = useRouter();
  const [state, setState] = useState<SubmissionState>(() => startOf(props));
  const change = (part: Partial<SubmissionState>) => setState((before) => ({ ...before, ...part }));
  const drafting = useDrafting(props, { form, state, setState });

  // After the messages are on the page, the first field that could not be read has the focus: but not where it has moved
  // meanwhile, since the next key would go into another field than the one being typed in.
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    if (state.unreadable && focused.current === document.activeElement)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state.unreadable, form]);

  const post = async (action: string, data: FormData) => {
    change({ busy: true, told: null, said: "" });
    await drafting.saver.hold();
    const sent = await send(action, data);
    if (sent.status === "answered") return sent.reply;
    drafting.saver.release();
    setState((before) => refused(before, sent.why, sent.message));
    return null;
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state.busy) return;
    focused.current = document.activeElement;
    const data = new FormData(event.currentTarget, submitterOf(event));
    const part = props.parts.length > 1 && partEnteredIn(event);
    if (part) data.set("part", part);
    const sent = responsesOf(data);
    for (const part of props.parts) {
      for (const text of drafting.texts.knownOf(part)) data.append(knownFieldOf(part), text);
      drafting.texts.know(part, sent[part] ?? "");
    }
    const isTyped = drafting.texts.note();
    const reply = await post("/api/submissions", data);
    if (!reply) return;
    const changed = props.parts.filter(
      (part) => isTyped(part) && textIn(form, part) !== sent[part],
    );
    for (const { part } of reply.result.parts) {
      if (!changed.includes(part)) drafting.judged(part, sent[part] ?? "");
    }
    drafting.saver.release();
    tellStanding({ exercise: props.slug, share: shareOf(reply.standing) });
    setState((before) => judged(before, reply, { sent, changed, total: props.parts.length }));
    if (props.refreshes) router.refresh();
  };

  const ask: Ask = async (event, action) => {
    event.preventDefault();
    if (state.busy || !form.current) return false;
    const reply = await post(action, new FormData(form.current, event.currentTarget));
    if (!reply) return false;
    drafting.saver.release();
    change({ busy: false });
    router.refresh();
    return true;
  };

  const keepTyped = (event: FormEvent<HTMLFormElement>) => {
    const part = partAround(event.target as Element);
    if (!part) return;
    const text = textIn(form, part);
    const other = drafting.typed(part, text);
    setState((before) => edited(before, part, { text, other }));
  };

  const choose: Choose = (event, part, which) => {
    event.preventDefault();
    const other = state.others[part] ?? "";
    const text = which === "take" ? other : textIn(form, part);
    drafting.settle(part, text, other);
    setState((before) => {
      const after = chosen(before, part);
      return which === "take" ? restarted(after, { [part]: text }) : after;
    });
  };
  return { state, submit, ask, keepTyped, choose };
}

const startOf = (props: ExerciseFormProps): SubmissionState => ({
  submission: props.submission,
  responses: props.responses,
  generations: {},
  results: props.results,
  others: props.others,
  standing: props.standing,
  busy: false,
  unreadable: null,
  told: null,
  said: "",
});

const shareOf = ({ earned, possible }: SubmissionReply["standing"]) =>
  possible > 0 ? earned / possible : 0;

const partAround = (element: Element | null): string | undefined =>
  element?.closest("[data-part]")?.getAttribute("data-part") ?? undefined;

/** The part in whose field Enter was pressed: that one alone is to be checked. */
function partEnteredIn(event: FormEvent<HTMLFormElement>): string | undefined {
  return submitterOf(event)?.hidden ? partAround(document.activeElement) : undefined;
}

const submitterOf = (event: FormEvent<HTMLFormElement>) =>
  (event.nativeEvent as SubmitEvent).submitter;

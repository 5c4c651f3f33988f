"use client";

import { useRouter } from "next/navigation";
import {
  type FormEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "@/lib/ui/button";
import { Meter } from "@/lib/ui/Meter";
import { tellStanding } from "@/lib/ui/site/standing-event";
import { Draft } from "./draft";
import { FormContext } from "./form-context";
import type { PublicPart, PublicResult } from "./public-result";
import { type Responses, responsesOf, typedInto } from "./responses";
import { type SubmissionReply, send } from "./send";

export interface ExerciseFormProps {
  /** The exercise's id in its lesson. */
  readonly slug: string;
  readonly versionId: string;
  readonly number: number;
  readonly mark: string;
  /** The idempotency key of the first submission. */
  readonly submission: string;
  /** Where a form sent without JavaScript comes back to. */
  readonly back: string;
  readonly responses: Responses;
  readonly results: Readonly<Record<string, PublicPart>>;
  readonly standing: SubmissionReply["standing"];
  readonly several: boolean;
  /** Whether the page around it tells of its results, and so comes anew with each. */
  readonly refreshes?: boolean;
  readonly children: ReactNode;
}

/** The form of an exercise. Without JavaScript it is a plain form; with it, answers are sent and judged in place and
 *  what is typed is kept as a draft until it is sent. */
export function ExerciseForm(props: ExerciseFormProps) {
  const { children, several } = props;
  const form = useRef<HTMLFormElement>(null);
  const { state, submit, ask, keepDraft } = useSubmission(props, form);
  const { responses, generation, results, busy } = state;
  const context = useMemo(
    () => ({ responses, generation, results, busy, several, ask }),
    [responses, generation, results, busy, several, ask],
  );
  return (
    <form
      ref={form}
      method="post"
      action="/api/submissions"
      onSubmit={submit}
      onInput={keepDraft}
      className="min-w-0"
    >
      {/* Enter in a field presses a form's first button: this one, and none that helps. */}
      <button type="submit" hidden />
      <input type="hidden" name="exercise" value={props.versionId} />
      <input type="hidden" name="variant" value={props.number} />
      <input type="hidden" name="numbers" value={props.mark} />
      <input type="hidden" name="submission" value={state.submission} />
      <input type="hidden" name="return" value={props.back} />
      <FormContext.Provider value={context}>{children}</FormContext.Provider>
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
      <p role="status" className={state.message ? "mt-3 font-sans text-sm text-bad" : "sr-only"}>
        {state.message ?? state.said}
      </p>
    </form>
  );
}

interface SubmissionState {
  readonly submission: string;
  readonly responses: Responses;
  readonly generation: number;
  readonly results: Readonly<Record<string, PublicPart>>;
  readonly standing: SubmissionReply["standing"];
  readonly busy: boolean;
  /** The submission that could not be read, if the last one could not. */
  readonly unreadable: string | null;
  /** What went wrong, shown. */
  readonly message: string | null;
  /** What a screen reader is told of the result. */
  readonly said: string;
}

function useSubmission(props: ExerciseFormProps, form: React.RefObject<HTMLFormElement | null>) {
  const router = useRouter();
  const draft = useMemo(() => new Draft(props.mark), [props.mark]);
  const [state, setState] = useState<SubmissionState>({
    submission: props.submission,
    responses: props.responses,
    generation: 0,
    results: props.results,
    standing: props.standing,
    busy: false,
    unreadable: null,
    message: null,
    said: "",
  });
  const change = (part: Partial<SubmissionState>) => setState((before) => ({ ...before, ...part }));

  const early = useMemo(() => typedEarly(props.slug, props.mark), [props.slug, props.mark]);
  const focused = useRef("");

  useEffect(() => {
    const typed = { ...draft.load(), ...early };
    if (!form.current || Object.keys(typed).length === 0) return;
    draft.save(typed);
    const shown = responsesOf(new FormData(form.current));
    const anew = Object.entries(typed).some(([part, text]) => (shown[part] ?? "") !== text);
    if (anew) focused.current = focusedIn(form.current);
    setState((before) => {
      const responses = { ...before.responses, ...typed };
      const results = unchanged(before, responses);
      // Fields that do not show it yet take it up by being made anew.
      if (!anew) return { ...before, results };
      return { ...before, responses, results, generation: before.generation + 1 };
    });
  }, [draft, early, form]);

  // Fields that were made anew have the focus that they had.
  useEffect(() => {
    const field = state.generation > 0 && form.current?.elements.namedItem(focused.current);
    focused.current = "";
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    field.focus();
    if (field.type.startsWith("text"))
      field.setSelectionRange(field.value.length, field.value.length);
  }, [state.generation, form]);

  // After the messages are on the page, the first field that could not be read has the focus.
  useEffect(() => {
    if (state.unreadable)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state.unreadable, form]);

  const post = async (action: string, data: FormData) => {
    change({ busy: true, message: null, said: "" });
    const sent = await send(action, data);
    if (sent.status === "refused") change({ busy: false, message: sent.message });
    return sent.status === "answered" ? sent.reply : null;
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state.busy) return;
    const data = new FormData(event.currentTarget, submitterOf(event));
    const part = props.several && partEnteredIn(event);
    if (part) data.set("part", part);
    const reply = await post("/api/submissions", data);
    if (!reply) return;
    draft.forget();
    tellStanding({ exercise: props.slug, share: shareOf(reply.standing) });
    setState((before) => judged(before, responsesOf(data), reply));
    if (props.refreshes) router.refresh();
  };

  const ask = async (event: MouseEvent<HTMLButtonElement>, action: string) => {
    event.preventDefault();
    if (state.busy || !form.current) return;
    const reply = await post(action, new FormData(form.current, event.currentTarget));
    if (!reply) return;
    change({ busy: false });
    router.refresh();
  };

  const keepDraft = () => {
    if (!form.current) return;
    const responses = responsesOf(new FormData(form.current));
    draft.save(responses);
    setState((before) => {
      const results = unchanged(before, responses);
      return Object.keys(results).length === Object.keys(before.results).length
        ? before
        : { ...before, results };
    });
  };
  return { state, submit, ask, keepDraft };
}

/** What was typed into an exercise's form before its scripts ran. It is read before React takes the fields over, since
 *  React puts a text area back to what the page came with. */
function typedEarly(slug: string, mark: string): Responses {
  if (typeof document === "undefined") return {};
  const form = document.querySelector<HTMLFormElement>(`#exercise-${slug} form`);
  const numbers = form?.elements.namedItem("numbers");
  const same = numbers instanceof HTMLInputElement && numbers.value === mark;
  return form && same ? typedInto(form) : {};
}

function focusedIn(form: HTMLFormElement): string {
  const { activeElement } = document;
  return form.contains(activeElement) ? (activeElement?.getAttribute("name") ?? "") : "";
}

const shareOf = ({ earned, possible }: SubmissionReply["standing"]) =>
  possible > 0 ? earned / possible : 0;

/** The part in whose field Enter was pressed: that one alone is to be checked. */
function partEnteredIn(event: FormEvent<HTMLFormElement>): string | undefined {
  if (!submitterOf(event)?.hidden) return undefined;
  return document.activeElement?.closest("[data-part]")?.getAttribute("data-part") ?? undefined;
}

const submitterOf = (event: FormEvent<HTMLFormElement>) =>
  (event.nativeEvent as SubmitEvent).submitter;

/** The results of the parts whose answer still is what was judged. */
function unchanged({ results, responses }: SubmissionState, now: Responses) {
  return Object.fromEntries(
    Object.entries(results).filter(([part]) => (now[part] ?? "") === (responses[part] ?? "")),
  );
}

/** The state after a reply. Results of parts not asked about stay while their answers do. */
function judged(
  before: SubmissionState,
  responses: Responses,
  { result, standing, next }: SubmissionReply,
): SubmissionState {
  const results = unchanged(before, responses);
  for (const part of result.parts) results[part.part] = part;
  return {
    ...before,
    responses,
    results,
    standing,
    submission: next,
    busy: false,
    unreadable: result.status === "unreadable" ? before.submission : null,
    said: inWords(result),
  };
}

function inWords({ status, parts }: PublicResult): string {
  if (status === "unreadable") {
    const count = parts.length === 1 ? "One answer" : `${parts.length} answers`;
    return `${count} could not be read. Nothing was graded.`;
  }
  const right = parts.filter((part) => part.status === "graded" && part.verdict === "right").length;
  return parts.length === 1
    ? right === 1
      ? "Right."
      : "Not right yet: see the feedback."
    : `${right} of ${parts.length} answers are right.`;
}

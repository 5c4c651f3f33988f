import { useRouter } from "next/navigation";
import {
  type FormEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { tellStanding } from "@/lib/ui/site/standing-event";
import { Drafting } from "./drafting";
import type { ExerciseFormProps } from "./ExerciseForm";
import { typedEarly } from "./early";
import type { Choose } from "./form-context";
import {
  chosen,
  edited,
  judged,
  refused,
  restarted,
  type SubmissionState,
  takenOver,
} from "./form-state";
import { watchNewest } from "./newest";
import { fieldOf, knownFieldOf, responsesOf } from "./responses";
import { type SubmissionReply, send } from "./send";
import { useFocusKept } from "./use-focus-kept";

/** What an exercise's form does with scripts: it sends answers and shows what comes of them, keeps what is typed, and
 *  shows what other windows did. */
export function useExerciseForm(props: ExerciseFormProps, form: RefObject<HTMLFormElement | null>) {
  const router = useRouter();
  const [state, setState] = useState<SubmissionState>(() => startOf(props));
  const change = (part: Partial<SubmissionState>) => setState((before) => ({ ...before, ...part }));
  const drafting = useDrafting(props, state, setState, form);

  // After the messages are on the page, the first field that could not be read has the focus.
  useEffect(() => {
    if (state.unreadable)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [state.unreadable, form]);

  const post = async (action: string, data: FormData) => {
    change({ busy: true, told: null, said: "" });
    await drafting.quiet();
    const sent = await send(action, data);
    if (sent.status === "answered") return sent.reply;
    setState((before) => refused(before, sent.why, sent.message));
    return null;
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state.busy) return;
    const data = new FormData(event.currentTarget, submitterOf(event));
    const part = props.parts.length > 1 && partEnteredIn(event);
    if (part) data.set("part", part);
    const sent = responsesOf(data);
    for (const part of props.parts) {
      for (const text of drafting.knownOf(part)) data.append(knownFieldOf(part), text);
      drafting.sent(part, sent[part] ?? "");
    }
    const isTyped = drafting.note();
    const reply = await post("/api/submissions", data);
    if (!reply) return;
    const changed = props.parts.filter(
      (part) => isTyped(part) && textIn(form, part) !== sent[part],
    );
    for (const { part } of reply.result.parts) {
      if (!changed.includes(part)) drafting.judged(part, sent[part] ?? "");
    }
    tellStanding({ exercise: props.slug, share: shareOf(reply.standing) });
    setState((before) => judged(before, reply, { sent, changed, total: props.parts.length }));
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

  const keepTyped = (event: FormEvent<HTMLFormElement>) => {
    const part = partAround(event.target as Element);
    if (!part) return;
    const other = drafting.typed(part, textIn(form, part));
    setState((before) => edited(before, part, other));
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

/** The drafts of a form: what there are of them goes into its fields, and what other windows write too. */
function useDrafting(
  props: ExerciseFormProps,
  state: SubmissionState,
  setState: (next: (before: SubmissionState) => SubmissionState) => void,
  form: RefObject<HTMLFormElement | null>,
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
      // Fields that do not show it yet take it up by being made anew.
      const fresh = Object.entries(responses).filter(
        ([part, text]) => text !== (before.responses[part] ?? ""),
      );
      const after = anew
        ? restarted(before, responses)
        : fresh.reduce((so, [part]) => edited(so, part), before);
      return { ...after, others: { ...after.others, ...others } };
    });
    const leave = () => drafting.leave();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [drafting, early, form, keepFocus, setState]);

  useEffect(() => {
    const { owner, versionId, number, mark } = start.current;
    const ask = () => {
      const [wasBusy, unkept, isTyped] = [busy.current, drafting.busyParts(), drafting.note()];
      drafting.flush();
      return (newest: Parameters<typeof drafting.takeOver>[0]) => {
        if (wasBusy || busy.current) return;
        const isOurs = (part: string) => unkept.has(part) || isTyped(part);
        const taken = drafting.takeOver(newest, isOurs);
        if (Object.keys(taken.responses).length > 0) keepFocus();
        const textOf = (part: string) => drafting.textOf(part);
        setState((before) => takenOver(before, taken, { newest, isOurs, textOf }));
      };
    };
    return watchNewest({ owner, versionId, number, mark, ask });
  }, [drafting, keepFocus, setState]);
  return drafting;
}

function textIn(form: RefObject<HTMLFormElement | null>, part: string): string {
  if (!form.current) return "";
  return new FormData(form.current).getAll(fieldOf(part)).join(",").replaceAll("\r\n", "\n");
}

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

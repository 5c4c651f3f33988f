"use client";

import { type FormEvent, type ReactNode, useMemo, useRef, useState, useTransition } from "react";
import { FormContext, type FormState } from "@/lib/content/exercise-card/form-context";
import type { PublicPart } from "@/lib/content/exercise-card/public-result";
import { responsesOf } from "@/lib/content/exercise-card/responses";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { withMinus } from "@/lib/ui/number-text";
import type { Judged } from "./judge";

type Responses = Readonly<Record<string, string>>;

interface Answer {
  readonly part: string;
  /** HTML. */
  readonly name: string;
  readonly typed: string;
}

/** Judges answers to an exercise that is being written. */
export type GradeDraft = (answered: {
  readonly responses: Record<string, string>;
  readonly asked: string[];
}) => Promise<Judged>;

interface DraftFormProps {
  readonly grade: GradeDraft;
  readonly parts: readonly string[];
  /** By part: HTML. */
  readonly labels: Readonly<Record<string, string>>;
  readonly answers: readonly Answer[];
  readonly children: ReactNode;
}

/** The form of an exercise that is being written: answers are judged as a student's would be, and nothing of it is kept. */
export function DraftForm({ grade, parts, labels, answers, children }: DraftFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [busy, start] = useTransition();
  const [results, setResults] = useState<Readonly<Record<string, PublicPart>>>({});
  const [filled, setFilled] = useState<{ responses: Responses; generation: number }>({
    responses: {},
    generation: 0,
  });
  const [refused, setRefused] = useState<string>();
  const check = (responses: Responses, asked: readonly string[]) =>
    start(async () => {
      const judged = await grade({ responses: { ...responses }, asked: [...asked] });
      setRefused("refused" in judged ? judged.refused : undefined);
      if ("parts" in judged) setResults((before) => ({ ...before, ...judged.parts }));
    });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const responses = responsesOf(new FormData(event.currentTarget));
    const one = submitter?.getAttribute("value");
    check(responses, one && parts.includes(one) ? [one] : parts);
  };
  const fill = ({ part, typed }: Answer) => {
    const now = form.current ? responsesOf(new FormData(form.current)) : {};
    const responses = { ...now, [part]: typed };
    setFilled(({ generation }) => ({ responses, generation: generation + 1 }));
    check(responses, [part]);
  };
  const state = useMemo<FormState>(
    () => ({
      ...{ results, busy, others: {}, several: parts.length > 1, right: false, stuck: undefined },
      responses: filled.responses,
      generations: Object.fromEntries(parts.map((part) => [part, filled.generation])),
      ask: async () => false,
      choose: () => {},
    }),
    [results, busy, parts, filled],
  );
  return (
    <>
      <form ref={form} onSubmit={submit} className="min-w-0">
        <FormContext.Provider value={state}>{children}</FormContext.Provider>
        <FormAlert message={refused} />
        <Button type="submit" variant="primary" className="mt-5" aria-disabled={busy || undefined}>
          {parts.length > 1 ? "Check all" : "Check"}
        </Button>
      </form>
      <details className="mt-5 font-sans">
        <summary className="cursor-pointer text-accent">Key and likely mistakes</summary>
        {parts.map((part) => (
          <div key={part} className="mt-3">
            <p className="font-medium" dangerouslySetInnerHTML={{ __html: labels[part] ?? "" }} />
            <ul className="mt-1 divide-y divide-line border-line border-y text-sm">
              {answers
                .filter((answer) => answer.part === part)
                .map((answer, i) => (
                  <li key={i} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-1.5">
                    <span
                      className="min-w-0 grow"
                      dangerouslySetInnerHTML={{ __html: answer.name }}
                    />
                    <code className="whitespace-pre-wrap">{withMinus(answer.typed)}</code>
                    <Button size="small" variant="quiet" onClick={() => fill(answer)}>
                      Answer this
                    </Button>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </details>
    </>
  );
}

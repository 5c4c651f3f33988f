"use client";

import { useActionState, useId } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { importRoster } from "./actions";
import type { ImportState } from "./import-state";
import { PreviewView } from "./PreviewView";
import { start } from "./start";

/** From a file or pasted rows, by way of a preview, to people in the section. Works without scripts too: what was
 *  previewed travels with the form. */
export function ImportForm({ sectionId }: { sectionId: string }) {
  const [state, act, busy] = useActionState(importRoster, start);
  return (
    <form action={act} className="mt-6">
      <input type="hidden" name="section" value={sectionId} />
      {state.step === "start" ? (
        <Source state={state} busy={busy} />
      ) : (
        <PreviewView preview={state.preview} notice={state.notice} busy={busy} />
      )}
    </form>
  );
}

type Start = Extract<ImportState, { step: "start" }>;

function Source({ state: { text, error }, busy }: { state: Start; busy: boolean }) {
  const id = useId();
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <p className="text-muted">
        Any list with email addresses will do: what Canvas, Moodle or a spreadsheet exports as CSV,
        or one address per line. You’ll see the result before anything is imported.
      </p>
      <FormAlert message={error} />
      <div>
        <label htmlFor={`${id}-file`} className="font-medium text-sm">
          File
        </label>
        <input
          id={`${id}-file`}
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          aria-describedby={`${id}-limit`}
          className="mt-1 block w-full rounded-sm border border-line bg-card p-2 text-sm file:mr-3 file:rounded-sm file:border-0 file:bg-accent-soft file:px-3 file:py-1.5 file:font-medium file:text-accent"
        />
        <p id={`${id}-limit`} className="mt-1 text-muted text-sm">
          CSV or text, up to 2 MB and 5,000 rows.
        </p>
      </div>
      <div>
        <label htmlFor={`${id}-text`} className="font-medium text-sm">
          Or paste rows
        </label>
        <textarea
          id={`${id}-text`}
          name="text"
          rows={10}
          defaultValue={text}
          spellCheck={false}
          placeholder={"name,email,role\nAmara Okafor,amara@uni.example,student"}
          className="mt-1 block w-full rounded-sm border border-line bg-card px-3 py-2 font-mono text-sm"
        />
      </div>
      <div>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          {busy ? "Reading…" : "Preview"}
        </Button>
      </div>
    </div>
  );
}

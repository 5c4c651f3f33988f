"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { FieldFrame } from "@/lib/ui/FieldFrame";
import { FormAlert } from "@/lib/ui/FormAlert";
import { FormDone } from "@/lib/ui/FormDone";
import { importMarks } from "./actions";
import type { ImportState } from "./import-state";
import { PreviewView } from "./PreviewView";
import { start } from "./start";

/** From a file or pasted rows, by way of a preview, to marks. Works without scripts too: what was previewed travels with
 *  the form. */
export function ImportForm({ sectionId }: { sectionId: string }) {
  const [state, act, busy] = useActionState(importMarks, start);
  return (
    <form action={act} className="mt-6">
      <input type="hidden" name="section" value={sectionId} />
      {state.step === "start" ? (
        <Source state={state} busy={busy} />
      ) : (
        <PreviewView state={state} busy={busy} />
      )}
    </form>
  );
}

function Source({
  state,
  busy,
}: {
  state: Extract<ImportState, { step: "start" }>;
  busy: boolean;
}) {
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <FormDone message={state.done} />
      <FormAlert message={state.error} />
      <FieldFrame label="File" note="CSV, up to 2 MB and 5,000 rows.">
        {(framed) => (
          <input
            {...framed}
            name="file"
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            className={`${framed.className} py-2 text-sm`}
          />
        )}
      </FieldFrame>
      <FieldFrame label="Or paste rows">
        {(framed) => (
          <textarea
            {...framed}
            name="text"
            rows={10}
            spellCheck={false}
            defaultValue={state.text}
            placeholder={"Email,Homework 1 (of 20)\namara@uni.example,17.5"}
            className={`${framed.className} py-2 font-mono text-sm`}
          />
        )}
      </FieldFrame>
      <div>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          {busy ? "Reading…" : "Preview"}
        </Button>
      </div>
    </div>
  );
}

"use client";

import { type FormEvent, useRef, useState } from "react";
import { keepTyped } from "@/lib/content/exercise-card/keep-typed";
import { Button } from "@/lib/ui/button";
import { handInNow } from "./actions";

/** Hands in an exam before its time is over, with what is typed everywhere on the page. */
export function HandInForm({ assignment }: { assignment: string }) {
  const [busy, setBusy] = useState(false);
  const isKept = useRef(false);
  const keepFirst = async (event: FormEvent<HTMLFormElement>) => {
    if (isKept.current) return;
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    await keepTyped();
    isKept.current = true;
    form.requestSubmit();
  };
  return (
    <details id="hand-in" className="mt-10 border-line border-t pt-5 print:hidden">
      <summary className="py-1.5 font-medium text-accent">Hand in …</summary>
      <form action={handInNow} onSubmit={keepFirst} className="mt-2">
        <input type="hidden" name="assignment" value={assignment} />
        <p className="mb-3 max-w-prose text-sm">
          Everything you’ve typed is graded as it stands, and you can’t change it afterwards.
        </p>
        <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
          Hand in for good
        </Button>
      </form>
    </details>
  );
}

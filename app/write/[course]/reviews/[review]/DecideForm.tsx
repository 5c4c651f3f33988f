"use client";

import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/lib/ui/button";
import { FieldFrame } from "@/lib/ui/FieldFrame";
import { FormAlert } from "@/lib/ui/FormAlert";
import { approve, decline, withdraw } from "./actions";
import { undecided } from "./decide-state";

interface DecideFormProps {
  course: string;
  review: string;
  /** Whether the viewer is who asked. */
  asked: boolean;
  /** The mark of the comparison that the page shows; null where the viewer cannot approve it. */
  seen: string | null;
}

/** What an author can do with a review: approve or decline another's, withdraw their own. */
export function DecideForm({ course, review, asked, seen }: DecideFormProps) {
  const place = (
    <>
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="review" value={review} />
    </>
  );
  if (asked)
    return (
      <form action={withdraw} className="mt-4 flex flex-wrap items-center gap-4 text-sm">
        {place}
        <Button type="submit" size="small">
          Withdraw
        </Button>
      </form>
    );
  return (
    <div className="mt-4 grid max-w-3xl gap-6 sm:grid-cols-2">
      {seen === null ? null : (
        <ApproveForm>
          {place}
          <input type="hidden" name="seen" value={seen} />
        </ApproveForm>
      )}
      <DeclineForm>{place}</DeclineForm>
    </div>
  );
}

function ApproveForm({ children }: { children: React.ReactNode }) {
  const [{ errors, checking }, act, busy] = useActionState(approve, undecided);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!checking) return;
    const timer = setTimeout(() => form.current?.requestSubmit(), 1000);
    return () => clearTimeout(timer);
  }, [checking]);
  return (
    <form ref={form} action={act} className="flex flex-col items-start gap-2 text-sm">
      <FormAlert message={errors.form} />
      {children}
      <Button
        type="submit"
        variant="primary"
        aria-disabled={busy || checking !== null || undefined}
      >
        Approve and publish
      </Button>
      {checking ? (
        <p role="status">
          Checking: {checking.done} of {checking.total} exercises. It’s published once they have
          passed. <noscript>Press the button again to see how far it is.</noscript>
        </p>
      ) : null}
    </form>
  );
}

function DeclineForm({ children }: { children: React.ReactNode }) {
  const [{ errors, comment }, act, busy] = useActionState(decline, undecided);
  return (
    <form action={act} className="flex flex-col items-start gap-2 text-sm">
      <FormAlert message={errors.form} />
      {children}
      <div className="w-full">
        <FieldFrame label="What should change first" error={errors.comment}>
          {(framed) => <textarea {...framed} name="comment" rows={3} defaultValue={comment} />}
        </FieldFrame>
      </div>
      <Button type="submit" aria-disabled={busy || undefined}>
        Decline
      </Button>
    </form>
  );
}

"use client";

import { useActionState } from "react";
import { Button } from "@/lib/ui/button";
import { CopyField } from "@/lib/ui/CopyField";
import { FormAlert } from "@/lib/ui/FormAlert";
import { makeResetLink, type ResetLinkState } from "./actions";

const none: ResetLinkState = { link: null };

/** Makes a link for a new password, and shows it once. */
export function ResetLinkForm({ person, name }: { person: string; name: string }) {
  const [{ link, error }, act, busy] = useActionState(makeResetLink, none);
  return (
    <form action={act} className="mt-2 flex flex-col gap-3">
      <input type="hidden" name="person" value={person} />
      <FormAlert message={error} />
      <p className="text-muted text-sm">
        Make sure it’s really {name} who asks. Whoever opens the link chooses the password. It works
        once, within an hour, and you see it only now.
      </p>
      {link ? <CopyField label={`Link for ${name}`} text={link} rows={2} /> : null}
      <div>
        <Button type="submit" aria-disabled={busy || undefined}>
          {link ? "Make another link" : "Make a link for a new password"}
        </Button>
      </div>
    </form>
  );
}

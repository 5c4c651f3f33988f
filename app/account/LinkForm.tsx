"use client";

import { signIn } from "next-auth/react";
import { useActionState, useEffect } from "react";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { untouched } from "@/lib/ui/filled-form";
import { OwnerField } from "./OwnerField";
import { beginLinking } from "./provider-actions";

interface LinkFormProps {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly hasPassword: boolean;
}

/** Links a provider to the account: they are led there to sign in, and back. */
export function LinkForm({ providers, hasPassword }: LinkFormProps) {
  const [{ errors, done }, act, busy] = useActionState(beginLinking, untouched);
  useEffect(() => {
    if (done) signIn(done, { callbackUrl: "/account" });
  }, [done]);
  return (
    <form action={act} className="mt-4 flex max-w-sm flex-col gap-4" noValidate>
      <FormAlert message={errors.form} />
      <OwnerField hasPassword={hasPassword} error={errors.password} />
      <div className="flex flex-wrap gap-2">
        {providers.map(({ id, name }) => (
          <Button
            key={id}
            type="submit"
            name="provider"
            value={id}
            aria-disabled={busy || undefined}
          >
            Link {name}
          </Button>
        ))}
      </div>
    </form>
  );
}

"use client";

import { useActionState } from "react";
import type { FormState } from "@/lib/auth/forms";
import { Button } from "@/lib/ui/button";
import { FormAlert } from "@/lib/ui/FormAlert";
import { TextField } from "@/lib/ui/TextField";
import { signIn, signUp } from "./actions";

const empty: FormState = { values: {}, errors: {} };

/** Email and password, and a name for those who are new. */
export function SignInForm({ purpose, next }: { purpose: "sign-in" | "sign-up"; next: string }) {
  const isNew = purpose === "sign-up";
  const [{ values, errors }, act, busy] = useActionState(isNew ? signUp : signIn, empty);
  return (
    <form action={act} className="mt-6 flex flex-col gap-4" noValidate>
      <input type="hidden" name="next" value={next} />
      <FormAlert message={errors.form} />
      {isNew ? (
        <TextField
          label="Name"
          name="name"
          autoComplete="name"
          defaultValue={values.name}
          error={errors.name}
        />
      ) : null}
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={values.email}
        error={errors.email}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete={isNew ? "new-password" : "current-password"}
        note={isNew ? "At least 10 characters." : undefined}
        error={errors.password}
      />
      <Button type="submit" variant="primary" aria-disabled={busy || undefined}>
        {isNew ? "Create an account" : "Sign in"}
      </Button>
    </form>
  );
}

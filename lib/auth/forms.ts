import { notFound } from "next/navigation";
import { z } from "zod";
import { foldEmail, isEmail, isPlain } from "./email";
import { plainName } from "./plain-name";

const email = z
  .string()
  .transform(foldEmail)
  .pipe(
    z
      .string()
      .max(254, "That email is too long.")
      .refine(
        isPlain,
        "This email has a character in it that only looks like another. Please type it by hand.",
      )
      .refine(isEmail, "This doesn’t look like an email. It should look like name@school.org."),
  );

/** argon2 reads every byte, so a limit keeps one request from costing minutes. */
const longest = 1_000;

/** An account's password, as it is asked for. */
export const confirmForm = z.object({
  password: z.string().min(1, "Please type your password.").max(longest, "That is too long."),
});

export const emailForm = z.object({ email });

export const signInForm = confirmForm.extend({ email });

/** A password as it is first chosen. */
export const newPasswordForm = z.object({
  password: z
    .string()
    .min(10, "Please use at least 10 characters. Any characters will do.")
    .max(longest, `Please use at most ${longest} characters.`),
});

export const nameForm = z.object({
  name: z
    .string()
    .transform(plainName)
    .pipe(
      z
        .string()
        .min(1, "Please tell us what to call you.")
        .max(100, "Please use a name of at most 100 characters."),
    ),
});

export const signUpForm = newPasswordForm.extend({ ...nameForm.shape, email });

/** What a form shows after it was sent: what was typed (never the password) and what to mend. */
export interface FormState {
  values: { name?: string; email?: string };
  errors: { name?: string; email?: string; password?: string; form?: string };
}

/** The state that shows a message for the whole form, or one under each field, keeping what was typed. */
export function refused(form: FormData, errors: FormState["errors"]): FormState {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : undefined;
  };
  return { values: { name: text("name"), email: text("email") }, errors };
}

/** The form that an action was sent. Anybody can call an action with anything: where that is no form, nothing is there. */
export function formIn(sent: unknown): FormData {
  return sent instanceof FormData ? sent : notFound();
}

/** The first message for each field that zod refused. */
export function fieldErrors(error: z.ZodError): FormState["errors"] {
  const { fieldErrors: byField } = z.flattenError(error) as {
    fieldErrors: Record<string, string[] | undefined>;
  };
  return {
    name: byField.name?.[0],
    email: byField.email?.[0],
    password: byField.password?.[0],
  };
}

import { expect, test } from "vitest";
import { signInForm, signUpForm } from "@/lib/auth/forms";
import { addressOf, waitMessage } from "@/lib/auth/rate-limit";

test("whoever has to wait is told how many minutes, never none", () => {
  const told = (seconds: number) => /in (\d+ minutes?)\./.exec(waitMessage(seconds))?.[1];
  expect([0, 1, 60, 61, 900].map(told)).toEqual([
    "1 minute",
    "1 minute",
    "1 minute",
    "2 minutes",
    "15 minutes",
  ]);
});

test("a visitor's address is the one the nearest proxy saw, not what the visitor claims", () => {
  const seen = (header?: string) =>
    addressOf(new Headers(header === undefined ? {} : { "x-forwarded-for": header }));
  expect(seen("1.1.1.1, 2.2.2.2,  3.3.3.3 ")).toBe("3.3.3.3");
  expect(seen("::1")).toBe("::1");
  for (const nothing of [undefined, "", " ", "1.1.1.1,"]) expect(seen(nothing)).toBe("unknown");
});

test("an email is read in lower case and without the spaces around it", () => {
  const { email } = signInForm.parse({ email: " Ada@School.TEST ", password: "x" });
  expect(email).toBe("ada@school.test");
});

test.each(["", "ada", "ada@", "@school.test", "a b@school.test", `${"a".repeat(250)}@b.test`])(
  "%j is no email",
  (email) => {
    expect(signInForm.safeParse({ email, password: "x" }).success).toBe(false);
  },
);

test("a new password has 10 to 1000 characters, and an old one may be shorter", () => {
  const signUp = (password: string) =>
    signUpForm.safeParse({ name: "Ada", email: "ada@school.test", password }).success;
  expect([9, 10, 1000, 1001].map((length) => signUp("x".repeat(length)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  const signIn = (password: string) =>
    signInForm.safeParse({ email: "ada@school.test", password }).success;
  expect([signIn(""), signIn("x"), signIn("x".repeat(1001))]).toEqual([false, true, false]);
});

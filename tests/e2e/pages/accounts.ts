import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

/** The demo's accounts, which the product makes in an empty database. */
export const demo = {
  instructor: "ines@demo.test",
  assistant: "felix@demo.test",
  student: "amara@demo.test",
  /** Takes y − p for p − y wherever gradients are asked for. */
  turnsSigns: "bjorn@demo.test",
  idleStudent: "emil@demo.test",
  password: "chainrule-demo",
} as const;

/** Signs in, from wherever the browser is led to after. */
export async function signIn(page: Page, email: string, next = "/"): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await fillSignIn(page, email);
  await page.waitForURL((url) => url.pathname === next);
}

/** Fills the form to sign in and sends it. */
export async function fillSignIn(
  page: Page,
  email: string,
  password: string = demo.password,
): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

/** An email that no account has yet. */
export const newEmail = () => `new-${randomUUID()}@demo.test`;

/** Makes an account, from wherever the browser is led to after. */
export async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Noor");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("from the first to the last");
  await page.getByRole("main").getByRole("button", { name: "Create an account" }).click();
  await page.waitForURL("**/");
}

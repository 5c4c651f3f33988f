import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import type { OwnProduct } from "../failing/own-product";
import { newEmail, signUp } from "../pages/accounts";
import { isSoundIn, looks } from "../pages/sound";

const roster = readFileSync(
  path.resolve(import.meta.dirname, "../../unit/cohort/roster/files/messy.csv"),
  "utf8",
);

/** Makes an account that may teach. */
export async function becomeInstructor(page: Page, product: OwnProduct): Promise<void> {
  const email = newEmail();
  await signUp(page, email);
  await product.query(`update "user" set role = 'instructor' where email = $1`, [email]);
}

/** Makes a section; gives its address. */
export async function makeSection(page: Page): Promise<string> {
  await page.goto("/sections/new");
  await page.getByLabel("Name").fill("Tuesday group");
  await page.getByLabel("Time zone").selectOption("UTC");
  await page.getByRole("button", { name: "Create the section" }).click();
  await page.waitForURL("**/people");
  return new URL(page.url()).pathname.replace(/\/people$/, "");
}

/** Takes what can be taken of a roster with mistakes in it; gives the link of each person, by email. */
export async function importRoster(page: Page, section: string): Promise<Map<string, string>> {
  await page.goto(`${section}/people/import`);
  await page.getByLabel("Or paste rows").fill(roster);
  await page.getByRole("button", { name: "Preview" }).click();
  const problems = page.getByRole("group", { name: "Can’t be taken" }).getByRole("listitem");
  await expect(problems).toHaveText([
    /^Line 4.*is not an email address/s,
    /^Line 8.*There are 2 email addresses in one cell/s,
    /^Line 10.*No Mail/s,
    /^Line 11.*5 cells/s,
    /^Line 13.*“dean” is not a role we know\./s,
  ]);
  const added = page.getByRole("group", { name: "To be added" });
  await expect(added.getByRole("row")).toHaveCount(6);
  await expect(added.getByRole("row", { name: /Daniela Rossi/ })).toContainText("assistant");
  await expect(page.getByText("Nothing has been imported yet")).toBeVisible();
  await isSoundIn(looks, page);
  await page.getByRole("button", { name: "Add 5 people" }).click();
  await page.waitForURL(/\/people\/invitations/);
  await expect(page.getByRole("status").filter({ hasText: "5 people were added" })).toBeVisible();
  await page.getByRole("button", { name: "Show the links" }).click();
  const fields = page.getByRole("listitem").filter({ has: page.getByRole("textbox") });
  await expect(fields).toHaveCount(5);
  await isSoundIn(looks, page);
  const links = await fields.evaluateAll((all) =>
    all.map((one): [string, string] => [
      one.querySelector("label span:last-child")?.textContent ?? "",
      one.querySelector("input")?.value ?? "",
    ]),
  );
  return new Map(links);
}

/** Noon, UTC, so many days from now. */
export const noon = (days: number) =>
  new Date(`${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T12:00Z`);

/** As a date-time field has it. The section's zone is UTC. */
const typed = (date: Date) => date.toISOString().slice(0, 16);

/** Hands out "Homework 1": 4 points for "Twice a number" and 6 for one of two that each student draws; two attempts, the
 *  second for half; due in 7 days, closed in 9, a fifth off each day late. Gives the address that students work at. */
export async function handOutHomework(page: Page, section: string): Promise<string> {
  await page.goto(`${section}/assignments/new`);
  await page.getByLabel("Title").fill("Homework 1");
  await page.getByRole("button", { name: "Create the assignment" }).click();
  await page.waitForURL("**/exercises");
  const own = new URL(page.url()).pathname.replace("/exercises", "");
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await button("Add Twice a number").click();
  await page.getByLabel("Points of Twice a number").fill("4");
  await button("Add Five more").click();
  await button("Add exercises to the pool of Five more").click();
  await button("Add Five less").click();
  await page.getByLabel("Points each of Five more").fill("6");
  await button("Save the exercises").click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByText("10 points in all.")).toBeVisible();

  await page.goto(`${own}/settings`);
  await page.getByLabel("Opens").fill(typed(noon(-1)));
  await page.getByLabel("Due").fill(typed(noon(7)));
  await page.getByLabel("Closes").fill(typed(noon(9)));
  await page.getByLabel("Attempts", { exact: true }).fill("2");
  await page.getByLabel("Credit by attempt").fill("100, 50");
  await page.getByLabel("Points off").fill("20");
  await button("Save").click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto(own);
  await button("Publish").click();
  await expect(page.getByText("Nobody has begun it yet.")).toBeVisible();
  return `/assignments/${own.split("/").at(-1)}`;
}

/** Gives a student until the assignment closes. */
export async function extend(page: Page, assignment: string, name: string): Promise<void> {
  await page.goto(assignment);
  await page.getByRole("link", { name: "Open it as staff" }).click();
  await page.getByRole("link", { name: "Extensions" }).click();
  await page.getByLabel("For").selectOption({ label: name });
  await page.getByLabel("Due").fill(typed(noon(9)));
  await page.getByLabel("Reason").first().fill("Ill");
  await page.getByRole("button", { name: "Give the extension" }).click();
  await expect(page.getByText("Given.")).toBeVisible();
}

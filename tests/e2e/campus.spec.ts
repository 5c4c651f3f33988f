import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { fillSignIn, newEmail } from "./pages/accounts";
import { type CampusPerson, comeFromCampus, openCampus, signInAtCampus } from "./pages/campus";
import { expect, test } from "./test";

// One provider, in one process.
test.describe.configure({ mode: "serial" });

const password = "correct horse battery";
const people: Record<string, CampusPerson> = {};
let close: () => Promise<unknown>;

test.beforeAll(async ({ baseURL }) => {
  close = await openCampus(baseURL ?? "", people);
});

test.afterAll(() => close());

/** Somebody at the campus; their name to sign in by there. */
function enrol(person: Partial<CampusPerson> = {}): string {
  const login = randomUUID();
  people[login] = { name: "Cleo Campus", email: newEmail(), email_verified: true, ...person };
  return login;
}

const guestOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === "guest")?.value;

const sessionOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name.endsWith("session-token"))?.value;

const alertOn = (page: Page) => page.getByRole("main").getByRole("alert");

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Pat Password");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page.getByRole("link", { name: "Pat Password" })).toBeVisible();
}

test("a student of the campus signs in without an account, gets one, and finds it again", async ({
  page,
}) => {
  const login = enrol();
  await page.goto("/");
  const guest = await guestOf(page);
  await comeFromCampus(page, login, "/account");
  await expect(page).toHaveURL("/account");
  await expect(page.getByRole("main")).toContainText(people[login]?.email ?? "?");
  expect(await guestOf(page)).not.toBe(guest);
  await signOut(page);
  await page.context().clearCookies();
  // The campus gives the address to somebody else, and the student another one.
  people[login] = { name: "Cleo", email: newEmail(), email_verified: true };
  await comeFromCampus(page, login, "/account");
  await expect(page.getByRole("main")).toContainText("Cleo Campus");
});

test("an account with a password is opened by the campus once its owner says so, and keeps the password", async ({
  page,
}) => {
  const email = newEmail();
  await signUp(page, email);
  await signOut(page);
  const login = enrol({ email });
  await comeFromCampus(page, login, "/progress");
  await expect(page.getByRole("heading", { name: "Is this account yours?" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(email);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?/);
  await page.goto("/confirm-link");
  const field = page.getByLabel("Password of that account");
  await field.fill("not the password");
  await page.getByRole("button", { name: "Yes, it’s mine" }).click();
  await expect(page.getByText("That isn’t the password of that account.")).toBeVisible();
  await field.fill(password);
  await page.getByRole("button", { name: "Yes, it’s mine" }).click();
  await expect(page).toHaveURL("/progress");
  await expect(page.getByRole("link", { name: "Pat Password" })).toBeVisible();
  await signOut(page);
  await page.context().clearCookies();
  await comeFromCampus(page, login, "/account");
  await expect(page.getByRole("main")).toContainText("Pat Password");
  await signOut(page);
  await page.goto("/sign-in");
  await fillSignIn(page, email, password);
  await expect(page.getByRole("link", { name: "Pat Password" })).toBeVisible();
});

test("who is signed in to the account already confirms it with one press", async ({ page }) => {
  const email = newEmail();
  await signUp(page, email);
  await signOut(page);
  await comeFromCampus(page, enrol({ email }));
  await page.waitForURL("/confirm-link");
  const other = await page.context().newPage();
  await other.goto("/sign-in");
  await fillSignIn(other, email, password);
  await expect(other.getByRole("link", { name: "Pat Password" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Password of that account")).toHaveCount(0);
  await page.getByRole("button", { name: "Yes, it’s mine" }).click();
  await expect(page).toHaveURL("/");
  await signOut(page);
  await page.goto("/confirm-link");
  await expect(alertOn(page)).toContainText("longer than ten minutes");
});

test("who is signed in links the campus with their password, comes in by it, and unlinks it again", async ({
  page,
}) => {
  const email = newEmail();
  await signUp(page, email);
  // The campus knows them by another address.
  const login = enrol();
  await page.goto("/account");
  const ways = page.getByRole("region", { name: "Other ways to sign in" });
  await ways.getByLabel("Your password").fill(password);
  await ways.getByRole("button", { name: "Link Campus" }).click();
  await signInAtCampus(page, login);
  await expect(page.getByRole("status").first()).toContainText("It’s linked");
  await signOut(page);
  await page.context().clearCookies();
  await comeFromCampus(page, login, "/account");
  await expect(page.getByRole("main")).toContainText(email);
  await ways.getByRole("button", { name: "Unlink Campus" }).click();
  await expect(page.getByRole("status").first()).toContainText("It’s unlinked");
  await expect(ways.getByRole("button", { name: "Unlink Campus" })).toHaveCount(0);
});

test("an address that the campus gave out again is told what to do about the account that it has here", async ({
  page,
}) => {
  const email = newEmail();
  await comeFromCampus(page, enrol({ email }), "/account");
  await signOut(page);
  await page.context().clearCookies();
  await comeFromCampus(page, enrol({ email }), "/account");
  await expect(page.getByRole("heading", { name: "Is this account yours?" })).toBeVisible();
  const main = page.getByRole("main");
  await expect(main).toContainText("Ask the person who runs this site to let Campus open it");
  await expect(main.getByRole("button")).toHaveCount(0);
  await main.getByRole("link", { name: "Not now: go on without it" }).click();
  await expect(page).toHaveURL("/");
  expect(await sessionOf(page)).toBeUndefined();
});

test("an email that the campus does not vouch for opens nothing", async ({ page }) => {
  await comeFromCampus(page, enrol({ email_verified: false }));
  await expect(alertOn(page)).toContainText("has no verified email");
  expect(await sessionOf(page)).toBeUndefined();
});

test("signing out everywhere ends a copied cookie at once, without scripts too", async ({
  browser,
  page,
}) => {
  await signUp(page, newEmail());
  const session = await sessionOf(page);
  const copier = await browser.newContext({ javaScriptEnabled: false });
  await copier.addCookies(await page.context().cookies());
  const copied = await copier.newPage();
  await copied.goto("/account");
  await expect(copied.getByRole("heading", { name: "Your account" })).toBeVisible();
  await copied.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(copied.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount/);
  expect(await sessionOf(page)).toBe(session);
  await copier.close();
});

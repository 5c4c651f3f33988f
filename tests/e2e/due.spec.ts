import type { Browser, Page } from "@playwright/test";
import { demo, newEmail, signIn, signUp } from "./pages/accounts";
import { closeRecords, handOut } from "./pages/records";
import { isSoundIn, phone } from "./pages/sound";
import { expect, test } from "./test";

test.afterAll(closeRecords);

test("a student sees what is due in all their sections, in their own time zone, and takes it into their calendar", async ({
  page,
  browser,
}) => {
  test.slow();
  const dueAt = new Date("2031-03-30T01:30:00Z");
  const joins: string[] = [];
  for (const title of ["Gradients by hand", "Batches by hand"]) {
    const { section, join } = await newSection(page);
    await handOut(section.split("/").at(-1)!, { title, dueAt });
    joins.push(join);
    await page.goto(`${section}/as-student`);
    await expect(page.getByRole("listitem").filter({ hasText: title })).toContainText(
      "Not started",
    );
  }
  const context = await browser.newContext({ timezoneId: "Asia/Tokyo" });
  const student = await studentBy(context, ...joins);
  await student.getByRole("link", { name: "Assignments" }).click();
  for (const title of ["Gradients by hand", "Batches by hand"]) {
    const line = student.getByRole("listitem").filter({ hasText: title });
    await expect(line).toContainText("Due Sun, 30 Mar 2031, 10:30");
    await expect(line).toContainText("Not started");
  }
  await student.getByRole("button", { name: "Make the address" }).click();
  const address = student.getByLabel("Address of your calendar");
  const first = await address.inputValue();
  const calendar = await student.request.get(first);
  expect(await calendar.text()).toContain("DTSTART:20310330T013000Z");
  await isSoundIn(phone, student);
  await student.getByRole("button", { name: "Make a new address" }).click();
  await expect(address).not.toHaveValue(first);
  expect((await student.request.get(first)).status()).toBe(404);
  await context.close();
});

/** A section of the first course that the demo's instructor makes, in Berlin: its address, and the one to join it at. */
async function newSection(page: Page): Promise<{ section: string; join: string }> {
  if (page.url() === "about:blank") await signIn(page, demo.instructor, "/sections");
  await page.goto("/sections/new");
  await page.getByLabel("Name").fill(`Lecture ${crypto.randomUUID().slice(0, 8)}`);
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Create the section" }).click();
  await page.waitForURL("**/people");
  const section = page.url().replace(/\/people$/, "");
  await page.goto(`${section}/settings`);
  const join = await page.getByRole("link", { name: /^\/join\// }).getAttribute("href");
  return { section, join: join ?? "" };
}

/** A new student who joins these sections. */
async function studentBy(
  browser: Pick<Browser, "newPage">,
  ...joins: readonly string[]
): Promise<Page> {
  const page = await browser.newPage();
  await signUp(page, newEmail());
  for (const join of joins) {
    await page.goto(join);
    await page.getByRole("button", { name: "Join" }).click();
    await page.waitForURL("**/sections");
  }
  return page;
}

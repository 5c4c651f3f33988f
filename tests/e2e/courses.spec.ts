import { expect, test } from "@playwright/test";
import { demo, newEmail, signIn, signUp } from "./pages/accounts";
import { closeRecords, query } from "./pages/records";
import { isSound, looks } from "./pages/sound";

test.afterAll(closeRecords);

/** Makes somebody a student of the second course. */
async function takesChances(email: string): Promise<void> {
  await query(
    `with made as (
       insert into section (id, course_id, name)
       select gen_random_uuid(), id, 'Autumn' from course where slug = 'chances' returning id
     )
     insert into enrollment (user_id, section_id) select u.id, made.id from "user" u, made where u.email = $1`,
    [email],
  );
}

test("a newcomer finds a course, what it teaches and for whom, and clicks from a lesson back to home", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Backpropagation" }).click();
  const main = page.getByRole("main");
  await expect(main).toContainText("Who it’s for:");
  await expect(main).toContainText(/10 lessons, about \d+ hours in all/);
  await expect(main.getByRole("heading", { name: "What you’ll be able to do" })).toBeVisible();
  await expect(main.getByRole("link", { name: "The chain rule" })).toHaveAttribute("href", /#/);
  await main.getByRole("link", { name: /^2 .*\d+ min/ }).click();
  await expect(main).toContainText(/About \d+ minutes/);
  const trail = page.getByRole("navigation", { name: "Breadcrumb" });
  await trail.getByRole("link", { name: "Backpropagation" }).click();
  await expect(page).toHaveURL("/courses/backpropagation");
  await trail.getByRole("link", { name: "Home" }).click();
  await expect(page).toHaveURL("/");
});

test("a course for its students is there for them alone, without a glossary that it doesn’t have", async ({
  page,
}) => {
  await page.goto("/courses/chances/odds");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const email = newEmail();
  await signUp(page, email);
  expect((await page.goto("/courses/chances"))?.status()).toBe(404);
  await takesChances(email);
  expect((await page.goto("/courses/chances/odds"))?.status()).toBe(200);
  await expect(page.getByRole("link", { name: "Glossary" })).toHaveCount(0);
});

test("a student reads at home and in progress which course is theirs, and which is next", async ({
  page,
}) => {
  const email = newEmail();
  await signUp(page, email);
  await takesChances(email);
  await page.goto("/courses/chances/odds");
  const odds = page.locator("#exercise-odds");
  await odds.getByRole("textbox").fill("0.001");
  await odds.getByRole("button", { name: "Check", exact: true }).click();
  await expect(odds.getByText("Not right", { exact: true })).toBeVisible();
  await page.goto("/");
  const mine = page.getByRole("region", { name: "Your courses" });
  await expect(mine.getByRole("heading", { level: 3 })).toHaveText(["Chances"]);
  await expect(page.getByRole("main")).toContainText("Chances, lesson");
  await expect(page.getByRole("region", { name: "More courses" })).toContainText("Backpropagation");
  await page.goto("/progress");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["Chances"]);
});

test("who has everything right still has something to do at home", async ({ page }) => {
  const email = newEmail();
  await signUp(page, email);
  await takesChances(email);
  await query(
    `insert into score (user_id, exercise_id, best, first, first_number, attempts)
     select u.id, e.id, 1, case when e.slug = 'odds' then 0 else 1 end, 1, 2 from "user" u, exercise e
     join lesson l on l.id = e.lesson_id join course c on c.id = l.course_id
     where u.email = $1 and c.slug = 'chances'`,
    [email],
  );
  await page.goto("/");
  await expect(page.getByText("Everything here is right")).toBeVisible();
  await expect(page.getByRole("link", { name: "Practise a mix" })).toBeVisible();
  await page.getByRole("link", { name: "Practise your weakest skill" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Practice set: Odds");
  await page.getByRole("link", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { name: /^Exercise 1 of / })).toBeVisible();
});

for (const look of looks) {
  test(`home and a course are sound for who is at work, ${look.colorScheme}, ${look.viewport.width} px`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ baseURL, ...look });
    const page = await context.newPage();
    await signIn(page, demo.turnsSigns, "/");
    await isSound(page);
    await page.goto("/courses/backpropagation");
    await isSound(page);
    await context.close();
  });
}

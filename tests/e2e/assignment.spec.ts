import { newEmail, signUp } from "./pages/accounts";
import { closeNow, gradedKey, joinNewSection, makeAssignment, passTime } from "./pages/assignments";
import { ExerciseCard, titles } from "./pages/exercise-card";
import { closeRecords } from "./pages/records";
import { isSoundIn, phone } from "./pages/sound";
import { expect, test } from "./test";

test.afterAll(closeRecords);

const hour = 3_600_000;

test("a student works on homework: attempts, a late day, an exercise that can’t be practised, and what shows once it has closed", async ({
  page,
}) => {
  test.slow();
  const email = newEmail();
  await signUp(page, email);
  await joinNewSection(email, 1);
  const id = await makeAssignment(email, {
    title: "Homework 3",
    kind: "homework",
    exercises: ["ce-loss", "what-stays"],
    policy: { attempts: 3, credit: [1, 0.5] },
    due: 24 * hour,
  });
  await page.goto(`/assignments/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: "Homework 3" })).toBeVisible();
  const loss = new ExerciseCard(page, "ce-loss");
  const part = loss.part("loss");
  await expect(part.root.getByText("10 points · 3 attempts left")).toBeVisible();
  await expect(loss.newNumbers).toHaveCount(0);
  await expect(loss.root.getByText("Show the worked solution")).toHaveCount(0);
  await part.number.fill("77");
  await loss.check.click();
  await part.says("Not right");
  await expect(part.root.getByText("10 points · 2 attempts left")).toBeVisible();
  const again = page.waitForResponse((response) => response.url().endsWith("/api/submissions"));
  await loss.check.click();
  await again;
  await expect(part.root.getByText("10 points · 2 attempts left")).toBeVisible();
  await part.number.fill(String((await gradedKey(id)).loss));
  await loss.check.click();
  await part.says("Right");
  // The second attempt earns half.
  await loss.hasPoints(5, 10);
  await expect(loss.next).toHaveAttribute("href", "#exercise-what-stays");

  await page.getByRole("button", { name: "Use a late day here" }).click();
  await expect(page.getByRole("button", { name: "Use a late day here" })).toHaveCount(0);
  await isSoundIn(phone, page);

  await page.goto("/courses/backpropagation/notation-and-shapes");
  const held = page.locator("#exercise-what-stays");
  await expect(held).toContainText("So you can’t practise it until that closes");
  await expect(held.locator("form")).toHaveCount(0);
  await held.getByRole("link", { name: "Homework 3" }).click();

  await closeNow(id);
  await page.reload();
  await expect(page.getByText(/^Closed/)).toBeVisible();
  await expect(part.number).toBeDisabled();
  await part.says("Right");
  await loss.openSolution();
  await page.getByRole("link", { name: titles["what-stays"] }).click();
  await expect(page.locator("#exercise-what-stays form")).toBeVisible();
});

test("an exam begins with its password, runs out, and is handed in with what was typed", async ({
  page,
}) => {
  const email = newEmail();
  await signUp(page, email);
  await joinNewSection(email);
  const id = await makeAssignment(email, {
    title: "Midterm",
    kind: "exam",
    exercises: ["ce-loss"],
    due: 24 * hour,
    password: "blue sky",
  });
  await page.goto(`/assignments/${id}`);
  await page.getByLabel("Password").fill("blue");
  await page.getByRole("button", { name: "Begin the exam" }).click();
  await expect(page.getByText("That isn’t the password.")).toBeVisible();
  await page.getByLabel("Password").fill("blue sky");
  await page.getByRole("button", { name: "Begin the exam" }).click();
  const part = new ExerciseCard(page, "ce-loss").part("loss");
  await expect(page.getByText(/^(60:00|59:\d\d)$/)).toBeVisible();
  const kept = page.waitForResponse((response) => response.url().endsWith("/api/drafts"));
  await part.number.fill("77");
  await kept;
  await isSoundIn(phone, page);
  // Seconds are left, and then none: the page itself goes on.
  await passTime(id, hour - 8_000);
  await page.reload();
  await expect(page.getByText("Your time ran out, and this was handed in")).toBeVisible();
  await expect(part.number).toBeDisabled();
  await expect(part.number).toHaveValue("77");
  await expect(part.feedback).toHaveText("Saved: we have this answer.");
  await expect(page.getByText(/ left$/)).toHaveCount(0);
});

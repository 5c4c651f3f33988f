import { randomUUID } from "node:crypto";
import { demo, fillSignIn, newEmail, signIn } from "./pages/accounts";
import { LessonPage, lessonPath } from "./pages/lesson-page";
import { gradientsOf, lossOf, shownOutputLayer, shownPrediction } from "./pages/shown-numbers";
import { rightOrder } from "./pages/steps-to-order";
import { expect, test as scripted } from "./test";

/** The lesson where no scripts run: there is nothing to wait for. */
const test = scripted.extend({
  lesson: async ({ page }, use) => {
    await page.goto(lessonPath);
    await use(new LessonPage(page));
  },
});

test.use({ javaScriptEnabled: false });

// Each answer loads the whole lesson anew, which takes its time where other tests run beside.
test.beforeEach(() => test.slow());

test("without scripts a number is graded, and what cannot be read is kept to be mended", async ({
  lesson,
}) => {
  const { loss } = lesson;
  const answer = loss.part("loss");
  const right = lossOf(await shownPrediction(loss.root));

  await answer.number.fill("minus two");
  await loss.check.click();
  await answer.says("Could not be read", "“minus two” cannot be read as a number");
  await expect(answer.number).toHaveValue("minus two");
  await expect(answer.number).toHaveAttribute("aria-invalid", "true");
  await expect(answer.number).toHaveAccessibleDescription(/cannot be read as a number/);
  await loss.hasPoints(0, 1);

  await answer.number.fill((right / Math.LN10).toFixed(3));
  await loss.check.click();
  await answer.says("Not right", "This took the logarithm to base 10.");
  await expect(answer.number).toHaveValue((right / Math.LN10).toFixed(3));
  await loss.hasPoints(0, 1);

  await answer.number.fill(right.toFixed(2).replace(".", ","));
  await loss.check.click();
  await answer.says("Right");
  await expect(answer.number).toHaveValue(right.toFixed(2).replace(".", ","));
  await loss.hasPoints(1, 1);
});

test("without scripts a choice is graded, and says why it is wrong", async ({ lesson }) => {
  const { choice } = lesson;
  const sequence = choice.part("sequence");

  await choice.check.click();
  await expect(lesson.page.locator("body")).toContainText("There’s nothing here yet");
  await lesson.page.goBack();
  await sequence.saysNothing();

  await sequence.option("1, 4, 1, 4, 1, 4, 5, 3, 2").check();
  await choice.check.click();
  await sequence.says("Not right", "the update needs the gradient");
  await expect(sequence.option("1, 4, 1, 4, 1, 4, 5, 3, 2")).toBeChecked();
  await choice.hasPoints(0, 1);

  await sequence.option("1, 4, 1, 4, 1, 4, 5, 2, 3").check();
  await choice.check.click();
  await sequence.says("Right", "then the mean, its gradient, and one update");
  await expect(sequence.option("1, 4, 1, 4, 1, 4, 5, 2, 3")).toBeChecked();
  await choice.hasPoints(1, 1);
  await expect(choice.check).toBeVisible();
  await choice.next.click();
  await expect(lesson.page).toHaveURL(`${lessonPath}#exercise-ce-loss`);
});

test("without scripts steps are put in order by the numbers of their places", async ({
  lesson,
}) => {
  const { order } = lesson;
  const place = (words: string) => order.steps().item(words).getByRole("textbox");
  const fillPlaces = async (steps: readonly string[], places: readonly string[]) => {
    for (const [i, step] of steps.entries()) await place(step).fill(places[i] ?? "");
  };
  const last = rightOrder[4];

  await fillPlaces(rightOrder, ["1", "2", "3", "4", "4"]);
  await order.check.click();
  await order.part("order").says("Could not be read", "Two steps have place 4");
  await expect(place(last)).toHaveValue("4");
  await expect(place(rightOrder[0])).toHaveValue("1");
  await order.hasPoints(0, 1);

  await fillPlaces(rightOrder, ["5", "1", "2", "3", "4"]);
  await order.check.click();
  await order.part("order").says("Partly right", "4 of 5 steps are in order.");
  await expect(place(last)).toHaveValue("4");
  await order.hasPoints(0.6, 1);

  await fillPlaces(rightOrder, ["1", "2", "3", "4", "5"]);
  await order.check.click();
  await order.part("order").says("Right");
  await expect(place(last)).toHaveValue("5");
  await order.hasPoints(1, 1);
});

test("without scripts a matrix is typed as text, one row a line", async ({ lesson }) => {
  const { gradients } = lesson;
  const dW3 = gradients.part("dW3");
  const { dW } = gradientsOf(await shownOutputLayer(gradients.root));
  const right = dW.map((value) => value.toPrecision(4));
  const checkAs = async (typed: string) => {
    await dW3.number.fill(typed);
    await dW3.checkThisOne.click();
  };

  await checkAs("0.1 two 0.3");
  await dW3.says("Could not be read", "Column 2: “two” cannot be read as a number");
  await expect(dW3.number).toHaveValue("0.1 two 0.3");
  await expect(dW3.number).toHaveAttribute("aria-invalid", "true");

  await checkAs(right.join("\n"));
  await dW3.says("Partly right", "your answer is the transpose");
  await expect(dW3.number).toHaveValue(right.join("\n"));

  await checkAs(`${right[0]} 7 ${right[2]}`);
  await dW3.says("Partly right", "0.73 / 1");
  await gradients.hasPoints(0.73, 4);

  await checkAs(right.join(" "));
  await dW3.says("Right");
  await gradients.hasPoints(1, 4);
  for (const name of ["dp", "slope", "dz3"]) await gradients.part(name).saysNothing();
});

test("without scripts what is filled in is judged, what is not stays open, and nothing typed is lost", async ({
  lesson,
}) => {
  const { gradients } = lesson;
  const { dp, dz } = gradientsOf(await shownOutputLayer(gradients.root));
  await gradients.part("dz3").number.fill("0.5");
  await gradients.part("dp").number.fill(dp.toPrecision(4));
  await gradients.part("dp").checkThisOne.click();
  await gradients.part("dp").says("Right");
  await expect(gradients.part("dz3").number).toHaveValue("0.5");
  await gradients.part("dz3").saysNothing();

  await gradients.part("dz3").number.fill(dz.toPrecision(4));
  await gradients.check.click();
  await gradients.part("dz3").says("Right");
  await gradients.part("dp").says("Right");
  await gradients.part("slope").saysNothing();
  const open = gradients.root.locator("noscript p");
  await expect(open).toHaveText("2 of 4 answered; 2 still open.");
  await expect(open).toBeVisible();
  await gradients.hasPoints(2, 4);
});

test("without scripts one unreadable answer keeps back the verdicts on all the others", async ({
  lesson,
}) => {
  const { gradients } = lesson;
  const part = (name: string) => gradients.part(name);
  const { dp, dz, dW } = gradientsOf(await shownOutputLayer(gradients.root));
  const typed = {
    dp: dp.toPrecision(4),
    slope: "p(1 - p",
    dz3: (-dz).toPrecision(4),
    dW3: dW.map((value) => value.toPrecision(4)).join(" "),
  };

  for (const [name, text] of Object.entries(typed)) await part(name).number.fill(text);
  await gradients.check.click();
  await part("slope").says("Could not be read", "“p(1 - p” cannot be read as a number");
  for (const name of ["dp", "dz3", "dW3"]) await part(name).saysNothing();
  for (const [name, text] of Object.entries(typed))
    await expect(part(name).number).toHaveValue(text);
  await gradients.hasPoints(0, 4);
});

test("without scripts new numbers come, and are graded as those shown", async ({ lesson }) => {
  const { gradients } = lesson;
  const dz3 = gradients.part("dz3");
  const before = await shownOutputLayer(gradients.root);
  const check = async ({ p, y }: { p: number; y: number }) => {
    await dz3.number.fill((p - y).toPrecision(4));
    await dz3.checkThisOne.click();
  };

  await gradients.hasNumbers(1);
  await check(before);
  await dz3.says("Right");

  await gradients.newNumbers.click();
  await gradients.hasNumbers(2);
  await expect(dz3.number).toHaveValue("");
  await dz3.saysNothing();
  await gradients.hasPoints(0, 4);
  const after = await shownOutputLayer(gradients.root);
  expect(after.p).not.toBe(before.p);

  await check(before);
  await dz3.says("Not right");
  await check(after);
  await dz3.says("Right");
  await gradients.hasPoints(1, 4);
});

test("without scripts a student signs in, after a wrong password too, and is led back", async ({
  lesson,
}) => {
  const { page } = lesson;
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();

  await fillSignIn(page, demo.idleStudent, "not-the-password");
  await expect(page.getByRole("alert")).toHaveText(
    "That email and password don’t match any account.",
  );
  await expect(page.getByLabel("Email")).toHaveValue(demo.idleStudent);

  await fillSignIn(page, demo.idleStudent);
  await expect(page).toHaveURL(lessonPath);
  await expect(page.getByRole("navigation", { name: "Site" })).toContainText("Emil Novak");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("without scripts a visitor makes an account and keeps what they did", async ({ lesson }) => {
  const { page, choice } = lesson;
  await choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 2, 3").check();
  await choice.check.click();
  await choice.hasPoints(1, 1);

  await page.goto(`/sign-up?next=${lessonPath}`);
  await page.getByLabel("Name").fill("Noor Script");
  await page.getByLabel("Email").fill("not an email");
  await page.getByLabel("Password").fill("long enough, surely");
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page.getByLabel("Email")).toHaveAccessibleDescription(/doesn’t look like an email/);
  await expect(page.getByLabel("Name")).toHaveValue("Noor Script");
  await expect(page.getByLabel("Email")).toHaveValue("not an email");

  await page.getByLabel("Email").fill(newEmail());
  await page.getByLabel("Password").fill("long enough, surely");
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page).toHaveURL(lessonPath);
  await expect(page.getByRole("navigation", { name: "Site" })).toContainText("Noor Script");
  await choice.hasPoints(1, 1);
  await choice.part("sequence").says("Right");
});

test("without scripts an author reads a lesson and course.yaml, and is told what writing them needs", async ({
  page,
}) => {
  await signIn(page, demo.instructor);
  const slug = `plain-${randomUUID().slice(0, 8)}`;
  await page.goto("/write/new");
  await page.getByLabel("Title").fill("Plain");
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("Summary").fill("Without scripts.");
  await page.getByRole("button", { name: "Create the course" }).click();
  await page.getByLabel("New lesson").fill("One neuron");
  await page.getByRole("button", { name: "Add the lesson" }).click();

  const words = page.locator("main noscript p");
  const text = page.locator("main noscript pre");
  await expect(words).toContainText("The editor needs JavaScript.");
  await expect(words).toBeVisible();
  await expect(text).toContainText("title: One neuron");
  await expect(text).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "One neuron" })).toBeVisible();
  for (const untrue of ["Saved", "Nothing to mend.", "One moment…"]) {
    await expect(page.getByText(untrue, { exact: true })).toBeHidden();
  }
  await page.goto(`/write/${slug}/yaml/course.yaml`);
  await expect(text).toContainText("summary: Without scripts.");
  await expect(text).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeHidden();

  await page.goto(`/write/${slug}/files`);
  const upload = async (text: string) => {
    const buffer = Buffer.from(text);
    const file = { name: "loss.csv", mimeType: "text/csv", buffer };
    await page.getByLabel("Picture or data").setInputFiles(file);
    await page.getByRole("button", { name: "Upload" }).click();
  };
  await upload("a,b\n");
  await expect(page.getByText("loss.csv is uploaded.")).toBeVisible();
  await upload("c,d\n");
  await expect(page.getByText("There’s already a loss.csv.")).toBeVisible();
  await page.getByLabel("Replace 01-one-neuron/loss.csv").check();
  await upload("c,d\n");
  await expect(page.getByText("loss.csv is uploaded.")).toBeVisible();
});

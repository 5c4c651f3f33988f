import { startingPolicies } from "@/lib/assessment/terms/policy";
import { demo, signIn } from "./pages/accounts";
import { makeAssignment } from "./pages/assignments";
import { makeGradedSection } from "./pages/graded-section";
import { LessonPage } from "./pages/lesson-page";
import { closeRecords, query } from "./pages/records";
import { areSound, isSound, isSoundIn, looks } from "./pages/sound";
import { expect, test } from "./test";

test.afterAll(closeRecords);

for (const look of looks) {
  test.describe(`${look.colorScheme}, ${look.viewport.width} px`, () => {
    test.use(look);

    test("the map of skills is sound, for a beginner and with a skill chosen, and so is the account page", async ({
      page,
    }) => {
      test.slow();
      await page.goto("/progress");
      await isSound(page);
      await signIn(page, demo.turnsSigns, "/progress");
      await page
        .getByRole("link", {
          name: /^Gradients of weights and biases (needs work|getting there)/,
        })
        .click();
      await expect(page.getByRole("region", { name: "Gradients of weights" })).toBeVisible();
      for (const fold of await page.locator("details").all()) {
        await fold.evaluate((element) => element.setAttribute("open", ""));
      }
      await isSound(page);
      for (const path of ["/account", "/account/delete"]) {
        await page.goto(path);
        await isSound(page);
      }
    });

    test("the pages around it are sound", async ({ page }) => {
      for (const path of [
        "/",
        "/courses",
        "/courses/backpropagation",
        "/sign-up",
        "/nowhere",
        "/privacy",
        "/reset-password",
        "/courses/backpropagation/glossary",
        "/review",
      ]) {
        await page.goto(path);
        await isSound(page);
      }
      await page.goto("/sign-in");
      await page.getByLabel("Email").fill("nobody@nowhere.test");
      await page.getByLabel("Password").fill("not this one");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page.getByRole("alert").filter({ hasText: "match any account" })).toBeVisible();
      await isSound(page);
    });
  });
}

test("a lesson is sound with its answers, read and unread", async ({ page }) => {
  test.setTimeout(180_000);
  const lesson = new LessonPage(page);
  await lesson.open();
  await lesson.choice.part("sequence").option("1, 4, 1, 4, 1, 4, 5, 3, 2").check();
  await lesson.choice.check.click();
  await lesson.choice.part("sequence").says("Not right");
  await lesson.gradients.part("dp").number.fill("a lot");
  await lesson.gradients.check.click();
  await lesson.gradients.part("dp").says("Could not be read");
  for (const details of await page.locator("details").all()) {
    await details.evaluate((element) => element.setAttribute("open", ""));
  }
  await isSoundIn(looks, page);
  await page.goto("/progress");
  await page.getByRole("link", { name: /attempt/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await isSoundIn(looks, page);
});

/** Somebody of the made-up term, with what they were given in its first homework and its first lesson. */
async function ofTheTerm() {
  const [found] = await query<
    Record<"section" | "homework" | "student" | "given" | "exercise", string>
  >(
    `select s.id as section, a.id as homework, w.user_id as student, x.id as given, c.exercise_id as exercise
     from section s join assignment a on a.section_id = s.id join assignment_work w on w.assignment_id = a.id
       join assigned_exercise x on x.work_id = w.id join score c on c.user_id = w.user_id
     where s.name like 'Made-up term%' and a.kind = 'homework' and x.attempts > 0
     order by a.opens_at, w.user_id limit 1`,
    [],
  );
  return found!;
}

test("the pages of a section are sound for its instructor", async ({ page }) => {
  test.setTimeout(240_000);
  const { section, homework, student, given, exercise } = await ofTheTerm();
  const of = (base: string, ...paths: readonly string[]) => paths.map((path) => base + path);
  const graded = `/sections/${section}/assignments/${homework}`;
  const grades = `/sections/${section}/gradebook`;
  await signIn(page, demo.instructor, "/sections");
  await areSound(page, [
    ...["/sections", "/sections/new"],
    ...of(`/sections/${section}`, "", "?lesson=losses&sort=-all", "/skills"),
    ...of(`/sections/${section}`, `/exercises/${exercise}`, `/students/${student}/${exercise}`),
    ...of(`/sections/${section}`, "/message?about=stuck", "/people", "/people/import"),
    ...of(
      `/sections/${section}`,
      "/people/invitations",
      "/live",
      "/assignments",
      "/assignments/new",
    ),
    ...of(graded, "", "/exercises", "/settings", "/extensions", "/as-student", "/trial", "/alike"),
    ...of(grades, "", `?open=${homework}`, "/export", "/import", "/settings", `/${student}`),
    ...of(grades, `/${student}/${homework}`, `/${student}/${homework}/${given}`),
    ...of(`/sections/${section}`, "/reports", "/regrade", "/settings", "/changes", "/copy"),
    ...of(`/sections/${section}`, "/as-student"),
  ]);
});

test("the pages of a section are sound for its students", async ({ page }) => {
  test.slow();
  const { id, right } = await makeGradedSection(startingPolicies.homework);
  const [closed] = await query<{ id: string }>("select id from assignment where section_id = $1", [
    id,
  ]);
  const due = 24 * 3_600_000;
  const made = { exercises: ["ce-loss"], due };
  const open = await makeAssignment(right, { title: "Homework 2", kind: "homework", ...made });
  const exam = { title: "Midterm", kind: "exam", password: "blue", ...made } as const;
  await signIn(page, right, "/sections");
  const examId = await makeAssignment(right, exam);
  // What is closed is looked at on a desk: axe takes boxes in a disabled fieldset for ones that cannot be scrolled by key.
  await areSound(page, [
    ...[
      `/sections/${id}/mine`,
      "/assignments",
      `/assignments/${closed!.id}`,
      `/assignments/${open}`,
    ],
    ...[`/assignments/${examId}`, `/sections/${id}/grades`, `/sections/${id}/live/answer`],
    "/join/AAAA2222",
  ]);
});

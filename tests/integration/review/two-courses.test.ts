import { beforeAll, expect, test } from "vitest";
import type { Learner } from "@/lib/auth/guest";
import { findSectionOn } from "@/lib/catalogue/audience";
import { findCourseOf } from "@/lib/catalogue/course-notes";
import { loadContent } from "@/lib/catalogue/load-content";
import { toPublicResult } from "@/lib/content/exercise-card/public-result";
import { db } from "@/lib/db/client";
import { getProgress } from "@/lib/progress/progress";
import { weakestOf } from "@/lib/progress/weakest";
import { countDue } from "@/lib/review/cards";
import { findOutcome } from "@/lib/review/outcome";
import { findPracticeSet } from "@/lib/review/practice-set";
import { getReview } from "@/lib/review/review";
import { findStep } from "@/lib/review/step";
import { contentFolder, exerciseNamed, lesson } from "../a-course";
import { type ALearner, aLearner, answer, rightAnswers, workOf } from "../a-learner";
import { loadWithChances, takesChances } from "../two-courses";
import { useDatabase } from "../use-database";

useDatabase();

const loss = `<Exercise id="price" title="A price" skills="surprise" isolates="base-10-log">
  <Given name="p" value={uniform(0.1, 0.9, { step: 0.05 })} />
  <Numeric name="loss" label="Its loss" answer={-log(p)} significant={3} />
</Exercise>`;

const first = {
  first: {
    "course.yaml":
      "title: First\nsummary: S.\norder: 1\nskills: [{ id: surprise, title: Price }]\n",
    "01-a": lesson(`## Logs\n\n${loss}`, "Prices", "teaches: { logs: [base-10-log] }\n"),
  },
};

/** Who answers, and the same as a page knows them: signed in. */
let form: ALearner;
let ada: Learner & { readonly userId: string };

beforeAll(async () => {
  await loadWithChances(first);
  form = await aLearner();
  const viewer = { id: form.userId, name: "Ada", email: null, role: "student" } as const;
  ada = { ...form, viewer };
  await takesChances(ada.userId);
});

/** Answers an exercise with the logarithm to base 10. */
async function wrongLog(slug: string) {
  const right = Number(rightAnswers(await workOf(form, slug)).loss);
  return answer(form, { loss: String(right / Math.LN10) }, { slug });
}

test("a mistake reads on in the course that it was made in, and where that teaches it nowhere, not at all", async () => {
  const readOn = async (slug: string) => {
    const { result } = await wrongLog(slug);
    const course = await findCourseOf((await exerciseNamed(slug)).id);
    const [part] = toPublicResult(result, { sectionOn: course?.sectionOn }).parts;
    return part?.status === "graded" ? part.readOn : [];
  };
  expect(await readOn("price")).toEqual([{ title: "Logs", path: "/courses/first/a#logs" }]);
  expect(await readOn("surprise")).toEqual([
    { title: "Which logarithm", path: "/courses/chances/entropy#which-logarithm" },
  ]);
  await loadWithChances({ first: { ...first.first, "01-a": lesson(`## Logs\n\n${loss}`) } });
  expect(await readOn("price")).toBeUndefined();
  await loadWithChances(first);
}, 90_000);

test("nobody is led to read on in a draft who does not see it", async () => {
  const draft = `draft: true\n${first.first["course.yaml"]}`;
  await loadWithChances({ first: { ...first.first, "course.yaml": draft } });
  const { id } = await exerciseNamed("price");
  const staff = { userId: null, viewer: { role: "instructor" } } as const;
  expect(await findSectionOn(ada, id)).toBeUndefined();
  expect((await findSectionOn(staff, id))?.("base-10-log")).toMatchObject({ title: "Logs" });
  await loadWithChances(first);
}, 90_000);

test("the one next thing is in the course that was worked in last", async () => {
  await answer(form, { loss: "99" }, { slug: "price" });
  const { mine, next } = await getProgress(ada);
  expect(mine.map(({ slug }) => slug)).toEqual(["first", "chances"]);
  expect(next).toMatchObject({ course: "first", exercise: { slug: "price" } });
  await answer(form, { loss: "99" }, { slug: "surprise" });
  expect(await getProgress(ada)).toMatchObject({ next: { course: "chances" } });
});

test("skills of the same id in two courses are kept and named apart", async () => {
  const { cards } = await getReview(ada, new Date());
  expect(cards.map(({ title, course }) => `${course.title}: ${title}`).toSorted()).toEqual([
    "Chances: Surprise",
    "First: Price",
  ]);
  expect(weakestOf((await getProgress(ada)).mine)?.skill.sureness.level).toBe("needs-work");
});

test("a smaller exercise on the same mistake, and practice against it, stay in one course", async () => {
  const { id } = await exerciseNamed("price");
  await wrongLog("price");
  const step = await findStep(ada, { items: [{ exerciseId: id, number: 1 }], at: 1 }, new Date());
  expect(step?.course).toEqual({ slug: "first", title: "First" });
  expect(step?.followUps).toMatchObject([{ smaller: null, section: { title: "Logs" } }]);
  const titles = async () =>
    (await findPracticeSet(ada, { rule: "base-10-log" }))?.items.map(({ title }) => title);
  expect(await titles()).toEqual(["A price"]);
  await wrongLog("surprise");
  expect(await titles()).toEqual(["A small surprise", "Two forecasts"]);
});

test("a skill and a whole course can be practised, with numbers not answered yet", async () => {
  const skill = await findPracticeSet(ada, { course: "chances", skill: "surprise" });
  expect(skill).toMatchObject({ title: "Surprise", course: { title: "Chances" } });
  expect(skill?.items.map(({ title }) => title)).toEqual(["Two forecasts", "A small surprise"]);
  const mix = await findPracticeSet(ada, { course: "chances" });
  expect(mix?.title).toBe("a mix of Chances");
  expect(mix?.items.length).toBeGreaterThan(0);
  for (const topic of [{ course: "no-such-course" }, { course: "chances", skill: "no-such-skill" }])
    expect(await findPracticeSet(ada, topic)).toBeNull();
});

test("how a sitting went is told by what was answered in it", async () => {
  const [price, odds] = [await exerciseNamed("price"), await exerciseNamed("odds")];
  const items = [price, odds].map(({ id }) => ({ exerciseId: id, number: 1 }));
  expect(await findOutcome(ada.userId, items)).toEqual({
    ...{ of: 2, right: 0, skipped: 1 },
    missed: [{ title: "A price", path: "/courses/first/a#exercise-price" }],
  });
  await answer(form, rightAnswers(await workOf(form, "odds")), { slug: "odds" });
  expect(await findOutcome(ada.userId, items)).toMatchObject({ right: 1, skipped: 0 });
  expect(await findOutcome(ada.userId, [])).toBeNull();
});

test("who is no student of it any more has nothing of the second course due, shown or practised", async () => {
  const far = new Date(Date.now() + 90 * 86_400_000);
  expect(await countDue(ada, far)).toBeGreaterThan(1);
  await db.enrollment.updateMany({ data: { removedAt: far } });
  expect(await countDue(ada, far)).toBe(1);
  expect((await getReview(ada, far)).cards.map(({ course }) => course.slug)).toEqual(["first"]);
  const { id } = await exerciseNamed("surprise");
  expect(await findStep(ada, { items: [{ exerciseId: id, number: 1 }], at: 1 }, far)).toBeNull();
  expect(await findPracticeSet(ada, { course: "chances" })).toBeNull();
  expect(await findPracticeSet(ada, { exercise: id })).toBeNull();
  const { mine, others } = await getProgress(ada);
  expect([...mine, ...others].map(({ slug }) => slug)).toEqual(["first"]);
  await loadContent({ folder: await contentFolder(first) });
});

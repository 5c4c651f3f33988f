import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { findPracticeSet } from "@/lib/review/practice-set";
import { practicePath } from "@/lib/review/practice-topic";
import { copy, exerciseNamed, lesson, load } from "../a-course";
import { type ALearner, aLearner, answer, nobody } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

const head = `title: course
summary: About it.
skills:
  - { id: slopes, title: Slopes }
  - { id: sums, title: Sums, builds-on: [slopes] }
`;

const named = (id: string, rest: string) =>
  copy.replace('id="copy" title="The same"', `id="${id}" title="${id}" ${rest}`);

beforeAll(async () => {
  const texts = [
    named("large", 'skills="slopes" isolates="sign-turned"').replace(
      "<Numeric",
      "<Numeric points={3}",
    ),
    named("small", 'skills="slopes" isolates="sign-turned"'),
    named("related", 'skills="slopes"'),
    named("elsewhere", 'skills="sums"'),
  ];
  await load({ course: { "course.yaml": head, "01-a": lesson(texts.join("\n\n")) } });
});

const titles = (set: Awaited<ReturnType<typeof findPracticeSet>>) =>
  set?.items.map(({ title }) => title);

test("a set on a rule has the exercises that isolate it, the smallest first, then others on its skills", async () => {
  const set = await findPracticeSet(nobody, { rule: "sign-turned" });
  expect(titles(set)).toEqual(["small", "large", "related"]);
  expect(set?.title).toBe("sign of p − y flipped");
});

test("the exercise that went wrong is left out, and a mistake of its own is practised by its skills", async () => {
  const small = (await exerciseNamed("small")).id;
  expect(titles(await findPracticeSet(nobody, { rule: "sign-turned", exercise: small }))).toEqual([
    "large",
    "related",
  ]);
  const related = (await exerciseNamed("related")).id;
  expect(titles(await findPracticeSet(nobody, { exercise: related }))).toEqual(["small", "large"]);
  const alone = (await exerciseNamed("elsewhere")).id;
  expect(titles(await findPracticeSet(nobody, { exercise: alone }))).toEqual(["elsewhere"]);
});

test("one address gives each student numbers that they have not answered", async () => {
  const [ada, bob] = [await aLearner("Ada"), await aLearner("Bob")];
  await answer(ada, { same: "1" }, { slug: "small" });
  const numbers = async (learner: ALearner) =>
    (await findPracticeSet(learner, { rule: "sign-turned" }))?.items.map(({ number }) => number);
  expect(await numbers(ada)).toEqual([2, 1, 1]);
  expect(await numbers(bob)).toEqual([1, 1, 1]);
});

test("on what nobody knows there is no set", async () => {
  expect(await findPracticeSet(nobody, { rule: "no-such-rule" })).toBeNull();
  expect(await findPracticeSet(nobody, { exercise: randomUUID() })).toBeNull();
  expect(await findPracticeSet(nobody, {})).toBeNull();
  expect(practicePath({ rule: "sign-turned" })).toBe("/review/practice?rule=sign-turned");
});

import { beforeAll, expect, test } from "vitest";
import { cardOf } from "@/lib/answering/card";
import { claimGuest } from "@/lib/answering/claim-guest";
import { openSolution, takeHint } from "@/lib/answering/help";
import { listMistakes } from "@/lib/cohort/mistakes";
import { db } from "@/lib/db/client";
import { copy, lesson, load, twice } from "../a-course";
import {
  type ALearner,
  aGuest,
  aLearner,
  answer,
  foldedScore,
  formOf,
  keptScore,
  rightAnswers,
  submissionsOf,
  workOf,
} from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

const helped = `<Exercise id="helped" title="With hints" step-cost={0.25}>
  <Given name="p" value={uniform(0.2, 0.9, { step: 0.01 })} />
  <Given name="y" value={1} />
  <Numeric name="slope" label="$p(1-p)$" answer={p * (1 - p)} significant={3} />
  <Numeric name="error" label="$p - y$" answer={p - y} significant={3} />
  <Hint>Free of cost.</Hint>
  <Hint cost={0.1}>A tenth.</Hint>
  <Misconception when={{ slope: p }}>This is $p$ itself.</Misconception>
</Exercise>`;

beforeAll(async () => {
  await load({
    course: {
      "01-a": lesson(`${twice}\n\n${copy}\n\n${helped}`),
      "02-b": lesson(helped.replace('"helped"', '"again"').replace("With hints", "Once more")),
    },
  });
});

const slug = "helped";
const hint = async (learner: ALearner, taken: number) =>
  takeHint(learner, formOf(await workOf(learner, slug), {}), taken);
const open = async (learner: ALearner) =>
  openSolution(learner, formOf(await workOf(learner, slug), {}));
const help = async (learner: ALearner) => cardOf(await workOf(learner, slug)).help;

test("hints come one at a time, the author's first and then the steps, until none is left", async () => {
  const ada = await aLearner();
  expect(await help(ada)).toMatchObject({ taken: 0, left: 4, cost: 0, nextCost: 0, steps: [] });
  for (let taken = 0; taken < 4; taken++) await hint(ada, taken);
  const { taken, left, cost, steps } = await help(ada);
  expect({ taken, left, cost }).toEqual({ taken: 4, left: 0, cost: 0.6 });
  expect(steps.map(({ symbols }) => symbols)).toEqual(["{p(1-p)} = p \\, (1 - p)", "p - y"]);
  await hint(ada, 4);
  expect((await help(ada)).taken).toBe(4);
});

test("a double click takes one hint", async () => {
  const ada = await aLearner();
  await Promise.all([hint(ada, 0), hint(ada, 0), hint(ada, 0)]);
  expect((await help(ada)).taken).toBe(1);
});

test("what a hint costs is taken from answers after it, and from none before", async () => {
  const ada = await aLearner();
  const right = rightAnswers(await workOf(ada, slug));
  await answer(ada, right, { slug, asked: ["slope"] });
  await hint(ada, 0);
  await hint(ada, 1);
  const { result, standing } = await answer(ada, right, { slug, asked: ["error"] });
  expect(result.parts).toMatchObject([{ verdict: "right", earned: 0.9, possible: 1 }]);
  expect(standing).toEqual({ earned: 1.9, possible: 2 });
  expect(await keptScore(ada, slug)).toEqual(await foldedScore(ada, slug));
});

test("the solution comes when it is asked for, with all numbers; not before", async () => {
  const ada = await aLearner();
  expect((await help(ada)).opened).toBeUndefined();
  await open(ada);
  const { opened } = await help(ada);
  const { p } = (await workOf(ada, slug)).numbers.givens as { p: number };
  const [slope] = opened!.solution.parts;
  expect(slope!.steps[0]!.numbers).toContain(`${p} \\cdot (1 - ${p})`);
  expect(slope!.answer).toEqual([{ markdown: `$${(p * (1 - p)).toPrecision(3)}$` }]);
});

test("after the solution answers are graded and kept, and count for nothing", async () => {
  const ada = await aLearner();
  const right = rightAnswers(await workOf(ada, slug));
  await answer(ada, right, { slug, asked: ["slope"] });
  await open(ada);
  const { result, standing } = await answer(ada, right, { slug });
  expect(result).toMatchObject({ status: "graded", score: { earned: 2, possible: 2 } });
  expect(standing).toEqual({ earned: 1, possible: 2 });
  expect((await submissionsOf(ada)).map(({ counts }) => counts)).toEqual([true, false]);
  expect(await keptScore(ada, slug)).toMatchObject({ best: 0.5, attempts: 1 });
  expect(await keptScore(ada, slug)).toEqual(await foldedScore(ada, slug));
});

test("an answer on its way while the solution is opened counts once or not at all", async () => {
  for (let i = 0; i < 8; i++) {
    const ada = await aLearner();
    const right = rightAnswers(await workOf(ada, slug));
    await hint(ada, 0);
    await Promise.all([answer(ada, right, { slug }), open(ada)]);
    const [kept] = await submissionsOf(ada);
    const score = await keptScore(ada, slug);
    expect(kept!.counts).toBe(score !== null);
    expect(score).toEqual(await foldedScore(ada, slug));
  }
});

test("help with somebody else's numbers is refused", async () => {
  const [ada, ben] = [await aLearner("Ada"), await aLearner("Ben")];
  const form = formOf(await workOf(ada, slug), {});
  expect(await takeHint(ben, form, 0)).toEqual({ status: "other-numbers" });
  expect(await openSolution(ben, form)).toEqual({ status: "other-numbers" });
  expect(await openSolution(ada, { ...form, versionId: "f00d" })).toEqual({
    status: "unknown-exercise",
  });
});

test("mistakes are counted with the submission, and an instructor sees whose section makes them", async () => {
  const [ada, ben, cleo] = [await aLearner("Ada"), await aLearner("Ben"), await aLearner("Cleo")];
  const { course } = (await db.lesson.findFirstOrThrow({ select: { course: true } }))!;
  const section = await db.section.create({ data: { courseId: course.id, name: "Morning" } });
  for (const { userId } of [ada, ben]) {
    await db.enrollment.create({ data: { userId, sectionId: section.id } });
  }
  const turned = async (learner: ALearner) => {
    const { p } = (await workOf(learner, slug)).numbers.givens as { p: number };
    await answer(learner, { error: String(1 - p), slope: String(p) }, { slug });
    return p;
  };
  await turned(ada);
  const p = await turned(ben);
  await answer(ben, { error: String(1 - p), slope: "0.99" }, { slug });
  await turned(cleo);
  const again = (await workOf(ben, "again")).numbers.givens as { p: number };
  await answer(ben, { error: String(1 - again.p), slope: String(again.p) }, { slug: "again" });

  const first = { title: "With hints" };
  const second = { title: "Once more" };
  const listed = async (...slugs: string[]) => {
    const asked = await db.exercise.findMany({ where: { slug: { in: slugs } } });
    const exercises = asked.map(({ id }) => id);
    const mistakes = await listMistakes({ sectionId: section.id, exercises, since: null });
    return mistakes.map(({ what, students, times, ...mistake }) => ({
      what,
      students,
      times,
      exercises: mistake.exercises.map(({ id: _, ...exercise }) => exercise),
      named: mistake.named.map((one) => [one.name, one.times]),
    }));
  };
  const own = "This is $p$ itself.";
  const both = [
    ["Ada", 1],
    ["Ben", 1],
  ];
  expect(await listed(slug, "again")).toEqual([
    {
      what: "sign of p − y flipped",
      students: 2,
      times: 4,
      exercises: [
        { ...first, students: 2 },
        { ...second, students: 1 },
      ],
      named: [
        ["Ben", 3],
        ["Ada", 1],
      ],
    },
    { what: own, students: 2, times: 2, exercises: [{ ...first, students: 2 }], named: both },
    {
      what: own,
      students: 1,
      times: 1,
      exercises: [{ ...second, students: 1 }],
      named: [["Ben", 1]],
    },
  ]);
  expect(await listed("again")).toMatchObject([
    { what: "This is $p$ itself.", exercises: [second] },
    { what: "sign of p − y flipped", students: 1, times: 1, exercises: [second] },
  ]);
});

test("signing in brings the guest's hints, mistakes and shown solutions along", async () => {
  const [guest, ada] = [await aGuest(), await aLearner()];
  await hint(guest, 0);
  const { p } = (await workOf(guest, slug)).numbers.givens as { p: number };
  await answer(guest, { error: String(1 - p), slope: "0.99" }, { slug });
  await open(guest);
  await claimGuest(guest.userId, ada.userId);
  expect(await help(ada)).toMatchObject({ taken: 1, opened: {} });
  const mistakes = await db.mistake.findMany({ where: { userId: ada.userId } });
  expect(mistakes).toMatchObject([{ rule: "sign-turned", count: 1 }]);
});

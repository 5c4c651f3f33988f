import { beforeAll, expect, test } from "vitest";
import { claimGuest } from "@/lib/answering/claim-guest";
import { drawNext } from "@/lib/answering/draw-next";
import { openSolution, takeHint } from "@/lib/answering/help";
import { recordSubmission } from "@/lib/answering/submit";
import { db } from "@/lib/db/client";
import { countDue } from "@/lib/review/cards";
import { getReview } from "@/lib/review/review";
import { findStep } from "@/lib/review/step";
import { exerciseNamed, lesson, load } from "../a-course";
import {
  type ALearner,
  aGuest,
  aLearner,
  formOf,
  nobody,
  recorded,
  rightAnswers,
  submissionsOf,
  workOf,
} from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

const exercise = (id: string, skills: string, parts: string, more = "") =>
  `<Exercise id="${id}" title="About ${id}" skills="${skills}" ${more}>
  <Given name="a" value={integer(10, 99999)} />
  ${parts}
  <Hint>It is what it is.</Hint>
</Exercise>`;

const one = '<Numeric name="one" label="a" answer={a} tolerance={0.001} />';
const two = '<Numeric name="two" label="2a" answer={2 * a} tolerance={0.001} />';

const skills = ["a", "b", "c", "d"];

const courses = {
  course: {
    "course.yaml": JSON.stringify({
      title: "course",
      summary: "About it.",
      skills: skills.map((id) => ({ id, title: `Skill ${id}` })),
    }),
    "01-a": lesson(
      [exercise("ab", "a, b", one + two), exercise("only-a", "a", one)].join("\n\n"),
      "First",
    ),
    "02-b": lesson([exercise("only-b", "b", one), exercise("c", "c", one)].join("\n\n"), "Second"),
    "03-c": lesson(
      [exercise("none", "", one), exercise("later", "a, d", one)].join("\n\n"),
      "Third",
    ),
  },
};
beforeAll(async () => {
  await load(courses);
});

const start = new Date("2026-03-01T09:00:00Z");
const day = 86_400_000;
const later = (days: number) => new Date(start.getTime() + days * day);

type Typed = Readonly<Record<string, string>>;

async function answerAt(
  learner: ALearner,
  slug: string,
  typed: Typed,
  days = 0,
  asked: string[] = [],
) {
  const form = { ...formOf(await workOf(learner, slug), typed), asked };
  return recorded(await recordSubmission(learner, form, later(days)));
}

const answerRight = async (learner: ALearner, slug: string, days = 0) =>
  answerAt(learner, slug, rightAnswers(await workOf(learner, slug)), days);
const answerWrong = (learner: ALearner, slug: string, days = 0) =>
  answerAt(learner, slug, { one: "1", two: "1" }, days);

async function newNumbers(learner: ALearner, slug: string) {
  const { version, number } = await workOf(learner, slug);
  await drawNext(learner, version.id, number);
}

/** By skill, how the last review went and how many there were. */
async function cardsOf({ userId }: ALearner): Promise<Record<string, readonly [number, number]>> {
  const cards = await db.reviewCard.findMany({ where: { userId }, orderBy: { skill: "asc" } });
  return Object.fromEntries(cards.map(({ skill, rating, reps }) => [skill, [rating, reps]]));
}

const [again, hard, good] = [1, 2, 3];

test("the first answer to an exercise makes a card for each of its skills, due again in two days", async () => {
  const ada = await aLearner();
  expect(await cardsOf(ada)).toEqual({});
  await answerRight(ada, "ab");
  expect(await cardsOf(ada)).toEqual({ a: [good, 1], b: [good, 1] });
  const [card] = await db.reviewCard.findMany({ where: { userId: ada.userId } });
  expect(card?.reviewedAt).toEqual(start);
  expect(card?.due).toEqual(later(2 - 8 / 24));
  expect(card?.stability).toBeCloseTo(2.3065, 4);
});

test("an exercise that practises no skill makes none", async () => {
  const ada = await aLearner();
  await answerRight(ada, "none");
  expect(await cardsOf(ada)).toEqual({});
});

test("half right is hard, less is again, and right with a hint is hard", async () => {
  const [ada, bob, eve] = [await aLearner("Ada"), await aLearner("Bob"), await aLearner("Eve")];
  await answerAt(ada, "ab", { ...rightAnswers(await workOf(ada, "ab")), two: "1" });
  expect(await cardsOf(ada)).toEqual({ a: [hard, 1], b: [hard, 1] });
  await answerWrong(bob, "ab");
  expect(await cardsOf(bob)).toEqual({ a: [again, 1], b: [again, 1] });
  await takeHint(eve, formOf(await workOf(eve, "ab"), {}), 0);
  await answerRight(eve, "ab");
  expect(await cardsOf(eve)).toEqual({ a: [hard, 1], b: [hard, 1] });
});

test("parts checked one by one rate together, as each was first graded, when all of them were", async () => {
  const ada = await aLearner();
  const right = rightAnswers(await workOf(ada, "ab"));
  await answerAt(ada, "ab", { one: "1", two: "" }, 0, ["one"]);
  await answerAt(ada, "ab", { ...right, two: "" }, 0, ["one"]);
  expect(await cardsOf(ada)).toEqual({});
  await answerAt(ada, "ab", right, 0, ["two"]);
  expect(await cardsOf(ada)).toEqual({ a: [hard, 1], b: [hard, 1] });
});

test("only a variant's first grading rates: mending it does not", async () => {
  const ada = await aLearner();
  await answerWrong(ada, "only-a");
  await answerRight(ada, "only-a", 5);
  expect(await cardsOf(ada)).toEqual({ a: [again, 1] });
  await newNumbers(ada, "only-a");
  await answerRight(ada, "only-a", 5);
  expect(await cardsOf(ada)).toEqual({ a: [good, 2] });
});

test("what cannot be read costs nothing", async () => {
  const ada = await aLearner();
  await answerAt(ada, "only-a", { one: "a lot" });
  expect(await cardsOf(ada)).toEqual({});
  await answerRight(ada, "only-a");
  expect(await cardsOf(ada)).toEqual({ a: [good, 1] });
});

test("a solution that was shown rates nothing: the skill stays as due as it was", async () => {
  const ada = await aLearner();
  await answerRight(ada, "only-a");
  await newNumbers(ada, "only-a");
  const work = await workOf(ada, "only-a");
  await openSolution(ada, formOf(work, {}));
  await answerRight(ada, "only-a", 3);
  expect(await cardsOf(ada)).toEqual({ a: [good, 1] });
  expect(await countDue(ada, later(3))).toBe(1);
});

test("a double click, a retry and two tabs rate once", async () => {
  const ada = await aLearner();
  const work = await workOf(ada, "ab");
  const form = formOf(work, rightAnswers(work));
  const tabs = Array.from({ length: 4 }, () => formOf(work, rightAnswers(work)));
  const other = formOf(work, { one: "1", two: "1" });
  await Promise.all(
    [form, form, form, ...tabs, form].map((one) => recordSubmission(ada, one, start)),
  );
  await recordSubmission(ada, form, later(2));
  await recordSubmission(ada, other, later(2));
  expect(await cardsOf(ada)).toEqual({ a: [good, 1], b: [good, 1] });
});

test("different answers at once to one variant: the one that is kept first rates", async () => {
  for (let round = 0; round < 5; round++) {
    const ada = await aLearner();
    const work = await workOf(ada, "ab");
    const forms = ["1", "2", "3", "4"].map((typed) => formOf(work, { one: typed, two: typed }));
    forms.push(formOf(work, rightAnswers(work)));
    await Promise.all(forms.map((form) => recordSubmission(ada, form, start)));
    const [first] = await submissionsOf(ada);
    const result = first?.result as unknown as { score: { earned: number } };
    const rating = result.score.earned > 0 ? good : again;
    expect(await cardsOf(ada), `round ${round}`).toEqual({ a: [rating, 1], b: [rating, 1] });
  }
});

test("several exercises of the same skills answered at once: the worst answer counts, and none waits for ever", async () => {
  for (let round = 0; round < 8; round++) {
    const ada = await aLearner();
    const slugs = ["ab", "only-a", "only-b", "later"];
    const works = await Promise.all(slugs.map((slug) => workOf(ada, slug)));
    const forms = works.map((work, i) =>
      formOf(work, i === round % 4 ? { one: "1", two: "1" } : rightAnswers(work)),
    );
    await Promise.all(forms.map((form) => recordSubmission(ada, form, start)));
    const cards = await cardsOf(ada);
    const wrong = [["a", "b"], ["a"], ["b"], ["a", "d"]][round % 4]!;
    const ratings = Object.fromEntries(["a", "b", "d"].map((skill) => [skill, cards[skill]?.[0]]));
    const expected = ["a", "b", "d"].map((skill) => [skill, wrong.includes(skill) ? again : good]);
    expect(ratings, `round ${round}`).toEqual(Object.fromEntries(expected));
  }
});

test("many right answers to a skill within a lesson count once, a wrong one among them counts", async () => {
  const ada = await aLearner();
  await answerRight(ada, "only-a");
  await answerRight(ada, "ab", 0.01);
  expect(await cardsOf(ada)).toEqual({ a: [good, 1], b: [good, 1] });
  await answerWrong(ada, "later", 0.02);
  expect(await cardsOf(ada)).toEqual({ a: [again, 2], b: [good, 1], d: [again, 1] });
});

test("nobody's review has nothing in it, and a newcomer's neither", async () => {
  for (const reader of [nobody, await aLearner()]) {
    expect(await getReview(reader, start)).toEqual({
      cards: [],
      due: [],
      recall: null,
      forecast: [0, 0, 0, 0, 0, 0, 0, 0],
      sitting: null,
    });
    expect(await countDue(reader, start)).toBe(0);
  }
});

test("what is due comes with what is remembered least first, and the forecast tells the rest", async () => {
  const ada = await aLearner();
  await answerWrong(ada, "c");
  await answerRight(ada, "ab");
  const fresh = await getReview(ada, start);
  expect(fresh.due).toEqual([]);
  expect(fresh.recall).toBe(1);
  expect(fresh.forecast).toEqual([0, 1, 2, 0, 0, 0, 0, 0]);
  const next = await getReview(ada, later(1));
  expect(next.due.map(({ skill, title }) => [skill, title])).toEqual([["c", "Skill c"]]);
  expect(next.forecast).toEqual([1, 2, 0, 0, 0, 0, 0, 0]);
  const all = await getReview(ada, later(3));
  expect(all.due.map(({ skill }) => skill)).toEqual(["c", "a", "b"]);
  expect(await countDue(ada, later(3))).toBe(3);
  expect(all.recall).toBeLessThan(0.9);
});

test("with nothing due there is what one can practise ahead", async () => {
  const ada = await aLearner();
  await answerRight(ada, "c");
  const { due, sitting } = await getReview(ada, start);
  expect(due).toEqual([]);
  expect(sitting?.items).toEqual([{ exerciseId: (await exerciseNamed("c")).id, number: 2 }]);
});

test("a sitting has exercises that were not done, of skills that were met, and otherwise new numbers", async () => {
  const ada = await aLearner();
  await answerRight(ada, "ab");
  const { sitting } = await getReview(ada, later(3));
  const [onlyA, onlyB] = [await exerciseNamed("only-a"), await exerciseNamed("only-b")];
  expect(sitting?.items).toEqual([
    { exerciseId: onlyA.id, number: 1 },
    { exerciseId: onlyB.id, number: 1 },
  ]);
});

test("looking at a step keeps nothing; its answer freezes those very numbers and puts the skill off", async () => {
  const ada = await aLearner();
  await answerWrong(ada, "c");
  const before = await workOf(ada, "c");
  const { sitting } = await getReview(ada, later(2));
  const look = () => findStep(ada, { items: sitting!.items, at: 1 }, later(2));
  const step = (await look())!;
  expect(step.work.number).toBe(2);
  expect(step.work.numbers.givens.a).not.toEqual(before.numbers.givens.a);
  expect(step).toMatchObject({
    settled: false,
    followUps: [],
    next: `/review?finished=${sitting!.items[0]!.exerciseId}.2`,
  });
  expect(await db.variant.count({ where: { userId: ada.userId } })).toBe(1);
  expect((await workOf(ada, "c")).number).toBe(1);

  const form = formOf(step.work, rightAnswers(step.work));
  recorded(await recordSubmission(ada, form, later(2)));
  expect(await cardsOf(ada)).toEqual({ c: [good, 2] });
  expect(await countDue(ada, later(2))).toBe(0);
  const answered = (await look())!;
  expect(answered).toMatchObject({ settled: true, skills: [{ title: "Skill c" }] });
  expect(answered.work).toMatchObject({ number: 2, responses: form.responses });
  expect(answered.skills[0]?.due?.getTime()).toBeGreaterThan(later(2).getTime());
});

test("numbers drawn in the lesson and not touched yet are new enough", async () => {
  const ada = await aLearner();
  await answerRight(ada, "c");
  await newNumbers(ada, "c");
  const { sitting } = await getReview(ada, later(3));
  const step = await findStep(ada, { items: sitting!.items, at: 1 }, later(3));
  expect(step?.work.mark).toBe((await workOf(ada, "c")).mark);
});

test("new numbers can be asked for in a review, before an answer and after it", async () => {
  const ada = await aLearner();
  await answerRight(ada, "c");
  const { sitting } = await getReview(ada, later(3));
  const look = async () => (await findStep(ada, { items: sitting!.items, at: 1 }, later(3)))!.work;
  const seen = [await look()];
  for (let i = 0; i < 3; i++) {
    const work = seen.at(-1)!;
    await Promise.all([1, 2].map(() => drawNext(ada, work.version.id, work.number)));
    seen.push(await look());
  }
  expect(seen.map(({ number }) => number)).toEqual([2, 3, 4, 5]);
  expect(new Set(seen.map(({ mark }) => mark)).size).toBe(4);
});

test("an address made up, or of a hidden exercise, leads nowhere and shows no later numbers", async () => {
  const ada = await aLearner();
  const { id } = await exerciseNamed("c");
  const at = (exerciseId: string, number: number) =>
    findStep(ada, { items: [{ exerciseId, number }], at: 1 }, start);
  expect(await at("00000000-0000-4000-8000-000000000000", 1)).toBeNull();
  expect((await at(id, 50))?.work.number).toBe(1);
  await answerRight(ada, "c");
  expect((await at(id, 50))?.work.number).toBe(2);
  expect((await at(id, 1))?.work.number).toBe(1);
  const { "course.yaml": head, "01-a": first } = courses.course;
  await load({ course: { "course.yaml": head, "01-a": first } });
  expect(await at(id, 1)).toBeNull();
  expect(await countDue(ada, later(9))).toBe(0);
  expect((await getReview(ada, later(9))).cards).toEqual([]);
  await load(courses);
});

test("a recognised mistake leads to its section and the smallest other exercise on it, and a right answer to nothing", async () => {
  const loss = (id: string, more: string) =>
    `<Exercise id="${id}" title="About ${id}" ${more}>
  <Given name="p" value={uniform(0.2, 0.8, { step: 0.01 })} />
  <Numeric name="one" label="the loss" answer={-log(p)} decimals={4} />
</Exercise>`;
  const isolating = 'isolates="base-10-log"';
  await load({
    ...courses,
    another: {
      "course.yaml": courses.course["course.yaml"],
      "01-losses": lesson(
        `## Why a logarithm\n\n${loss("broken-in", `skills="a" ${isolating}`)}`,
        "Losses",
        "teaches: { why-a-logarithm: [base-10-log] }\n",
      ),
      "02-b": lesson(
        `${loss("two-parts", isolating).replace("</Ex", '<Numeric name="two" label="p" answer={p} tolerance={0.1} />\n</Ex')}\n\n${loss("smallest", isolating)}`,
      ),
    },
  });
  const ada = await aLearner();
  const { id } = await exerciseNamed("broken-in");
  const sitting = { items: [{ exerciseId: id, number: 1 }], at: 1 };
  const work = await workOf(ada, "broken-in");
  const right = Number(rightAnswers(work).one);
  await answerAt(ada, "broken-in", { one: String(right / Math.LN10) });
  const smallest = (await exerciseNamed("smallest")).id;
  expect((await findStep(ada, sitting, start))?.followUps).toMatchObject([
    {
      mistake: "logarithm to base 10",
      section: { title: "Why a logarithm", path: "/courses/another/losses#why-a-logarithm" },
      smaller: { exerciseId: smallest, number: 1, title: "About smallest" },
      smallerPath: `/review/sitting?exercises=${id}.1~${smallest}.1&at=2`,
    },
  ]);
  await answerAt(ada, "broken-in", { one: String(right) });
  expect((await findStep(ada, sitting, start))?.followUps).toEqual([]);
  await load(courses);
});

test("a guest's cards become those of a new account", async () => {
  const [guest, ada] = [await aGuest(), await aLearner()];
  await answerRight(guest, "ab");
  const before = await getReview(guest, later(3));
  await claimGuest(guest.userId, ada.userId);
  expect(await getReview(ada, later(3))).toEqual(before);
  expect(await db.reviewCard.count({ where: { userId: guest.userId } })).toBe(0);
});

test("of a guest's card and the account's the one with more reviews stays, else the later", async () => {
  const [guest, ada] = [await aGuest(), await aLearner()];
  await answerRight(ada, "only-a");
  await newNumbers(ada, "only-a");
  await answerRight(ada, "only-a", 3);
  await answerRight(ada, "only-b");
  await answerWrong(guest, "only-a", 4);
  await answerWrong(guest, "only-b", 4);
  await answerRight(guest, "c", 4);
  await claimGuest(guest.userId, ada.userId);
  expect(await cardsOf(ada)).toEqual({ a: [good, 2], b: [again, 1], c: [good, 1] });
});

test("answers that arrive while the guest signs in are kept, and neither waits for ever", async () => {
  for (let round = 0; round < 6; round++) {
    const [guest, ada] = [await aGuest(), await aLearner()];
    await answerWrong(guest, "only-a");
    await answerWrong(ada, "only-b");
    const works = await Promise.all(["ab", "c", "later"].map((slug) => workOf(ada, slug)));
    const sends = works.map(
      (work) => () => recordSubmission(ada, formOf(work, { one: "1", two: "1" }), later(2)),
    );
    const work = [
      ...sends.slice(0, round % 3),
      () => claimGuest(guest.userId, ada.userId),
      ...sends.slice(round % 3),
    ];
    await Promise.all(work.map((one) => one()));
    const cards = await cardsOf(ada);
    expect(Object.keys(cards), `round ${round}`).toEqual(["a", "b", "c", "d"]);
  }
});

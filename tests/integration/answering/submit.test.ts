import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { recordSubmission } from "@/lib/answering/submit";
import { db } from "@/lib/db/client";
import { copy, exerciseNamed, lesson, load, twice } from "../a-course";
import {
  aLearner,
  answer,
  foldedScore,
  formOf,
  keptScore,
  recorded,
  rightAnswers,
  submissionsOf,
  workOf,
} from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

/** Points that come to 0.6 or to a hair more, by the order in which they are added. */
const tenths = `<Exercise id="tenths" title="Points in tenths">
  <Numeric name="zzz" label="z" answer={1} points={0.1} />
  <Numeric name="b" label="b" answer={1} points={0.2} />
  <Numeric name="aa" label="a" answer={1} points={0.3} />
</Exercise>`;

beforeAll(async () => {
  await load({ course: { "01-a": lesson(`${twice}\n\n${copy}\n\n${tenths}`) } });
});

test("a graded submission is kept as typed, with its result and the learner's score", async () => {
  const ada = await aLearner();
  const { result, standing } = await answer(ada, { two: " 14 ", three: "0" });
  expect(result).toMatchObject({ status: "graded", score: { earned: 1, possible: 3 } });
  expect(standing).toEqual({ earned: 1, possible: 3 });
  const [kept, ...more] = await submissionsOf(ada);
  expect(more).toEqual([]);
  expect(kept).toMatchObject({ status: "graded", responses: { two: " 14 ", three: "0" }, result });
  expect(await keptScore(ada)).toEqual({ best: 1 / 3, first: 1 / 3, firstNumber: 1, attempts: 1 });
});

test("a better try raises the best score and leaves the first as it was; a worse one lowers nothing", async () => {
  const ada = await aLearner();
  await answer(ada, { two: "14", three: "0" });
  const better = await answer(ada, { two: "0", three: "21" });
  expect(better.standing).toEqual({ earned: 3, possible: 3 });
  const worse = await answer(ada, { two: "0", three: "0" });
  expect(worse.standing).toEqual({ earned: 3, possible: 3 });
  expect(await keptScore(ada)).toEqual({ best: 1, first: 1 / 3, firstNumber: 1, attempts: 3 });
});

test("unreadable input costs no attempt, says nothing of the other parts, and is kept", async () => {
  const ada = await aLearner();
  const { result, standing } = await answer(ada, { two: "14", three: "twenty-one" });
  expect(result.status).toBe("unreadable");
  expect(result.parts.map(({ part }) => part)).toEqual(["three"]);
  expect(standing).toEqual({ earned: 0, possible: 3 });
  expect(await keptScore(ada)).toBeNull();
  expect(await submissionsOf(ada)).toMatchObject([
    { status: "unreadable", responses: { two: "14", three: "twenty-one" } },
  ]);
  const work = await workOf(ada);
  expect(work.responses).toEqual({ two: "14", three: "twenty-one" });
  expect(Object.keys(work.results)).toEqual(["three"]);
});

test("parts asked one by one add up, each as it was first graded and at its best", async () => {
  const ada = await aLearner();
  await answer(ada, { two: "0", three: "21" }, { asked: ["two"] });
  expect(await keptScore(ada)).toMatchObject({ best: 0, first: 0, attempts: 1 });
  await answer(ada, { two: "0", three: "21" }, { asked: ["three"] });
  expect(await keptScore(ada)).toMatchObject({ best: 2 / 3, first: 2 / 3, attempts: 2 });
  const last = await answer(ada, { two: "14", three: "21" }, { asked: ["two"] });
  expect(last.result.parts.map(({ part }) => part)).toEqual(["two"]);
  expect(await keptScore(ada)).toMatchObject({ best: 1, first: 2 / 3, attempts: 3 });
});

test("a part that is not asked for may be empty or unreadable", async () => {
  const ada = await aLearner();
  const { result } = await answer(ada, { two: "14", three: "??" }, { asked: ["two"] });
  expect(result).toMatchObject({ status: "graded", parts: [{ part: "two", verdict: "right" }] });
});

test("an idempotency key sent again gives the same result, once", async () => {
  const ada = await aLearner();
  const form = formOf(await workOf(ada), { two: "14", three: "0" });
  const first = recorded(await recordSubmission(ada, form));
  const again = recorded(await recordSubmission(ada, form));
  expect(again).toEqual(first);
  await answer(ada, { two: "1", three: "1" });
  expect(recorded(await recordSubmission(ada, form)).result).toEqual(first.result);
  expect(await submissionsOf(ada)).toHaveLength(2);
  expect(await keptScore(ada)).toMatchObject({ attempts: 2 });
});

test("an idempotency key sent again with other answers grades the other answers", async () => {
  const ada = await aLearner();
  const form = formOf(await workOf(ada), { two: "1", three: "1" });
  await recordSubmission(ada, form);
  const edited = { ...form, responses: { two: "14", three: "21" } };
  const { result } = recorded(await recordSubmission(ada, edited));
  expect(result).toMatchObject({ score: { earned: 3, possible: 3 } });
  expect(recorded(await recordSubmission(ada, edited)).result).toEqual(result);
  expect(await keptScore(ada)).toMatchObject({ best: 1, first: 0, attempts: 2 });
});

test("an unreadable answer mended under the same idempotency key is graded", async () => {
  const ada = await aLearner();
  const form = formOf(await workOf(ada), { two: "what", three: "21" });
  expect(recorded(await recordSubmission(ada, form)).result.status).toBe("unreadable");
  const mended = { ...form, responses: { two: "14", three: "21" } };
  expect(recorded(await recordSubmission(ada, mended)).result.status).toBe("graded");
  expect(await keptScore(ada)).toMatchObject({ best: 1, attempts: 1 });
});

test("a double click that arrives as many requests at once grades once", async () => {
  const ada = await aLearner();
  const form = formOf(await workOf(ada), { two: "14", three: "0" });
  const replies = await Promise.all(Array.from({ length: 10 }, () => recordSubmission(ada, form)));
  for (const reply of replies) expect(reply).toEqual(replies[0]);
  expect(await submissionsOf(ada)).toHaveLength(1);
  expect(await keptScore(ada)).toMatchObject({ attempts: 1 });
});

test("the same answers from a second tab grade once; answers changed and changed back count again", async () => {
  const ada = await aLearner();
  const work = await workOf(ada);
  const [one, two] = [
    formOf(work, { two: "1", three: "2" }),
    formOf(work, { two: "1", three: "2" }),
  ];
  const replies = await Promise.all([recordSubmission(ada, one), recordSubmission(ada, two)]);
  expect(replies[0]).toEqual(replies[1]);
  expect(await keptScore(ada)).toMatchObject({ attempts: 1 });
  await answer(ada, { two: "3", three: "2" });
  await answer(ada, { two: "1", three: "2" });
  expect(await keptScore(ada)).toMatchObject({ attempts: 3 });
});

describe("many at once", () => {
  test.each([20, 40])("%i different submissions to one variant are all counted", async (many) => {
    const ada = await aLearner();
    const work = await workOf(ada);
    const forms = Array.from({ length: many }, (_, i) =>
      formOf(work, { two: String(i), three: i % 3 === 0 ? "21" : String(100 + i) }),
    );
    const replies = await Promise.all(forms.map((form) => recordSubmission(ada, form)));
    for (const reply of replies) recorded(reply);
    expect(await submissionsOf(ada)).toHaveLength(many);
    const kept = await keptScore(ada);
    expect(kept).toEqual(await foldedScore(ada));
    expect(kept).toMatchObject({ best: 1, attempts: many });
  });

  test("learners who answer at once do not touch each other's scores", async () => {
    const learners = await Promise.all(Array.from({ length: 12 }, (_, i) => aLearner(`L${i}`)));
    await Promise.all(
      learners.map(async (learner, i) => {
        await answer(learner, { two: i % 2 ? "14" : "0", three: "0" });
        await answer(learner, { two: "1", three: i % 3 ? "21" : "0" });
      }),
    );
    for (const [i, learner] of learners.entries()) {
      const earned = (i % 2 ? 1 : 0) + (i % 3 ? 2 : 0);
      expect(await keptScore(learner)).toMatchObject({ best: earned / 3, attempts: 2 });
    }
  });
});

describe("numbers that are not the learner's", () => {
  const refusal = { status: "other-numbers" };

  test("another learner's numbers are refused, before and after they are frozen", async () => {
    const [ada, bob] = [await aLearner("Ada"), await aLearner("Bob")];
    const adas = await workOf(ada);
    expect(await recordSubmission(bob, formOf(adas, { two: "14" }))).toEqual(refusal);
    await answer(bob, { two: "1", three: "1" });
    expect(await recordSubmission(bob, formOf(adas, { two: "14" }))).toEqual(refusal);
    expect(await submissionsOf(bob)).toHaveLength(1);
  });

  test("a mark made up or left out is refused", async () => {
    const ada = await aLearner();
    const form = formOf(await workOf(ada), { two: "14" });
    for (const mark of ["", "0123456789abcdef", `${form.mark.toUpperCase()}x`]) {
      expect(await recordSubmission(ada, { ...form, mark })).toEqual(refusal);
    }
  });

  test("a variant that is not drawn yet is refused, whatever its number", async () => {
    const ada = await aLearner();
    const form = formOf(await workOf(ada), { two: "14" });
    for (const number of [2, 3, 1000]) {
      expect(await recordSubmission(ada, { ...form, number })).toEqual(refusal);
    }
    expect(await db.variant.count({ where: { userId: ada.userId } })).toBe(0);
  });

  test("the numbers of one exercise do not open another", async () => {
    const ada = await aLearner();
    const form = formOf(await workOf(ada, "twice"), { same: "7" });
    const { currentId } = await exerciseNamed("copy");
    expect(await recordSubmission(ada, { ...form, versionId: currentId ?? "" })).toEqual(refusal);
  });

  test("an exercise that never was is told to be unknown", async () => {
    const ada = await aLearner();
    const form = formOf(await workOf(ada), { two: "14" });
    for (const versionId of ["0".repeat(32), "nonsense", "' or 1=1 --", randomUUID()]) {
      expect(await recordSubmission(ada, { ...form, versionId })).toEqual({
        status: "unknown-exercise",
      });
    }
  });
});

describe("hostile and clumsy input", () => {
  test("fields named like parts of Object are no parts and harm nothing", async () => {
    const ada = await aLearner();
    const hostile = JSON.parse(
      '{"__proto__":"1","constructor":"2","toString":"3","hasOwnProperty":"4","two":"14","three":"21"}',
    );
    const { result } = await answer(ada, hostile);
    expect(result).toMatchObject({ status: "graded", score: { earned: 3 } });
    const work = await workOf(ada);
    expect(work.responses).toEqual({ two: "14", three: "21" });
    expect(({} as Record<string, unknown>).two).toBeUndefined();
  });

  test("asking for parts that are not there grades nothing and counts nothing", async () => {
    const ada = await aLearner();
    for (const asked of [["__proto__"], ["constructor"], ["nothing"]]) {
      const form = { ...formOf(await workOf(ada), { two: "14", three: "21" }), asked };
      expect(await recordSubmission(ada, form)).toEqual({ status: "blank" });
    }
    expect(await keptScore(ada)).toBeNull();
  });

  test("a response of 100 kB is unreadable, and costs no attempt", async () => {
    const ada = await aLearner();
    const { result } = await answer(ada, { two: "1".repeat(100_000), three: "21" });
    expect(result).toMatchObject({ status: "unreadable", parts: [{ part: "two" }] });
    expect(await keptScore(ada)).toBeNull();
    await answer(ada, { two: "14", three: "21" });
    expect(await keptScore(ada)).toMatchObject({ best: 1, attempts: 1 });
  });

  test.each([
    ["the character 0", "1\u00004"],
    ["emoji, cut in the message at half of one", "a😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"],
    ["emoji, cut at the other half", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"],
    ["half of an emoji", "\ud83d"],
    ["quotes and backslashes", "\"'\\ \\u0000 \\"],
    ["markup", "<script>alert(1)</script>"],
  ])("%s is unreadable like any other text, and kept", async (_, typed) => {
    const ada = await aLearner();
    const { result } = await answer(ada, { two: typed, three: "21" });
    expect(result).toMatchObject({ status: "unreadable", parts: [{ part: "two" }] });
    await answer(ada, { two: typed, three: "21" });
    expect(await submissionsOf(ada)).toHaveLength(1);
  });
});

test("points in fractions add up to a full score whatever the order of answering", async () => {
  const ada = await aLearner();
  const typed = { zzz: "1", b: "1", aa: "1" };
  for (const part of ["aa", "zzz", "b"]) {
    await answer(ada, typed, { slug: "tenths", asked: [part] });
  }
  expect(await keptScore(ada, "tenths")).toMatchObject({ best: 1, first: 1, attempts: 3 });
});

describe("content that changes", () => {
  const changed = twice
    .replace("answer={2 * a}", "answer={2 * a + 1}")
    .replace("two: 14", "two: 15");
  const reload = (exercise: string) =>
    load({ course: { "01-a": lesson(`${exercise}\n\n${copy}\n\n${tenths}`) } });

  test("a variant is graded for ever against the text it was drawn from", async () => {
    const ada = await aLearner();
    const before = await workOf(ada);
    await answer(ada, { two: "1", three: "1" });
    await reload(changed);
    const after = await workOf(ada);
    expect(after.version.id).toBe(before.version.id);
    expect((await answer(ada, rightAnswers(before))).standing.earned).toBe(3);
    const bob = await aLearner("Bob");
    expect((await answer(bob, { two: "15", three: "21" })).standing.earned).toBe(3);
    await reload(twice);
  });

  test("a page opened before the change is graded by what it showed", async () => {
    const ada = await aLearner();
    const form = formOf(await workOf(ada), { two: "14", three: "21" });
    await reload(changed);
    const { result } = recorded(await recordSubmission(ada, form));
    expect(result).toMatchObject({ score: { earned: 3 } });
    await reload(twice);
  });

  test("a page of the old text is refused once the new text was answered in another tab", async () => {
    const ada = await aLearner();
    const form = formOf(await workOf(ada), { two: "14", three: "21" });
    await reload(changed);
    await answer(ada, { two: "15", three: "21" });
    expect(await recordSubmission(ada, form)).toEqual({ status: "other-numbers" });
    await reload(twice);
  });
});

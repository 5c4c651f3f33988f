import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { gradedCardOf } from "@/lib/assessment/sitting/card";
import { listOpenExercises } from "@/lib/assessment/sitting/open-work";
import { type Policy, startingPolicies } from "@/lib/assessment/terms/policy";
import { db } from "@/lib/db/client";
import { lesson, load, twice } from "../a-course";
import { useDatabase } from "../use-database";
import { post, postGraded } from "./a-window";
import {
  anAssignment,
  aSectionOf,
  aStudent,
  assignmentFor,
  begins,
  day,
  hour,
  kept,
  pageOf,
  rightOf,
  turnClock,
} from "./an-assignment";

useDatabase();

const skilled = twice.replace('title="Twice', 'skills="doubling" title="Twice');

/** With a hint that costs half. */
const hinted = twice
  .replace('"twice"', '"hinted"')
  .replace("<Variant", "<Hint cost={0.5}>Double it.</Hint>\n  <Variant");

let sectionId = "";

beforeAll(async () => {
  const head = { title: "Maths", summary: "S", skills: [{ id: "doubling", title: "Doubling" }] };
  await load({
    maths: { "course.yaml": JSON.stringify(head), "01-one": lesson(`${skilled}\n\n${hinted}`) },
  });
  sectionId = await aSectionOf("twice");
});

afterEach(() => turnClock(0));

const begun = async (policy: Partial<Policy>, more = {}) => {
  const ada = await aStudent(sectionId);
  const id = await anAssignment({ sectionId, policy, ...more });
  await begins(ada, id);
  return { ada, id };
};

const shows = (changed: Partial<Policy["shows"]>) => ({
  ...startingPolicies.homework.shows,
  ...changed,
});

const cardIn = async (ada: Parameters<typeof pageOf>[0], id: string) => {
  const [one] = await listOpenExercises(ada, await assignmentFor(ada, id));
  return one!.card;
};

const withheld = {
  verdict: "after-closing",
  diagnosis: "after-closing",
  score: "after-closing",
} as const;

test("a reply tells verdict, diagnosis and points where they are shown at once", async () => {
  const { ada, id } = await begun({});
  const right = rightOf(await pageOf(ada, id));
  const { body } = await postGraded(ada, id, "submit", { "r.two": right.two!, "r.three": "1" });
  // 10 points of the item for 3 of the exercise's own.
  expect(body.result?.parts).toMatchObject([
    { part: "two", verdict: "right", earned: 3.33, possible: 3.33 },
    { part: "three", verdict: "wrong", earned: 0, possible: 6.67 },
  ]);
  expect(body.standing).toEqual({ earned: 3.33, possible: 10 });
  expect(body.receivedAt).toBeUndefined();
});

test("where the verdict is withheld, nothing that leaves the server tells it until it has closed", async () => {
  const { ada, id } = await begun({ shows: shows(withheld) });
  const right = rightOf(await pageOf(ada, id));
  const { body } = await postGraded(ada, id, "submit", { "r.two": right.two!, "r.three": "1" });
  expect(body.result).toEqual({
    status: "graded",
    parts: [
      { part: "two", status: "saved" },
      { part: "three", status: "saved" },
    ],
  });
  expect(body.standing).toEqual({ earned: 0, possible: 10 });
  expect(body.receivedAt).toBeGreaterThan(0);
  const card = await cardIn(ada, id);
  expect(card.results).toEqual({
    two: { part: "two", status: "saved" },
    three: { part: "three", status: "saved" },
  });
  expect(card.standing.earned).toBe(0);
  expect((await kept(ada, id)).share).toBeCloseTo(1 / 3, 12);
  await turnClock(2 * day);
  const after = await cardIn(ada, id);
  expect(after.results.two).toMatchObject({ verdict: "right", earned: 3.33 });
  expect(after.standing.earned).toBe(3.33);
  expect(after.graded).toMatchObject({ takes: false, scores: true });
});

test("no review card tells how an answer went whose verdict is withheld", async () => {
  const cardsAfter = async (policy: Partial<Policy>) => {
    const { ada, id } = await begun(policy);
    await postGraded(ada, id, "submit", { "r.two": "1", "r.three": "1" });
    return db.reviewCard.count({ where: { userId: ada.userId } });
  };
  expect(await cardsAfter({})).toBe(1);
  expect(await cardsAfter({ shows: shows(withheld) })).toBe(0);
});

test("an answer that cannot be read is told at once, also where verdicts are withheld", async () => {
  const { ada, id } = await begun({ shows: shows(withheld), attempts: 1 });
  const { body } = await postGraded(ada, id, "submit", { "r.two": "1 +" });
  expect(body.result).toMatchObject({ status: "unreadable", parts: [{ status: "unreadable" }] });
});

test("after the last attempt at a part its verdict is shown, and no other part's", async () => {
  const { ada, id } = await begun({ attempts: 2, shows: shows({ verdict: "after-attempts" }) });
  const sent = async (two: string) =>
    (await postGraded(ada, id, "submit", { "r.two": two, "r.three": "1" })).body.result?.parts;
  expect(await sent("1")).toMatchObject([{ status: "saved" }, { status: "saved" }]);
  // The other part says what it said before, which costs it nothing.
  expect(await sent("2")).toMatchObject([{ part: "two", status: "graded", verdict: "wrong" }]);
  const { results } = await cardIn(ada, id);
  expect(results.three).toEqual({ part: "three", status: "saved" });
});

test("a part that has all its points shows its verdict before its attempts are used up", async () => {
  const { ada, id } = await begun({ attempts: 5, shows: shows({ verdict: "after-attempts" }) });
  const right = rightOf(await pageOf(ada, id));
  const { body } = await postGraded(ada, id, "submit", { "r.two": right.two!, "r.three": "1" });
  expect(body.result?.parts).toMatchObject([{ verdict: "right" }, { status: "saved" }]);
});

test("without the diagnosis a verdict comes without words", async () => {
  const { ada, id } = await begun({ shows: shows({ diagnosis: "never" }) });
  const { body } = await postGraded(ada, id, "submit", { "r.two": "1" });
  expect(body.result?.parts).toMatchObject([{ verdict: "wrong", feedback: [] }]);
});

test("a verdict without points says none", async () => {
  const { ada, id } = await begun({ shows: shows({ score: "never" }) });
  const { body } = await postGraded(ada, id, "submit", { "r.two": "1" });
  expect(body.result?.parts[0]).not.toHaveProperty("earned");
  expect(body.standing).toEqual({ earned: 0, possible: 10 });
});

describe("help", () => {
  test("the solution is refused until it is due, and no page has it", async () => {
    const { ada, id } = await begun({});
    const refused = await postGraded(ada, id, "solution");
    expect(refused.status).toBe(403);
    expect((await cardIn(ada, id)).help).toMatchObject({ offers: { solution: false } });
    await turnClock(2 * day);
    expect((await postGraded(ada, id, "solution")).status).toBe(200);
    expect((await cardIn(ada, id)).help.opened?.solution.parts).toHaveLength(2);
  });

  test("a solution that was shown is taken off again where it is not due any more", async () => {
    const { ada, id } = await begun({ shows: shows({ solution: "at-once" }) });
    expect((await postGraded(ada, id, "solution")).status).toBe(200);
    const policy = { ...startingPolicies.homework, shows: shows({ solution: "never" }) };
    await db.assignment.update({ where: { id }, data: { policy } });
    expect((await cardIn(ada, id)).help.opened).toBeUndefined();
  });

  test("after the last attempt the solution is free where the policy says so", async () => {
    const { ada, id } = await begun({ attempts: 1, shows: shows({ solution: "after-attempts" }) });
    expect((await postGraded(ada, id, "solution")).status).toBe(403);
    await postGraded(ada, id, "submit", { "r.two": "1", "r.three": "1" });
    expect((await postGraded(ada, id, "solution")).status).toBe(200);
  });

  test("hints cost what the exercise says, and are refused where they are not shown", async () => {
    const { ada, id } = await begun({}, { items: ["hinted"] });
    expect((await postGraded(ada, id, "hint", { taken: "0" })).status).toBe(200);
    const right = rightOf(await pageOf(ada, id));
    await postGraded(ada, id, "submit", { "r.two": right.two!, "r.three": right.three! });
    expect((await kept(ada, id)).share).toBeCloseTo(0.5, 12);
    const never = await begun({ shows: shows({ hints: "never" }) }, { items: ["hinted"] });
    expect((await postGraded(never.ada, never.id, "hint", { taken: "0" })).status).toBe(403);
  });
});

test("new numbers come for a further attempt once this one is used, and the best attempt counts", async () => {
  const { ada, id } = await begun({ numbers: "new", attempts: 2, credit: [1, 0.5] });
  expect((await postGraded(ada, id, "draw")).status).toBe(403);
  const first = await pageOf(ada, id);
  await postGraded(ada, id, "submit", { "r.two": rightOf(first).two!, "r.three": "1" });
  // One try a part with the same numbers.
  expect((await postGraded(ada, id, "submit", { "r.three": "2", part: "three" })).status).toBe(422);
  const drawn = await Promise.all([1, 2].map(() => post(ada, "draw", first.work)));
  expect(drawn.map(({ status }) => status)).toContain(200);
  const second = await pageOf(ada, id);
  expect(second.work.number).toBe(2);
  expect(second.work.mark).not.toBe(first.work.mark);
  const right = rightOf(second);
  await postGraded(ada, id, "submit", { "r.two": right.two!, "r.three": right.three! });
  // 1 of 3 points with the first numbers; 3 of 3, at half, with the second.
  expect((await kept(ada, id)).share).toBeCloseTo(0.5, 12);
  expect((await postGraded(ada, id, "draw")).status).toBe(403);
  // The first numbers are not before the student any more.
  expect((await post(ada, "submit", first.work, { "r.three": "9" })).status).toBe(409);
  expect((await post(ada, "keepDrafts", first.work, { "r.three": "9" })).status).toBe(409);
});

test("numbers that stay the same are not to be had anew", async () => {
  const { ada, id } = await begun({});
  await postGraded(ada, id, "submit", { "r.two": "1" });
  expect((await postGraded(ada, id, "draw")).status).toBe(403);
});

test("nothing is kept of what is typed after it has closed, nor before it opens", async () => {
  const { ada, id } = await begun({}, { due: hour });
  const typed = { "r.two": "1", "known.two": "" };
  expect((await postGraded(ada, id, "keepDrafts", typed)).status).toBe(200);
  await turnClock(2 * hour);
  expect((await postGraded(ada, id, "keepDrafts", typed)).status).toBe(403);
  expect((await postGraded(ada, id, "submit", typed)).status).toBe(403);
});

test("a form of somebody else's assigned exercise comes to nothing", async () => {
  const { ada, id } = await begun({});
  const { work } = await pageOf(ada, id);
  const bob = await aStudent(sectionId);
  for (const route of ["submit", "keepDrafts", "hint", "solution", "draw"] as const)
    expect((await post(bob, route, work, { "r.two": "1" })).status).toBe(404);
  await db.enrollment.updateMany({
    where: { userId: ada.userId },
    data: { removedAt: new Date() },
  });
  expect((await post(ada, "submit", work, { "r.two": "1" })).status).toBe(404);
});

test("from an address that is not allowed nothing is taken", async () => {
  const ada = await aStudent(sectionId);
  const id = await anAssignment({ sectionId, policy: { addresses: ["10.0.0.0/8"] } });
  await db.assignmentWork.create({
    data: { assignmentId: id, userId: ada.userId, begunAt: new Date() },
  });
  expect((await postGraded(ada, id, "submit", { "r.two": "1" })).status).toBe(403);
});

test("a card has neither key nor seed in it", async () => {
  const { ada, id } = await begun({});
  const page = await pageOf(ada, id);
  const earned = { share: 0, attempts: 0, answeredAt: null, variants: [] };
  const card = gradedCardOf({ ...page, earned, number: 1 }, page.work);
  expect(JSON.stringify({ ...card, exercise: null })).not.toContain(rightOf(page).two!);
});

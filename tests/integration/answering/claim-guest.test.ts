import { beforeAll, expect, test } from "vitest";
import { claimGuest } from "@/lib/answering/claim-guest";
import { drawNext } from "@/lib/answering/draw-next";
import { recordSubmission } from "@/lib/answering/submit";
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

beforeAll(async () => {
  await load({ course: { "01-a": lesson(`${twice}\n\n${copy}`) } });
});

const numbersOf = async ({ userId }: ALearner) =>
  (
    await db.variant.findMany({
      where: { userId, exercise: { slug: "twice" } },
      orderBy: { number: "asc" },
    })
  ).map(({ number }) => number);

const draw = async (learner: ALearner) => {
  const { version, number } = await workOf(learner);
  await drawNext(learner, version.id, number);
};

test("a guest's numbers, submissions and scores become those of a new account", async () => {
  const [guest, ada] = [await aGuest(), await aLearner()];
  await answer(guest, { two: "14", three: "x" });
  await answer(guest, { two: "14", three: "0" });
  await answer(guest, { same: "0" }, { slug: "copy" });
  const before = await workOf(guest);
  const sent = await submissionsOf(guest);
  await claimGuest(guest.userId, ada.userId);
  expect(await submissionsOf(ada)).toEqual(sent);
  const { numbers, mark, standing, responses } = await workOf(ada);
  expect({ numbers, mark, standing, responses }).toEqual({
    numbers: before.numbers,
    mark: before.mark,
    standing: before.standing,
    responses: before.responses,
  });
  expect(await keptScore(ada)).toEqual({ best: 1 / 3, first: 1 / 3, firstNumber: 1, attempts: 1 });
  expect(await keptScore(ada, "copy")).toMatchObject({ best: 0, attempts: 1 });
  expect(await db.user.findUnique({ where: { id: guest.userId } })).toMatchObject({
    guestEndedAt: expect.any(Date),
  });
  expect(await db.score.count({ where: { userId: guest.userId } })).toBe(0);
});

test("after an account's own variants its numbering goes on, and both are scored together", async () => {
  const [guest, ada] = [await aGuest(), await aLearner()];
  await answer(ada, { two: "0", three: "21" });
  await draw(ada);
  await answer(guest, { two: "14", three: "0" });
  await draw(guest);
  await answer(guest, rightAnswers(await workOf(guest)));
  await claimGuest(guest.userId, ada.userId);
  expect(await numbersOf(ada)).toEqual([1, 2, 3, 4]);
  expect(await keptScore(ada)).toEqual({ best: 1, first: 2 / 3, firstNumber: 1, attempts: 3 });
  expect(await keptScore(ada)).toEqual(await foldedScore(ada));
  await draw(ada);
  expect(await numbersOf(ada)).toEqual([1, 2, 3, 4, 5]);
});

test("what the guest did before the account did is the first try", async () => {
  const [guest, ada] = [await aGuest(), await aLearner()];
  await answer(guest, { two: "0", three: "0" });
  await answer(ada, { two: "14", three: "21" });
  await claimGuest(guest.userId, ada.userId);
  expect(await keptScore(ada)).toEqual({ best: 1, first: 0, firstNumber: 2, attempts: 2 });
  await answer(ada, { two: "14", three: "0" });
  expect(await keptScore(ada)).toEqual(await foldedScore(ada));
});

test("a page that the guest had open can be answered after signing in, where its number is the same", async () => {
  const [guest, ada] = [await aGuest(), await aLearner()];
  await answer(guest, { two: "0", three: "0" });
  const form = formOf(await workOf(guest), { two: "14", three: "21" });
  await claimGuest(guest.userId, ada.userId);
  expect(await recordSubmission(ada, form)).toMatchObject({ status: "recorded" });
  expect(await keptScore(ada)).toEqual({ best: 1, first: 0, firstNumber: 1, attempts: 2 });
});

test("of several sign-ins at once one takes the guest, and nothing is lost or doubled", async () => {
  const [guest, ada] = [await aGuest(), await aLearner()];
  await answer(guest, { two: "14", three: "0" });
  await Promise.all([1, 2, 3, 4].map(() => claimGuest(guest.userId, ada.userId)));
  expect(await numbersOf(ada)).toEqual([1]);
  expect(await keptScore(ada)).toMatchObject({ attempts: 1 });
});

test("two people who sign in at once on one browser: one of them gets the guest's work, whole", async () => {
  for (let round = 0; round < 10; round++) {
    const [guest, ada, bob] = [await aGuest(), await aLearner("Ada"), await aLearner("Bob")];
    await answer(guest, { two: "14", three: "0" });
    await answer(guest, { same: "0" }, { slug: "copy" });
    const sent = await submissionsOf(guest);
    // Each in two windows, and each first in every other round.
    const people = (round % 2 ? [bob, ada] : [ada, bob]).flatMap((one) => [one, one]);
    await Promise.all(people.map(({ userId }) => claimGuest(guest.userId, userId)));
    const [winner, other] = (await submissionsOf(ada)).length > 0 ? [ada, bob] : [bob, ada];
    expect(await submissionsOf(winner), `round ${round}`).toEqual(sent);
    expect(await keptScore(winner)).toMatchObject({ best: 1 / 3, attempts: 1 });
    expect(await keptScore(winner, "copy")).toMatchObject({ best: 0, attempts: 1 });
    for (const { userId } of [other, guest]) {
      const where = { userId };
      expect(await db.variant.count({ where }), `round ${round}`).toBe(0);
      expect(await db.score.count({ where })).toBe(0);
      expect(await db.mistake.count({ where })).toBe(0);
    }
  }
}, 30_000);

test("a second guest of the same browser is taken too", async () => {
  const ada = await aLearner();
  for (const earned of [1, 2]) {
    const guest = await aGuest();
    await answer(guest, { two: earned === 1 ? "14" : "0", three: earned === 2 ? "21" : "0" });
    await claimGuest(guest.userId, ada.userId);
  }
  expect(await numbersOf(ada)).toEqual([1, 2]);
  expect(await keptScore(ada)).toEqual({ best: 2 / 3, first: 1 / 3, firstNumber: 1, attempts: 2 });
});

test("a guest who is gone, or never was, changes nothing", async () => {
  const ada = await aLearner();
  await answer(ada, { two: "14", three: "0" });
  await claimGuest("00000000-0000-4000-8000-000000000000", ada.userId);
  expect(await keptScore(ada)).toMatchObject({ attempts: 1 });
});

test("nobody's account is taken for a guest", async () => {
  const [ada, bob] = [await aLearner("Ada"), await aLearner("Bob")];
  await answer(ada, { two: "14", three: "0" });
  await claimGuest(ada.userId, bob.userId);
  await claimGuest(ada.userId, ada.userId);
  expect(await submissionsOf(ada)).toHaveLength(1);
  expect(await submissionsOf(bob)).toHaveLength(0);
});

test("answers that arrive while the guest signs in are kept and counted", async () => {
  for (let round = 0; round < 15; round++) {
    const [guest, ada] = [await aGuest(), await aLearner()];
    if (round % 2) await answer(ada, { two: "0", three: "0" });
    if (round % 3) await answer(guest, { two: "0", three: "0" });
    const [guests, adas] = [await workOf(guest), await workOf(ada)];
    const typed = (i: number) => ({ two: String(i + 100), three: "21" });
    const sends = Array.from({ length: 6 }, (_, i) => [
      () => recordSubmission(guest, formOf(guests, typed(i))),
      () => recordSubmission(ada, formOf(adas, typed(i))),
    ]).flat();
    const claim = () => claimGuest(guest.userId, ada.userId);
    const work = [...sends.slice(0, round % 12), claim, ...sends.slice(round % 12)];
    const settled = await Promise.allSettled(work.map((one) => one()));
    expect(settled[round % 12]).toMatchObject({ status: "fulfilled" });
    const kept = await keptScore(ada);
    // Of two first tries under way at once either may be the first.
    const folded = await foldedScore(ada);
    const { firstNumber } = kept ?? folded ?? { firstNumber: 1 };
    expect(kept, `round ${round}`).toEqual(folded && { ...folded, firstNumber });
    const taken = settled.filter(
      ({ status, value }: { status: string; value?: unknown }) =>
        status === "fulfilled" && (value as { status?: string } | undefined)?.status === "recorded",
    );
    const before = (round % 2 ? 1 : 0) + (round % 3 ? 1 : 0);
    const after = await db.submission.count({
      where: { variant: { userId: { in: [ada.userId, guest.userId] } } },
    });
    expect(after, `round ${round}`).toBe(before + taken.length);
  }
}, 60_000);

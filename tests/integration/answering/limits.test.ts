import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { POST as hint } from "@/app/api/hints/route";
import { POST as read } from "@/app/api/readings/route";
import { POST as solution } from "@/app/api/solutions/route";
import { POST as submit } from "@/app/api/submissions/route";
import { POST as draw } from "@/app/api/variants/route";
import { listWork, type Work } from "@/lib/answering/work";
import { guestTokenOf } from "@/lib/auth/guest";
import { guestCookieName, newGuestToken } from "@/lib/auth/guest-cookie";
import { countAction, removeOldCounts } from "@/lib/auth/pace";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { copy, exerciseNamed, lesson, load } from "../a-course";
import { type Sender, sendForm } from "../a-form";
import { useDatabase } from "../use-database";

useDatabase();

beforeAll(async () => {
  await load({ course: { "01-a": lesson(copy) } });
});

interface Learning extends Sender {
  readonly work: Work;
}

async function anAccount(): Promise<Learning> {
  const user = await db.user.create({
    data: { name: "Ada", email: `${randomUUID()}@school.test` },
  });
  const learner = { userId: user.id, seedKey: `user:${user.id}`, viewer: null };
  const cookie = `${sessionCookieName()}=${await sealSession(user)}`;
  return { cookie, work: await workOf(learner) };
}

async function aGuest(address: string): Promise<Learning> {
  const token = newGuestToken();
  const learner = { userId: null, seedKey: `guest:${guestTokenOf(token)}`, viewer: null };
  return { cookie: `${guestCookieName()}=${token}`, address, work: await workOf(learner) };
}

async function workOf(learner: Parameters<typeof listWork>[0]): Promise<Work> {
  const exercise = await exerciseNamed("copy");
  return (await listWork(learner, [exercise])).get(exercise.id)!;
}

const send = (act: typeof submit, { work, ...sender }: Learning, typed?: string) =>
  sendForm(act, work, sender, typed);

const statuses = (responses: readonly Response[]) => responses.map(({ status }) => status);
const taken = (responses: readonly Response[]) =>
  statuses(responses).filter((status) => status === 200).length;

/** A minute has passed, for everybody. */
const passMinute = () => db.$executeRaw`update pace set until = until - interval '1 minute'`;

describe("a script that tries one value after the other", () => {
  test("gets 40 tries at one answer, not 640, even all at once and over many minutes", async () => {
    const ada = await anAccount();
    let right = 0;
    for (let round = 0; round < 3; round++) {
      const tries = Array.from({ length: 213 }, (_, i) => send(submit, ada, `${round}${i}0`));
      right += taken(await Promise.all(tries));
      await passMinute();
    }
    expect(right).toBeLessThanOrEqual(41);
    expect(right).toBeGreaterThanOrEqual(40);
    expect(await db.submission.count({ where: { variant: { user: { name: "Ada" } } } })).toBe(
      right,
    );
    const refused = await send(submit, ada, "5");
    expect(refused.status).toBe(429);
    expect((await refused.json()).message).toMatch(
      /take new numbers now, or try again in 5 minutes/,
    );
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(300);
    expect((await send(draw, ada)).status).toBe(200);
    expect((await send(solution, ada)).status).toBe(200);
  });

  test("is told when to come back, in words and in Retry-After, and is let in then", async () => {
    const ada = await anAccount();
    const all = await Promise.all(Array.from({ length: 120 }, () => send(hint, ada)));
    expect(taken(all)).toBeGreaterThanOrEqual(60);
    const refused = all.find(({ status }) => status === 429)!;
    expect((await refused.json()).message).toMatch(
      /What you typed is kept: try again in \d+ second/,
    );
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    await passMinute();
    expect((await send(hint, ada)).status).toBe(200);
  });

  test.each([
    ["the same answer again", submit],
    ["hints", hint],
    ["solutions", solution],
    ["new numbers", draw],
  ])("is counted for %s too", async (_, act) => {
    const ada = await anAccount();
    const all = await Promise.all(Array.from({ length: 120 }, () => send(act, ada, "7")));
    expect(statuses(all)).toContain(429);
    expect(taken(all)).toBeGreaterThanOrEqual(60);
  });
});

describe("a script that changes its guest cookie with each request", () => {
  const rows = async () => [await db.user.count(), await db.pace.count()];
  const address = "192.0.2.50";
  const readBack = (cookie: string, work: Work, from = address) => {
    const fields = {
      exercise: work.version.id,
      part: "same",
      view: JSON.stringify(work.numbers.view.same),
      response: "1",
    };
    const headers = { cookie, accept: "application/json", "x-forwarded-for": from };
    const body = new URLSearchParams(fields);
    return read(new Request("http://localhost/", { method: "POST", headers, body }));
  };
  const madeUp = () => `${guestCookieName()}=${newGuestToken().slice(0, -3)}abc`;

  test("makes no rows by cookies that it made up", async () => {
    const { work } = await aGuest(address);
    const [people, counts] = await rows();
    const cookies = Array.from({ length: 200 }, (_, i) => [
      madeUp(),
      `${guestCookieName()}=${i}`,
      `guest=${randomUUID()}`,
    ]).flat();
    for (const act of [submit, draw, hint, solution]) {
      const replies = await Promise.all(
        cookies.slice(0, 60).map((cookie) => sendForm(act, work, { cookie, address })),
      );
      expect(new Set(statuses(replies))).toEqual(new Set([409]));
    }
    const replies = await Promise.all(cookies.map((cookie) => readBack(cookie, work)));
    expect(taken(replies)).toBe(cookies.length);
    // One: the address's own count of what was read back.
    expect(await rows()).toEqual([people, counts! + 1]);
  });

  test("makes none by cookies of ours either, once its address has used up what guests there may do", async () => {
    const { work } = await aGuest(address);
    await readBack("", work);
    await db.$executeRaw`update pace set until = now() + interval '90 seconds' where key like 'read@%'`;
    const before = await rows();
    const replies = await Promise.all(
      Array.from({ length: 50 }, async () => readBack((await aGuest(address)).cookie, work)),
    );
    expect(new Set(statuses(replies))).toEqual(new Set([429]));
    expect(await rows()).toEqual(before);
  });

  test("leaves no counts behind once they count nothing", async () => {
    const { cookie, work } = await aGuest(address);
    await readBack(cookie, work, "192.0.2.51");
    await db.$executeRaw`update pace set until = now() - interval '1 second'`;
    const busy = { key: "read@busy", until: new Date(Date.now() + 60_000) };
    await db.pace.create({ data: busy });
    await removeOldCounts();
    expect(await db.pace.findMany()).toEqual([busy]);
  });
});

describe("a person", () => {
  test("who answers sixty times in a minute is not kept waiting, nor are others by a script", async () => {
    const [ada, script] = [await anAccount(), await anAccount()];
    await Promise.all(Array.from({ length: 120 }, () => send(submit, script, "7")));
    const learner = await db.user.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
    for (let i = 0; i < 60; i++)
      expect(await countAction({ userId: learner.id }, "read")).toBeNull();
    expect((await send(submit, ada)).status).toBe(200);
  });

  test("with an account is not bound by what guests do at the same address", async () => {
    const address = "192.0.2.77";
    expect((await send(draw, await aGuest(address))).status).toBe(200);
    // As if guests there had sent as much as one address may.
    await db.$executeRaw`update pace set until = now() + interval '70 seconds' where key like 'draw@%'`;
    expect((await send(draw, await aGuest(address))).status).toBe(429);
    expect((await send(draw, await aGuest("192.0.2.78"))).status).toBe(200);
    expect((await send(draw, { ...(await anAccount()), address })).status).toBe(200);
  });
});

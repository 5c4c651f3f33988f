import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { POST as hint } from "@/app/api/hints/route";
import { POST as solution } from "@/app/api/solutions/route";
import { POST as submit } from "@/app/api/submissions/route";
import { POST as draw } from "@/app/api/variants/route";
import { guestTokenOf } from "@/lib/auth/guest";
import { guestCookieName, newGuestToken } from "@/lib/auth/guest-cookie";
import { countAction } from "@/lib/auth/pace";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { listWork, type Work } from "@/lib/course/work";
import { db } from "@/lib/db/client";
import { useDatabase } from "../use-database";
import { copy, exerciseNamed, lesson, load } from "./a-course";

useDatabase();

beforeAll(async () => {
  await load({ course: { "01-a": lesson(copy) } });
});

interface Sender {
  readonly cookie: string;
  readonly address?: string;
  readonly work: Work;
}

async function anAccount(): Promise<Sender> {
  const user = await db.user.create({
    data: { name: "Ada", email: `${randomUUID()}@school.test` },
  });
  const learner = { userId: user.id, seedKey: `user:${user.id}`, viewer: null };
  const cookie = `${sessionCookieName()}=${await sealSession(user)}`;
  return { cookie, work: await workOf(learner) };
}

async function aGuest(address: string): Promise<Sender> {
  const token = newGuestToken();
  const learner = { userId: null, seedKey: `guest:${guestTokenOf(token)}`, viewer: null };
  return { cookie: `${guestCookieName()}=${token}`, address, work: await workOf(learner) };
}

async function workOf(learner: Parameters<typeof listWork>[0]): Promise<Work> {
  const exercise = await exerciseNamed("copy");
  return (await listWork(learner, [exercise])).get(exercise.id)!;
}

function send(act: typeof submit, { cookie, address = "192.0.2.9", work }: Sender, typed = "1") {
  const fields = {
    exercise: work.version.id,
    variant: String(work.number),
    numbers: work.mark,
    submission: randomUUID(),
    return: "/",
    "r.same": typed,
  };
  const headers = { cookie, accept: "application/json", "x-forwarded-for": address };
  const body = new URLSearchParams(fields);
  return act(new Request("http://localhost/", { method: "POST", headers, body }));
}

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

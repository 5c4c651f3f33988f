import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { GET as mendGuest } from "@/app/api/guest/route";
import { POST as hint } from "@/app/api/hints/route";
import { POST as solution } from "@/app/api/solutions/route";
import { POST as submit } from "@/app/api/submissions/route";
import { POST as draw } from "@/app/api/variants/route";
import { signIn } from "@/app/sign-in/actions";
import { signOut } from "@/app/sign-out";
import { claimGuest } from "@/lib/answering/claim-guest";
import { openSolution } from "@/lib/answering/help";
import { recordSubmission } from "@/lib/answering/submit";
import { listWork, type Work } from "@/lib/answering/work";
import { getLearner, guestTokenOf } from "@/lib/auth/guest";
import { guestCookieName, guestCookieSeconds, newGuestToken } from "@/lib/auth/guest-cookie";
import { hashPassword } from "@/lib/auth/password";
import { countNewGuest } from "@/lib/auth/rate-limit";
import { guestDays, removeOldGuests } from "@/lib/auth/remove-old";
import { sessionCookieName } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { copy, exerciseNamed, lesson, load } from "../a-course";
import { sendForm } from "../a-form";
import { type ALearner, aGuest, aLearner, answer, formOf, workOf } from "../a-learner";
import { useDatabase } from "../use-database";
import { endOf, request } from "./a-request";

vi.mock("next/headers", () => import("./a-request"));

useDatabase();

beforeAll(async () => {
  await load({ course: { "01-a": lesson(copy) } });
});

const password = "correct horse battery";

async function anAccount() {
  const email = `${randomUUID()}@school.test`;
  const passwordHash = await hashPassword(password);
  await db.user.create({ data: { name: "Ada", email, passwordHash } });
  return email;
}

async function enterAs(email: string) {
  const form = new FormData();
  form.set("email", email);
  form.set("password", password);
  expect(await endOf(signIn({ values: {}, errors: {} }, form))).toBe("/");
}

const guestHere = () => request.cookies.get(guestCookieName()) ?? "";

/** A browser that was never here before. */
function newBrowser(token = newGuestToken()) {
  request.cookies.clear();
  request.cookies.set(guestCookieName(), token);
  return token;
}

/** What whoever uses the browser under way has before them, as its page shows it. */
async function shown() {
  const exercise = await exerciseNamed("copy");
  return (await listWork(await getLearner(), [exercise])).get(exercise.id)!;
}

/** Sends the form of that page from a browser with this guest cookie. */
const send = (act: typeof submit, work: Work, token: string, typed?: string) =>
  sendForm(act, work, { cookie: `${guestCookieName()}=${token}` }, typed);

const keyOf = ({ numbers }: { numbers: { key: unknown } }) => JSON.stringify(numbers.key);

describe("the cookie of a guest whose work an account took over", () => {
  test("answers nothing, opens no solution, and is shown other numbers than the account is graded on", async () => {
    const copied = newBrowser();
    const work = await shown();
    expect((await send(submit, work, copied)).status).toBe(200);
    await enterAs(await anAccount());
    const mine = await shown();
    expect(keyOf(mine)).toBe(keyOf(work));
    for (const act of [submit, solution, hint, draw]) {
      const response = await send(act, work, copied, "2");
      expect(response.status).toBe(409);
      expect((await response.json()).message).toMatch(/moved to an account/);
    }
    newBrowser(copied);
    expect(await endOf(getLearner())).toMatch(/^\/api\/guest\?/);
    expect(await db.variant.count({ where: { user: { guestToken: guestTokenOf(copied) } } })).toBe(
      0,
    );
    expect(
      await db.variant.findFirst({ where: { seed: { not: "" }, openedAt: { not: null } } }),
    ).toBe(null);
  });

  test("is changed for a new one where a page finds it, once, and leads back there", async () => {
    const copied = newBrowser();
    await send(submit, await shown(), copied);
    await enterAs(await anAccount());
    newBrowser(copied);
    const { NextRequest } = await import("next/server");
    const mend = () => mendGuest(new NextRequest("http://localhost/api/guest?next=%2Fprogress"));
    const response = await mend();
    expect([response.status, response.headers.get("location")]).toEqual([303, "/progress"]);
    const given = guestHere();
    expect(given).not.toBe(copied);
    expect((await getLearner()).userId).toBeNull();
    await mend();
    expect(guestHere()).toBe(given);
  });

  test("wins nothing by being quick: numbers frozen while it is claimed are the account's, or nobody's", async () => {
    for (let round = 0; round < 15; round++) {
      const [guest, ada] = [await aGuest(), await aLearner()];
      await answer(guest, { same: "1" }, { slug: "copy" });
      const work = await workOf(guest, "copy");
      const { version, number, mark } = work;
      const claimed = claimGuest(guest.userId, ada.userId);
      const opened = openSolution(guest, { versionId: version.id, number, mark });
      const sent = recordSubmission(guest, formOf(work, { same: "2" }));
      await Promise.allSettled([claimed, opened, sent]);
      expect(await db.variant.count({ where: { userId: guest.userId } })).toBe(0);
      expect(await db.variant.count({ where: { userId: ada.userId } })).toBe(1);
    }
  });
});

describe("one browser", () => {
  test("has another guest after signing in and after signing out, and none shares numbers with another", async () => {
    const first = newBrowser();
    const before = await shown();
    await send(submit, before, first);
    const email = await anAccount();
    await enterAs(email);
    const second = guestHere();
    await endOf(signOut());
    const third = guestHere();
    expect(new Set([first, second, third]).size).toBe(3);
    request.cookies.delete(sessionCookieName());
    const keys = [keyOf(before), keyOf(await shown())];
    await enterAs(await anAccount());
    keys.push(keyOf(await shown()));
    newBrowser(second);
    keys.push(keyOf(await shown()));
    expect(new Set(keys).size).toBe(4);
  });

  test("that goes on as a guest after signing out gains nothing for the account by the solution", async () => {
    newBrowser();
    const email = await anAccount();
    await enterAs(email);
    const mine = await shown();
    await endOf(signOut());
    request.cookies.delete(sessionCookieName());
    const theirs = await shown();
    expect((await send(solution, theirs, guestHere())).status).toBe(200);
    await enterAs(email);
    const now = await shown();
    expect(now.opened).toBe(true);
    expect(keyOf(now)).toBe(keyOf(theirs));
    expect(keyOf(now)).not.toBe(keyOf(mine));
  });
});

describe("guests", () => {
  test("cannot be made without end from one address, and accounts there are not bound", async () => {
    const address = "192.0.2.1";
    const waits = await Promise.all(Array.from({ length: 1_001 }, () => countNewGuest(address)));
    expect(waits.filter((wait) => wait !== null)).toHaveLength(1);
    expect(await countNewGuest("192.0.2.2")).toBeNull();
  });

  const ago = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);

  async function aged(guest: ALearner, days: number) {
    const [id, at] = [guest.userId, ago(days)];
    await db.user.update({ where: { id }, data: { createdAt: ago(400) } });
    await db.variant.updateMany({ where: { userId: id }, data: { createdAt: ago(400) } });
    const variant = { userId: id };
    await db.submission.updateMany({ where: { variant }, data: { createdAt: at } });
  }

  test("who have not answered for 180 days are removed with their work; others, and accounts, are kept", async () => {
    const [gone, kept, ada] = [await aGuest(), await aGuest(), await aLearner()];
    for (const learner of [gone, kept, ada]) await answer(learner, { same: "1" }, { slug: "copy" });
    await aged(gone, guestDays + 1);
    await aged(kept, guestDays - 1);
    await aged(ada, 300);
    expect(await removeOldGuests()).toBe(1);
    const work = async ({ userId }: ALearner) => [
      await db.submission.count({ where: { variant: { userId } } }),
      await db.variant.count({ where: { userId } }),
      await db.score.count({ where: { userId } }),
    ];
    expect(await work(gone)).toEqual([0, 0, 0]);
    expect(await work(kept)).toEqual([1, 1, 1]);
    expect(await work(ada)).toEqual([1, 1, 1]);
  });

  test("who were removed are not made anew by their cookie, whose numbers they know; its row goes when it has run out", async () => {
    const cookie = newBrowser();
    const work = await shown();
    await send(solution, work, cookie);
    const guestToken = guestTokenOf(cookie);
    const where = { guestToken };
    await db.user.update({ where, data: { createdAt: ago(400) } });
    const variant = { createdAt: ago(400), openedAt: ago(guestDays + 1) };
    await db.variant.updateMany({ where: { user: where }, data: variant });
    await removeOldGuests();
    expect((await send(submit, work, cookie)).status).toBe(409);
    expect(await db.user.count({ where })).toBe(1);
    await removeOldGuests(new Date(Date.now() + 1000 * guestCookieSeconds + 2 * 86_400_000));
    expect(await db.user.count({ where })).toBe(0);
  });
});

import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/sections/[section]/live/events/route";
import { recordSubmission } from "@/lib/answering/submit";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { findLiveFigures } from "@/lib/cohort/live/figures";
import type { LiveFigures } from "@/lib/cohort/live/live-figures";
import { getLiveWork } from "@/lib/cohort/live/own-work";
import { findOpenLive, listLive, startLive, stopLive } from "@/lib/cohort/live/session";
import { db, pool } from "@/lib/db/client";
import { exerciseNamed, lesson, load } from "../a-course";
import {
  type ALearner,
  aLearner,
  answer,
  formOf,
  recorded,
  rightAnswers,
  workOf,
} from "../a-learner";
import { request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

/** A drawn number, and a mistake that the author foresaw. */
const twofold = `<Exercise id="twofold" title="Twofold">
  <Given name="a" value={integer(10, 99999)} />
  <Numeric name="two" label="$2a$" answer={2 * a} tolerance={0.001} />
  <Numeric name="three" label="$3a$" answer={3 * a} tolerance={0.001} />
  <Misconception when={{ two: a * a }}>You took the square.</Misconception>
</Exercise>`;

let sectionId = "";
let exerciseId = "";

beforeAll(async () => {
  await load({ maths: { "01-one": lesson(twofold) } });
  exerciseId = (await exerciseNamed("twofold")).id;
  const course = await db.course.findFirstOrThrow();
  sectionId = (await db.section.create({ data: { courseId: course.id, name: "A" } })).id;
});

beforeEach(async () => {
  await db.liveSession.deleteMany();
  await db.enrollment.deleteMany();
});

const enrol = async (
  role: "student" | "assistant" | "instructor" = "student",
  section = sectionId,
): Promise<ALearner> => {
  const learner = await aLearner(role);
  await db.enrollment.create({ data: { userId: learner.userId, sectionId: section, role } });
  return learner;
};

const open = async () => {
  expect(await startLive(sectionId, exerciseId)).toBe(true);
  return (await findOpenLive(sectionId))!;
};

const twice = { slug: "twofold" };
const squareOf = async (learner: ALearner) => {
  const two = Number((await workOf(learner, "twofold")).numbers.key.two);
  return String((two / 2) ** 2);
};

const barsOf = (figures: LiveFigures | null, name: string) =>
  Object.fromEntries(
    figures!.parts
      .find((part) => part.name === name)!
      .bars.filter(({ first, latest }) => first + latest > 0)
      .map(({ what, first, latest }) => [what, [first, latest]]),
  );

describe("a live session's figures", () => {
  test("count each student once a part, by their first answer and by their latest, and name nobody", async () => {
    const [ada, bo, cy, di] = [await enrol(), await enrol(), await enrol(), await enrol()];
    const live = await open();
    await answer(ada, rightAnswers(await workOf(ada, "twofold")), twice);
    await answer(bo, { two: await squareOf(bo) }, twice);
    await answer(bo, rightAnswers(await workOf(bo, "twofold")), twice);
    await answer(cy, { two: "three apples", three: "1" }, twice);
    await answer(di, { two: "-1" }, twice);
    const figures = await findLiveFigures(live.id);
    expect(figures).toMatchObject({ students: 4, answered: 4, open: true });
    expect(barsOf(figures, "two")).toEqual({
      Right: [1, 2],
      "You took the square.": [1, 0],
      "Wrong in another way": [1, 1],
      "Could not be read": [1, 1],
    });
    expect(barsOf(figures, "three")).toEqual({ Right: [2, 2] });
    const told = JSON.stringify(figures);
    for (const { userId } of [ada, bo, cy, di]) {
      expect(told).not.toContain(userId);
    }
  });

  test("leave out what came before it opened, after it closed, and from outside the section", async () => {
    const [early, late, gone] = [await enrol(), await enrol(), await enrol()];
    const stranger = await aLearner();
    await answer(early, { two: "-1" }, twice);
    const live = await open();
    await answer(stranger, { two: "-1" }, twice);
    await answer(await enrol("assistant"), { two: "-1" }, twice);
    await answer(gone, { two: "-1" }, twice);
    await db.enrollment.updateMany({
      where: { userId: gone.userId },
      data: { removedAt: new Date() },
    });
    expect(await stopLive(sectionId)).toBe(live.id);
    await answer(late, { two: "-1" }, twice);
    expect(await findLiveFigures(live.id)).toMatchObject({ students: 2, answered: 0, open: false });
  });
});

test("one exercise is open in a section at a time, and none of another course", async () => {
  const first = await open();
  const second = await open();
  expect(await listLive(sectionId)).toMatchObject([
    { id: second.id, open: true },
    { id: first.id, open: false },
  ]);
  expect(await startLive(sectionId, sectionId)).toBe(false);
  expect(await startLive(sectionId, "twofold")).toBe(false);
  expect(await findOpenLive(sectionId)).toMatchObject({ id: second.id });
});

test("one that nobody stops ends by itself", async () => {
  const live = await open();
  await db.liveSession.update({ where: { id: live.id }, data: { endsAt: new Date() } });
  expect(await findOpenLive(sectionId)).toBeNull();
});

test("a student begins with new numbers where they had answered before, and keeps them", async () => {
  const ada = await enrol();
  await answer(ada, { two: "-1" }, twice);
  const viewer = { id: ada.userId, name: "Ada", email: null, role: "student" as const };
  const live = await open();
  const work = await getLiveWork(viewer, live);
  expect(work.number).toBe(2);
  recorded(await recordSubmission(ada, formOf(work, rightAnswers(work))));
  expect((await getLiveWork(viewer, live)).number).toBe(2);
});

test("an answer where nothing is open notifies nobody", async () => {
  const client = await pool.connect();
  const heard: string[] = [];
  client.on("notification", ({ payload = "" }) => heard.push(payload));
  await client.query("listen live_answer");
  const [ada, live] = [await enrol(), await open()];
  await answer(ada, { two: "-1" }, twice);
  await answer(ada, { two: "apples" }, twice);
  await answer(await aLearner(), { two: "-1" }, twice);
  await stopLive(sectionId);
  await answer(ada, { two: "-2" }, twice);
  await client.query("select 1");
  client.release(true);
  // Two answers and the end.
  expect(heard).toEqual([live.id, live.id, live.id]);
});

/** Reads events of a stream one by one. */
function eventsOf(response: Response) {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let read = "";
  const next = async (): Promise<string | null> => {
    for (;;) {
      const end = read.indexOf("\n\n");
      if (end >= 0) {
        const block = read.slice(0, end);
        read = read.slice(end + 2);
        if (block.startsWith("event: ")) return block;
      } else {
        const { done, value } = await reader.read();
        if (done) return null;
        read += value;
      }
    }
  };
  return { next, close: () => reader.cancel() };
}

const watch = async (learner: ALearner) => {
  request.cookies.set(
    sessionCookieName(),
    await sealSession({ id: learner.userId, passwordHash: null }),
  );
  return events();
};

const events = () =>
  GET(new Request("http://localhost/"), { params: Promise.resolve({ section: sectionId }) });

describe("the events of a live session", () => {
  test("tell the state at once and with each answer, and that it is over", async () => {
    const [teacher, ada, live] = [await enrol("instructor"), await enrol(), await open()];
    const response = await watch(teacher);
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    const { next } = eventsOf(response);
    expect(await next()).toMatch(/^event: state\ndata: .*"answered":0/);
    await answer(ada, { two: "-1" }, twice);
    expect(await next()).toMatch(/^event: state\ndata: .*"answered":1/);
    await stopLive(live.sectionId);
    expect(await next()).toMatch(/^event: over\ndata: .*"answered":1,"open":false/);
    expect(await next()).toBeNull();
    expect((await events()).status).toBe(204);
  });

  test("go on where the connection that listens is lost", async () => {
    // No beats, which would look for news by themselves.
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const [teacher, ada, bo] = [await enrol("instructor"), await enrol(), await enrol()];
    await open();
    const { next, close } = eventsOf(await watch(teacher));
    await next();
    await pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'",
    );
    await answer(ada, { two: "-1" }, twice);
    expect(await next()).toMatch(/"answered":1/);
    await vi.waitFor(async () => expect(await listening()).toBe(1), { timeout: 10_000 });
    await answer(bo, { two: "-1" }, twice);
    expect(await next()).toMatch(/"answered":2/);
    await close();
    vi.useRealTimers();
  });

  test("reach 500 who watch, on one connection, which ends with the last of them; and a thousand are the most", async () => {
    const [teacher, ada] = [await enrol("instructor"), await enrol(), await open()];
    await watch(teacher).then(({ body }) => body!.cancel());
    const before = process.memoryUsage().rss;
    const watchers = (await Promise.all(Array.from({ length: 500 }, events))).map(eventsOf);
    for (const { next } of watchers) expect(await next()).toMatch(/"answered":0/);
    await answer(ada, { two: "-1" }, twice);
    for (const { next } of watchers) expect(await next()).toMatch(/"answered":1/);
    console.info(`500 watchers: ${Math.round((process.memoryUsage().rss - before) / 1e6)} MB`);
    expect(await listening()).toBe(1);
    const more = (await Promise.all(Array.from({ length: 500 }, events))).map(eventsOf);
    expect((await events()).status).toBe(503);
    await Promise.all([...watchers, ...more].map(({ close }) => close()));
    await vi.waitFor(async () => expect(await listening()).toBe(0), { timeout: 10_000 });
  });

  test("end for who is of the staff no longer, and go on for the others", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const [teacher, helper] = [await enrol("instructor"), await enrol("assistant")];
    await open();
    const theirs = eventsOf(await watch(helper));
    const mine = eventsOf(await watch(teacher));
    await theirs.next();
    await mine.next();
    await db.enrollment.updateMany({
      where: { userId: helper.userId },
      data: { role: "student" },
    });
    vi.advanceTimersByTime(10_000);
    expect(await theirs.next()).toBeNull();
    await stopLive(sectionId);
    expect(await mine.next()).toMatch(/^event: over/);
    vi.useRealTimers();
  });
});

const listening = async () => {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::int from pg_stat_activity where datname = current_database() and query ilike 'listen %'",
  );
  return rows[0]!.count;
};

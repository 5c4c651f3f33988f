import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { recordDrafts } from "@/lib/answering/drafts";
import { findAssignmentFor } from "@/lib/assessment/sitting/assignment-for";
import { type Begun, beginWork } from "@/lib/assessment/sitting/begin";
import { handIn, handInOverdue } from "@/lib/assessment/sitting/hand-in";
import { openAssignment } from "@/lib/assessment/sitting/open-work";
import { db } from "@/lib/db/client";
import { clockNow } from "@/lib/db/clock";
import { copy, lesson, load, twice } from "../a-course";
import type { ALearner } from "../a-learner";
import { useDatabase } from "../use-database";
import { postGraded } from "./a-window";
import {
  anAssignment,
  answers,
  aSectionOf,
  aStudent,
  assignmentFor,
  begins,
  day,
  folded,
  hour,
  kept,
  pageOf,
  rightOf,
  turnClock,
} from "./an-assignment";

useDatabase();

let sectionId = "";
const minute = 60_000;

beforeAll(async () => {
  await load({ maths: { "01-one": lesson(`${twice}\n\n${copy}`) } });
  sectionId = await aSectionOf("twice");
});

afterEach(() => turnClock(0));

const exam = (more: Partial<Parameters<typeof anAssignment>[0]> = {}) =>
  anAssignment({ sectionId, kind: "exam", ...more });

const begin = async (learner: ALearner, id: string, password = "", address = "192.0.2.9") =>
  beginWork(await assignmentFor(learner, id), { password, address });

/** Types, without sending it to be graded. */
async function types(learner: ALearner, id: string, responses: Record<string, string>, n = 0) {
  const { work } = await pageOf(learner, id, n);
  const { assignedId, number, mark, version } = work;
  const known = Object.fromEntries(Object.keys(responses).map((part) => [part, [""]]));
  const shown = { versionId: version.id, assignedId, number, mark };
  return recordDrafts(learner, { ...shown, responses, known, was: {}, taken: [], settled: [] });
}

const workOf = (learner: ALearner, assignmentId: string) =>
  db.assignmentWork.findUniqueOrThrow({
    where: { assignmentId_userId: { assignmentId, userId: learner.userId } },
  });

describe("the time", () => {
  test("runs from the beginning, by the student's factor and extensions, and no longer than it is open", async () => {
    const ada = await aStudent(sectionId);
    const bob = await aStudent(sectionId, { timeFactor: 1.5, group: "B" });
    const id = await exam();
    await db.extension.create({ data: { assignmentId: id, group: "B", extraMinutes: 10 } });
    for (const one of [ada, bob]) await begins(one, id);
    const minutesOf = async (one: ALearner) => {
      const { work, endsAt } = await assignmentFor(one, id);
      return (endsAt.getTime() - work!.begunAt!.getTime()) / minute;
    };
    expect(await minutesOf(ada)).toBe(60);
    expect(await minutesOf(bob)).toBe(100);
    const short = await exam({ due: 20 * minute });
    await begins(ada, short);
    const { endsAt, terms } = await assignmentFor(ada, short);
    expect(endsAt).toEqual(terms.closesAt);
  });

  test("begun twice, the first time counts", async () => {
    const ada = await aStudent(sectionId);
    const id = await exam();
    await Promise.all([begins(ada, id), begins(ada, id), begins(ada, id)]);
    const { begunAt } = await workOf(ada, id);
    await turnClock(10 * minute);
    await begins(ada, id);
    expect((await workOf(ada, id)).begunAt).toEqual(begunAt);
    expect(await db.assignedExercise.count({ where: { work: { assignmentId: id } } })).toBe(1);
  });

  test("an exam does not begin by being looked at, and homework does", async () => {
    const ada = await aStudent(sectionId);
    const id = await exam();
    expect((await openAssignment(ada.userId, id, "192.0.2.9"))?.work).toBeNull();
    const homework = await anAssignment({ sectionId });
    expect((await openAssignment(ada.userId, homework, "192.0.2.9"))?.work?.begunAt).toEqual(
      expect.any(Date),
    );
  });
});

describe("beginning", () => {
  test.each<[string, Parameters<typeof exam>[0], [string, string], Begun]>([
    ["with the password", { password: "blue sky" }, [" blue sky ", "192.0.2.9"], "begun"],
    ["with another", { password: "blue sky" }, ["Blue Sky", "192.0.2.9"], "wrong-password"],
    ["before it opens", { opens: hour }, ["", "192.0.2.9"], "closed"],
    ["after it has closed", { due: -minute }, ["", "192.0.2.9"], "closed"],
    [
      "from a range",
      { policy: { addresses: ["10.1.0.0/16", "192.0.2.9"] } },
      ["", "10.1.2.3"],
      "begun",
    ],
    ["from outside it", { policy: { addresses: ["10.1.0.0/16"] } }, ["", "10.2.0.1"], "elsewhere"],
    ["from nowhere", { policy: { addresses: ["10.1.0.0/16"] } }, ["", "unknown"], "elsewhere"],
  ])("%s", async (_, made, [password, address], begun) => {
    const ada = await aStudent(sectionId);
    expect(await begin(ada, await exam(made), password, address)).toBe(begun);
  });
});

test("a password cannot be guessed by trying: after twenty tries not even the right one is taken for a while", async () => {
  const [ada, bob] = [await aStudent(sectionId), await aStudent(sectionId)];
  const id = await exam({ password: "4711" });
  const tries = Array.from({ length: 24 }, (_, i) => begin(ada, id, String(1000 + i)));
  const said = await Promise.all(tries);
  expect(said.filter((one) => one === "wrong-password")).toHaveLength(20);
  expect(await begin(ada, id, "4711")).toBe("too-many-tries");
  expect(await begin(bob, id, "4711")).toBe("begun");
});

describe("the end", () => {
  test("what was typed and not sent is handed in by the clock, and graded as received then", async () => {
    const ada = await aStudent(sectionId);
    const id = await exam({ items: ["twice", "copy"] });
    await begins(ada, id);
    const right = rightOf(await pageOf(ada, id));
    await answers(ada, id, { two: right.two! }, { asked: ["two"] });
    await types(ada, id, { three: right.three! });
    await types(ada, id, { same: rightOf(await pageOf(ada, id, 1)).same! }, 1);
    await turnClock(61 * minute);
    expect(await postGraded(ada, id, "submit", { "r.three": "1" })).toMatchObject({ status: 403 });
    await openAssignment(ada.userId, id, "192.0.2.9");
    const { begunAt, handedInAt, byClock } = await workOf(ada, id);
    expect(byClock).toBe(true);
    expect(handedInAt!.getTime() - begunAt!.getTime()).toBe(60 * minute);
    for (const n of [0, 1]) {
      expect(await kept(ada, id, n)).toMatchObject({ share: 1, answeredAt: handedInAt });
      expect(await kept(ada, id, n)).toEqual(await folded(ada, id, n));
    }
    expect(await db.draft.count({ where: { variant: { userId: ada.userId } } })).toBe(0);
  });

  test("one answer that cannot be read takes no other with it", async () => {
    const ada = await aStudent(sectionId);
    const id = await exam();
    await begins(ada, id);
    await types(ada, id, { two: "1 +", three: rightOf(await pageOf(ada, id)).three! });
    await turnClock(2 * hour);
    await handInOverdue();
    expect((await kept(ada, id)).share).toBeCloseTo(2 / 3, 12);
  });

  test("it is handed in once, whoever looks at it and however many", async () => {
    const ada = await aStudent(sectionId);
    const id = await exam();
    await begins(ada, id);
    await types(ada, id, { two: "1", three: "2" });
    await turnClock(2 * hour);
    const overdue = await assignmentFor(ada, id);
    await Promise.all([
      handInOverdue(),
      handInOverdue(),
      openAssignment(ada.userId, id, "192.0.2.9"),
      handIn(overdue, "clock"),
      handIn(overdue, "clock"),
    ]);
    expect(await kept(ada, id)).toMatchObject({ attempts: 2 });
    expect(await kept(ada, id)).toEqual(await folded(ada, id));
    expect(await handInOverdue()).toBe(0);
  });

  test("an exam of somebody who has left the page, or the section, is handed in too; a homework never is", async () => {
    const ada = await aStudent(sectionId);
    const id = await exam();
    const homework = await anAssignment({ sectionId });
    for (const one of [id, homework]) {
      await begins(ada, one);
      await types(ada, one, { two: "1" });
    }
    await db.enrollment.updateMany({
      where: { userId: ada.userId },
      data: { removedAt: new Date() },
    });
    await turnClock(3 * day);
    await handInOverdue();
    expect((await workOf(ada, id)).byClock).toBe(true);
    expect((await workOf(ada, homework)).handedInAt).toBeNull();
  });

  test("a student hands in early, with what is typed, and nothing comes after", async () => {
    const ada = await aStudent(sectionId);
    const id = await exam({ policy: { attempts: 3 } });
    await begins(ada, id);
    const page = await pageOf(ada, id);
    await types(ada, id, { two: rightOf(page).two! });
    await handIn(await assignmentFor(ada, id), "student");
    expect(await workOf(ada, id)).toMatchObject({ byClock: false, handedInAt: expect.any(Date) });
    expect((await kept(ada, id)).share).toBeCloseTo(1 / 3, 12);
    expect((await findAssignmentFor(ada.userId, id))?.phase).toBe("handed-in");
    expect(await answers(ada, id, { three: "1" })).toEqual({ status: "closed" });
    expect(await postGraded(ada, id, "keepDrafts", { "r.three": "1" })).toMatchObject({
      status: 403,
    });
  });

  test("an answer on its way while it is handed in counts or is refused, and is never half kept", async () => {
    const ada = await aStudent(sectionId);
    const id = await exam({ policy: { attempts: 20 } });
    await begins(ada, id);
    await answers(ada, id, { two: "0" });
    const at = await assignmentFor(ada, id);
    const sent = Array.from({ length: 10 }, (_, i) => answers(ada, id, { two: String(i + 1) }));
    const [replies] = await Promise.all([Promise.all(sent), handIn(at, "student")]);
    const taken = replies.filter(({ status }) => status === "recorded").length;
    expect(await kept(ada, id)).toMatchObject({ attempts: 1 + taken });
    expect(await kept(ada, id)).toEqual(await folded(ada, id));
  });

  test("the clock of deadlines is PostgreSQL's, turned by what stands in one row", async () => {
    await turnClock(5 * day);
    const ahead = (await clockNow()).getTime() - Date.now();
    expect(Math.abs(ahead - 5 * day)).toBeLessThan(60_000);
  });
});

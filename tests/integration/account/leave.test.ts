import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as answersCsv } from "@/app/account/answers.csv/route";
import { GET as dataJson } from "@/app/account/data.json/route";
import { deleteMyAccount } from "@/app/account/delete/actions";
import { deleteAccount } from "@/lib/account/leave/delete-account";
import { findLeaving } from "@/lib/account/leave/kept-for-courses";
import { findStudentGrades } from "@/lib/assessment/gradebook/student-grades";
import { hashPassword } from "@/lib/auth/password";
import { sealSession, sessionCookieName } from "@/lib/auth/session";
import { viewerOfToken } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";
import { untouched } from "@/lib/ui/filled-form";
import { lesson, load, twice } from "../a-course";
import { aForm } from "../a-fields";
import { type ALearner, aLearner, answer } from "../a-learner";
import { anAssignment, aSectionOf } from "../assessment/an-assignment";
import { endOf, request } from "../auth/a-request";
import { useDatabase } from "../use-database";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

const password = "correct horse battery";
let passwordHash: string;
let ada: ALearner;

beforeAll(async () => {
  await load({ maths: { "01-one": lesson(twice) } });
  passwordHash = await hashPassword(password);
});

beforeEach(async () => {
  await db.$executeRaw`truncate rate_limit`;
  ada = await aLearner("Ada");
  await db.user.update({ where: { id: ada.userId }, data: { passwordHash } });
  await answer(ada, { two: "1" });
});

const signIn = async ({ userId }: ALearner) => {
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const token = await sealSession(user);
  request.cookies.set(sessionCookieName(), token);
  return token;
};

/** A section in which the learner is graded. */
async function graded({ userId }: ALearner): Promise<string> {
  const sectionId = await aSectionOf("twice");
  await db.enrollment.create({ data: { userId, sectionId, role: "student", campusId: "s-17" } });
  const assignmentId = await anAssignment({ sectionId, items: ["twice"] });
  await db.assignmentWork.create({
    data: { assignmentId, userId, begunAt: new Date(), override: 0.75 },
  });
  return sectionId;
}

describe("deleting an account", () => {
  test("takes the password and a tick, ends every session, and leaves nothing of who was in no course", async () => {
    const token = await signIn(ada);
    const send = (fields: Record<string, string>) => deleteMyAccount(untouched, aForm(fields));
    expect((await send({ password })).errors.form).toMatch(/Tick the box/);
    expect((await send({ sure: "yes", password: "wrong" })).errors.password).toBeDefined();
    expect(await endOf(send({ sure: "yes", password }))).toBe("/sign-in?said=deleted");
    expect(await viewerOfToken(token)).toBeNull();
    const { userId } = ada;
    expect(await db.user.count({ where: { id: userId } })).toBe(0);
    expect(await db.variant.count({ where: { userId } })).toBe(0);
    const events = await db.auditEvent.findMany({ where: { action: "account.deleted" } });
    expect(events.at(-1)).toMatchObject({ actorId: null, personId: null });
  });

  test("keeps graded work for the section without name and email, under the campus id, and no practice", async () => {
    const sectionId = await graded(ada);
    const { userId } = ada;
    await db.auditEvent.create({
      data: {
        action: "person.added",
        personId: userId,
        sectionId,
        after: { name: "Ada", role: "student" },
      },
    });
    expect(await findLeaving(userId)).toMatchObject({ keep: [expect.any(String)] });
    expect(await deleteAccount(userId)).toEqual({ status: "deleted" });
    expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({
      name: expect.stringMatching(/^Deleted account [0-9A-F]{4}$/),
      email: null,
      passwordHash: null,
      deletedAt: expect.any(Date),
    });
    const grades = await findStudentGrades(sectionId, userId, "staff");
    expect(grades?.grades[0]?.mark).toMatchObject({ share: 0.75 });
    expect(await db.enrollment.findFirst({ where: { userId } })).toMatchObject({
      campusId: "s-17",
      removedAt: expect.any(Date),
    });
    expect(await db.submission.count({ where: { variant: { userId } } })).toBe(0);
    expect(await db.score.count({ where: { userId } })).toBe(0);
    const events = await db.auditEvent.findMany({ where: { personId: userId } });
    expect(JSON.stringify(events)).not.toContain("Ada");
    expect(events.map(({ action }) => action)).toContain("account.deleted");
  });

  test("is refused to the only admin, and to a section's only instructor, with nothing changed", async () => {
    const { userId } = ada;
    const sectionId = await aSectionOf("twice");
    await db.enrollment.create({ data: { userId, sectionId, role: "instructor" } });
    expect(await deleteAccount(userId)).toEqual({ status: "teaches-alone" });
    const bo = await aLearner("Bo");
    await db.enrollment.create({ data: { userId: bo.userId, sectionId, role: "instructor" } });
    await db.user.update({ where: { id: userId }, data: { role: "admin" } });
    expect(await deleteAccount(userId)).toEqual({ status: "last-admin" });
    await db.user.update({ where: { id: bo.userId }, data: { role: "admin" } });
    // The last two admins do not both go.
    const both = await Promise.all([deleteAccount(userId), deleteAccount(bo.userId)]);
    expect(both.filter(({ status }) => status === "deleted")).toHaveLength(1);
    await db.user.updateMany({ data: { role: "student" } });
  });

  test("leaves nothing to practise with to a window that is still open", async () => {
    await graded(ada);
    expect(await deleteAccount(ada.userId)).toEqual({ status: "deleted" });
    await expect(answer(ada, { two: "1" })).rejects.toThrow("other-numbers");
    expect(await db.variant.count({ where: { userId: ada.userId, assignedId: null } })).toBe(0);
  });

  test("holds while answers come in from another window", async () => {
    const answers = Array.from({ length: 6 }, (_, i) =>
      answer(ada, { two: String(i) }).catch(() => "gone"),
    );
    const [outcome] = await Promise.all([deleteAccount(ada.userId), ...answers]);
    expect(outcome).toEqual({ status: "deleted" });
    const left = await db.user.findUnique({ where: { id: ada.userId } });
    expect(left?.email ?? null).toBeNull();
  });
});

describe("downloading one's data", () => {
  test("gives everything that was typed, and neither keys nor the numbers they come from", async () => {
    await graded(ada);
    await signIn(ada);
    const response = await dataJson();
    expect(response.headers.get("content-disposition")).toMatch(/attachment/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const text = await response.text();
    const data = JSON.parse(text);
    expect(data).toMatchObject({
      account: { name: "Ada" },
      signsInWith: { password: true },
      sections: [{ campusId: "s-17" }],
      answers: [{ exercise: expect.any(String), part: "two", typed: "1", assignment: null }],
    });
    const variant = await db.variant.findFirstOrThrow({ where: { userId: ada.userId } });
    for (const secret of [variant.seed, passwordHash]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/"(key|givens|seed|passwordHash|hash)"/);
    const csv = await (await answersCsv()).text();
    expect(csv).toMatch(/Typed,Points,Of\r\n.*,two,1,/);
  });

  test("is nobody else's: without a session there is nothing", async () => {
    for (const route of [dataJson, answersCsv]) expect((await route()).status).toBe(404);
  });

  test("is for people: after twenty in an hour it has to wait", async () => {
    await signIn(ada);
    for (let i = 0; i < 20; i++) await answersCsv();
    expect((await answersCsv()).status).toBe(429);
  });
});

import { beforeEach, expect, test } from "vitest";
import {
  answerReport,
  listOwnReports,
  listReports,
  reportExercise,
} from "@/lib/assessment/reports";
import { ensureWork } from "@/lib/assessment/sitting/work";
import { db } from "@/lib/db/client";
import { type ALearner, aLearner } from "../a-learner";
import { useDatabase } from "../use-database";
import { loadLesson, wrongKey } from "./a-regrade";
import { anAssignment, answers, aSectionOf, aStudent } from "./an-assignment";

useDatabase();

let sectionId: string;
let assignmentId: string;
let student: ALearner;
let assignedId: string;

beforeEach(async () => {
  await db.$executeRaw`truncate "user", course cascade`;
  await loadLesson(wrongKey);
  sectionId = await aSectionOf("double");
  assignmentId = await anAssignment({ sectionId, items: ["double"] });
  student = await aStudent(sectionId);
  assignedId = (await ensureWork(assignmentId, student.userId)).exercises[0]!.id;
});

const reports = (text = "It is right.") =>
  reportExercise(student.userId, { assignmentId, assignedId, text });

test("a student reports what they have answered, once until it is answered", async () => {
  expect(await reports()).toBe("nothing-sent");
  await answers(student, assignmentId, { two: "1" });
  expect(await Promise.all([reports(), reports()])).toEqual(
    expect.arrayContaining(["kept", "waits"]),
  );
  expect(await listOwnReports(student.userId, assignmentId)).toMatchObject([
    { assignedId, text: "It is right.", reply: null },
  ]);
});

test("nobody reports another's exercise", async () => {
  await answers(student, assignmentId, { two: "1" });
  const other = await aStudent(sectionId);
  const report = { assignmentId, assignedId, text: "Mine" };
  expect(await reportExercise(other.userId, report)).toBe("nothing-sent");
});

test("an answer with a mark stands for the student, is kept with who gave it and why, and is given once", async () => {
  await answers(student, assignmentId, { two: "1" });
  await reports();
  const { userId: actorId } = await aLearner("Rita");
  const { id } = (await listReports(sectionId))[0]!;
  const answer = { reply: "You are right.", override: 0.5 };
  const outcomes = await Promise.all(
    [1, 2].map(() => answerReport(actorId, sectionId, id, answer)),
  );
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  expect(await listOwnReports(student.userId, assignmentId)).toMatchObject([
    { reply: "You are right." },
  ]);
  const row = await db.assignedExercise.findUnique({ where: { id: assignedId } });
  expect(row).toMatchObject({ override: 0.5, share: 0 });
  const events = await db.auditEvent.findMany({ where: { personId: student.userId } });
  expect(events.map(({ action }) => action).toSorted()).toEqual([
    "grade.override",
    "report.answered",
  ]);
  expect(events.every((event) => event.actorId === actorId)).toBe(true);
});

test("another section's staff find no report here", async () => {
  await answers(student, assignmentId, { two: "1" });
  await reports();
  const other = await aSectionOf("double");
  const { id } = (await listReports(sectionId))[0]!;
  expect(await listReports(other)).toEqual([]);
  const { userId } = await aLearner("Rita");
  expect(await answerReport(userId, other, id, { reply: "No", override: null })).toBe(false);
});

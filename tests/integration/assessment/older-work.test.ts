import { expect, test } from "vitest";
import { listOlderWork } from "@/lib/assessment/regrade/list-older";
import { db } from "@/lib/db/client";
import { useDatabase } from "../use-database";
import { apply, loadLesson, plan, rightKey, wrongKey } from "./a-regrade";
import { anAssignment, answers, aSectionOf, aStudent, pageOf } from "./an-assignment";

useDatabase();

test("graded work on an earlier version is listed until it is judged anew, for those who teach the section; others see whom to ask", async () => {
  await loadLesson(wrongKey);
  const sectionId = await aSectionOf("double");
  const teacher = await db.user.create({ data: { name: "Ines" } });
  const other = await db.user.create({ data: { name: "Bo", role: "instructor" } });
  await db.enrollment.create({ data: { sectionId, userId: teacher.id, role: "instructor" } });
  const { courseId } = await db.section.findUniqueOrThrow({ where: { id: sectionId } });
  const id = await anAssignment({ sectionId, items: ["double"] });
  const student = await aStudent(sectionId);
  const { work } = await pageOf(student, id);
  await answers(student, id, { two: String(2 * Number(work.numbers.givens.a)) });
  expect(await listOlderWork(courseId, teacher)).toEqual([]);
  await loadLesson(rightKey);
  const found = { sectionId, exercise: "Twice", students: 1, teachers: ["Ines"] };
  expect(await listOlderWork(courseId, teacher)).toMatchObject([{ ...found, mine: true }]);
  expect(await listOlderWork(courseId, other)).toMatchObject([{ ...found, mine: false }]);
  await apply(await plan({ sectionId }));
  expect(await listOlderWork(courseId, teacher)).toEqual([]);
});

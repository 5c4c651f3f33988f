import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { beforeAll, expect, test } from "vitest";
import { goOnWithRegrade, resumeRegrades } from "@/lib/assessment/regrade/go-on";
import { applyRegrade, planRegrade } from "@/lib/assessment/regrade/regrade";
import { db, pool } from "@/lib/db/client";
import { useDatabase } from "../use-database";
import { choice, loadLesson, rightKey, wrongKey } from "./a-regrade";
import { anAssignment, answers, aSectionOf, aStudent, pageOf } from "./an-assignment";
import { copyWork } from "./many-students";

useDatabase();

const students = 1000;

let sectionId: string;
let actorId: string;

beforeAll(async () => {
  await loadLesson(wrongKey);
  sectionId = await aSectionOf("double");
  const id = await anAssignment({ sectionId, items: ["double"] });
  const student = await aStudent(sectionId);
  const { work, assigned } = await pageOf(student, id);
  await answers(student, id, { two: String(2 * Number(work.numbers.givens.a)) });
  await copyWork(assigned.id, students - 1);
  actorId = (await db.user.create({ data: { name: "Rita" } })).id;
  await loadLesson(rightKey);
});

const begin = (regradeId: string): ChildProcess =>
  spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      "--conditions=react-server",
      `${import.meta.dirname}/regrade-process.ts`,
      regradeId,
    ],
    { stdio: "inherit" },
  );

const doneOf = async (id: string) => (await db.regrade.findUniqueOrThrow({ where: { id } })).done;

/** Kills the process once some batches are done, and not all. */
async function killMidway(id: string): Promise<void> {
  const child = begin(id);
  while ((await doneOf(id)) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  await once(child, "exit");
  const done = await doneOf(id);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(students);
}

test("a regrade whose process is killed while it is worked out, and again while it is applied, ends as if nothing had been", async () => {
  const { id: exerciseId } = await db.exercise.findFirstOrThrow();
  const id = (await planRegrade({ actorId, sectionId, exerciseId }))!;
  await killMidway(id);
  await goOnWithRegrade(id);
  expect(await db.regrade.findUnique({ where: { id } })).toMatchObject({
    status: "planned",
    done: students,
  });

  await applyRegrade(actorId, sectionId, id, choice);
  await killMidway(id);
  const midway = await db.assignedExercise.groupBy({ by: ["share"], _count: true });
  expect(midway).toHaveLength(2);
  await goOnWithRegrade(id);
  expect(await db.regrade.findUnique({ where: { id } })).toMatchObject({
    status: "applied",
    done: students,
  });
  const shares = await db.assignedExercise.groupBy({ by: ["share"], _count: true });
  expect(shares).toEqual([{ share: 1, _count: students }]);
  const told = await db.auditEvent.groupBy({
    by: ["personId"],
    where: { action: "grade.regraded" },
    _count: true,
  });
  expect(told).toHaveLength(students);
  expect(told.every(({ _count }) => _count === 1)).toBe(true);
  expect(await db.regradeResult.count()).toBe(students);
}, 120_000);

test("what stands still is asked for again by itself, and what gets on is not", async () => {
  const { id: exerciseId } = await db.exercise.findFirstOrThrow();
  const id = (await planRegrade({ actorId, sectionId, exerciseId }))!;
  const queued = async () => {
    const { rows } = await pool.query("select key from graphile_worker.jobs where key = $1", [
      `regrade ${id}`,
    ]);
    return rows.length;
  };
  await pool.query("delete from graphile_worker._private_jobs");
  await resumeRegrades();
  expect(await queued()).toBe(0);
  await db.regrade.update({ where: { id }, data: { movedAt: new Date(0) } });
  await resumeRegrades();
  expect(await queued()).toBe(1);
});

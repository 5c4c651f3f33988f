import { randomUUID } from "node:crypto";
import { recordSubmission } from "@/lib/answering/submit";
import { listGradedWork, type Work } from "@/lib/answering/work";
import { applyRegrade, planRegrade } from "@/lib/assessment/regrade/regrade";
import { findAssignmentFor } from "@/lib/assessment/sitting/assignment-for";
import { beginWork } from "@/lib/assessment/sitting/begin";
import { rulesFor } from "@/lib/assessment/sitting/rules";
import { ensureWork } from "@/lib/assessment/sitting/work";
import { startingPolicies } from "@/lib/assessment/terms/policy";
import { db } from "@/lib/db/client";
import type { RegradeStatus } from "@/lib/db/generated/client";
import { kinds } from "@/lib/exercise/kinds";
import { copyWork } from "../integration/assessment/many-students";
import type { BenchRow } from "./row";

const drawn = 20;
const copies = 200;
const submissions = drawn * copies * 5;

/** Each answer is right, has its sign turned, or is wrong in a way that every rule is tried for in vain. */
const factors = [-1, 1.7, -1, 1, 1];

/** A regrade of 20,000 submissions to an exercise of four parts, one of whose keys was wrong, worked out and applied by the
 *  product's own jobs. */
export async function regradeBench(): Promise<BenchRow[]> {
  const { actorId, sectionId, exerciseId } = await fillAssignment();
  await correct(exerciseId);
  const begun = performance.now();
  const id = (await planRegrade({ actorId, sectionId, exerciseId }))!;
  await until(id, "planned");
  const planned = performance.now();
  const choice = { treatment: "keep", keepsHigher: true, reason: "A bench run" } as const;
  await applyRegrade(actorId, sectionId, id, choice);
  await until(id, "applied");
  const applied = performance.now();
  const name = `regrade of ${submissions.toLocaleString("en-GB")} submissions`;
  const row = (what: string, ms: number): BenchRow => ({
    name: `${name}${what}`,
    value: ms / 1000,
    unit: "s",
  });
  const value = (applied - begun) / 1000;
  return [
    row(", worked out", planned - begun),
    row(", applied", applied - planned),
    { ...row("", applied - begun), aim: 60, met: value <= 60 },
  ];
}

async function until(id: string, status: RegradeStatus): Promise<void> {
  while ((await db.regrade.findUniqueOrThrow({ where: { id } })).status !== status)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

async function fillAssignment() {
  const exercise = await db.exercise.findFirstOrThrow({
    where: { slug: "output-gradients", shown: true },
    include: { lesson: true },
  });
  const { id: exerciseId, lesson } = exercise;
  const section = await db.section.create({
    data: { courseId: lesson.courseId, name: "Regraded" },
  });
  const actor = await db.user.create({ data: { name: "Rita" } });
  const hour = 3_600_000;
  const at = (hours: number) => new Date(Date.now() + hours * hour);
  const assignment = await db.assignment.create({
    data: {
      sectionId: section.id,
      title: "To be regraded",
      publishedAt: at(-1),
      opensAt: at(-1),
      dueAt: at(1),
      closesAt: at(1),
      policy: startingPolicies.homework,
      items: { create: { place: 0, points: 10, pool: { create: { exerciseId, place: 0 } } } },
    },
  });
  for (let i = 0; i < drawn; i++)
    await copyWork(await answerAll(section.id, assignment.id), copies - 1);
  await db.$executeRaw`analyze`;
  return { actorId: actor.id, sectionId: section.id, exerciseId };
}

/** A student who answers five times; gives their assigned exercise. */
async function answerAll(sectionId: string, assignmentId: string): Promise<string> {
  const { id: userId } = await db.user.create({
    data: { name: "One", enrollments: { create: { sectionId } } },
  });
  const learner = { userId, seedKey: `user:${userId}`, viewer: null };
  const found = async () => (await findAssignmentFor(userId, assignmentId))!;
  await beginWork(await found(), { password: "", address: "127.0.0.1" });
  const assigned = (await ensureWork(assignmentId, userId)).exercises[0]!;
  const series = {
    assignedId: assigned.id,
    exerciseId: assigned.exerciseId,
    versionId: assigned.versionId,
  };
  const rules = rulesFor(await found(), assigned.id);
  for (const factor of factors) {
    const work = (await listGradedWork(learner, [series])).get(assigned.id)!.at(-1)!;
    const { version, number, mark } = work;
    const form = { versionId: version.id, number, mark, idempotencyKey: randomUUID(), asked: [] };
    const responses = responsesOf(work, factor);
    const { status } = await recordSubmission(
      learner,
      { ...form, responses },
      new Date(),
      [],
      rules,
    );
    if (status !== "recorded") throw new Error(`a bench submission was ${status}`);
  }
  return assigned.id;
}

/** The right answers, each number so many times what it should be. */
function responsesOf({ version, numbers }: Work, factor: number): Record<string, string> {
  return Object.fromEntries(
    version.exercise.parts.map(({ name, kind }) => {
      const right = kinds[kind].keyAsResponse(numbers.key[name], numbers.view[name]);
      const times = (digits: string) => String(Number((factor * Number(digits)).toPrecision(6)));
      return [name, factor === 1 ? right : right.replace(/-?\d+(\.\d+)?(e[+-]?\d+)?/g, times)];
    }),
  );
}

/** Another version becomes the newest, as when a corrected file is loaded. */
async function correct(exerciseId: string): Promise<void> {
  const { currentId } = await db.exercise.findUniqueOrThrow({ where: { id: exerciseId } });
  const before = await db.exerciseVersion.findUniqueOrThrow({ where: { id: currentId! } });
  const source = before.source.replace("answer={dz3 * T(h2)}", "answer={2 * dz3 * T(h2)}");
  if (source === before.source) throw new Error("the bench corrects nothing");
  const { id } = await db.exerciseVersion.create({
    data: { id: randomUUID().replaceAll("-", ""), exerciseId, source },
  });
  await db.exercise.update({ where: { id: exerciseId }, data: { currentId: id } });
}

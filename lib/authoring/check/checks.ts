import "server-only";
import { createHash } from "node:crypto";
import type { Around } from "@/lib/authoring/draft/tasks";
import { db } from "@/lib/db/client";
import type { DraftCheck, DraftCheckState, Prisma } from "@/lib/db/generated/client";
import { enqueue, prepareQueue } from "@/lib/jobs/enqueue";
import type { LessonCheck } from "./lesson-check";
import { productName } from "./product";
import { runCheck } from "./run-check";

/** A lesson's text to be checked, and what it may speak of. */
export interface LessonText extends Around {
  readonly source: string;
}

/** A check as it stands. */
export interface FoundCheck {
  readonly state: DraftCheckState;
  /** Exercises looked at so far, and all of them; null while they are not counted yet. */
  readonly done: number;
  readonly total: number | null;
  /** Null until it is finished. */
  readonly report: LessonCheck | null;
}

/** What names the check of a text: the same text of a course, under the same names and by the same product, has one. Lessons
 *  that the text doesn't name may come and go. */
export function checkIdOf(courseId: string, { source, names, files }: LessonText): string {
  const words = new Set(source.match(/[\w-]+/g));
  const lessons = names.lessons.filter((lesson) => words.has(lesson)).toSorted();
  const { skills, terms } = names;
  return createHash("sha256")
    .update(JSON.stringify([productName(), courseId, source, skills, terms, lessons, files]))
    .digest("hex");
}

/** The check of a text; null where nobody has asked for it. */
export async function findCheck(courseId: string, text: LessonText): Promise<FoundCheck | null> {
  const row = await db.draftCheck.findUnique({ where: { id: checkIdOf(courseId, text) } });
  return row && found(row);
}

function found({ state, done, total, report }: DraftCheck): FoundCheck {
  return { state, done, total, report: report === null ? null : JSON.parse(report) };
}

/** How the checks of these texts stand, in their order; null where nobody has asked for one. */
export async function checkStates(
  courseId: string,
  texts: readonly LessonText[],
): Promise<(DraftCheckState | null)[]> {
  const ids = texts.map((text) => checkIdOf(courseId, text));
  const rows = await db.draftCheck.findMany({
    where: { id: { in: ids } },
    select: { id: true, state: true },
  });
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  return ids.map((id) => states.get(id) ?? null);
}

interface Asking {
  readonly courseId: string;
  /** Who asks. */
  readonly userId: string;
  /** Whether a check that found out nothing, for want of time or memory, is done once more. */
  readonly again?: boolean;
}

/** Has a text checked in the background, and gives how that stands. Asked for again, it is the same check. Authors take
 *  turns: however many checks one of them has waiting, another's first is done after one of those at most. */
export async function askCheck(
  { courseId, userId, again = false }: Asking,
  text: LessonText,
): Promise<FoundCheck> {
  const id = checkIdOf(courseId, text);
  await prepareQueue();
  const row = await db.$transaction(async (tx) => {
    const { source, names, files } = text;
    const around = { names, files } as object;
    const turn = await nextTurn(tx, userId);
    const data = { id, courseId, source, around, askedById: userId, turn };
    const { count } = await tx.draftCheck.createMany({ data: [data], skipDuplicates: true });
    const isNew = count > 0 || (again && (await takeUpAgain(tx, { id, turn })));
    if (isNew) await enqueueCheck({ id, turn }, { tx });
    return tx.draftCheck.update({ where: { id }, data: { askedAt: new Date() } });
  });
  return found(row);
}

/** Whether a check had no time or memory to be finished, and stands at its beginning again now. */
async function takeUpAgain(
  tx: Prisma.TransactionClient,
  { id, turn }: Pick<DraftCheck, "id" | "turn">,
): Promise<boolean> {
  const row = await tx.draftCheck.findUniqueOrThrow({ where: { id } });
  if (row.state !== "failed" || !found(row).report?.isUnfinished) return false;
  const fresh = {
    state: "checking",
    report: null,
    done: 0,
    total: null,
    movedAt: new Date(),
    turn,
  } as const;
  const { count } = await tx.draftCheck.updateMany({ where: { id, state: "failed" }, data: fresh });
  return count > 0;
}

/** The last turn there is: a job's priority goes no higher. */
const lastTurn = 32_000;

/** When a check of somebody is done: each of theirs a turn later than the one before, the first at the turn that it is now. */
async function nextTurn(tx: Prisma.TransactionClient, askedById: string): Promise<number> {
  const state = "checking" as const;
  const [all, own] = [
    await tx.draftCheck.aggregate({ where: { state }, _min: { turn: true } }),
    await tx.draftCheck.aggregate({ where: { state, askedById }, _max: { turn: true } }),
  ];
  return Math.min(lastTurn, Math.max(all._min.turn ?? 0, (own._max.turn ?? -1) + 1));
}

const enqueueCheck = (
  { id, turn }: Pick<DraftCheck, "id" | "turn">,
  options: Pick<NonNullable<Parameters<typeof enqueue>[2]>, "tx" | "keepsPlace">,
) => enqueue("check lesson", { checkId: id }, { key: `check ${id}`, priority: turn, ...options });

/** Does a check that was asked for. It may be done twice: it comes to the same. */
export async function doCheck(checkId: string, stop?: AbortSignal): Promise<void> {
  const row = await db.draftCheck.findUnique({ where: { id: checkId } });
  if (row?.state !== "checking") return;
  const move = async (done: number, total: number) => {
    await db.draftCheck.updateMany({
      where: { id: checkId, state: "checking" },
      data: { done, total, movedAt: new Date() },
    });
  };
  await move(0, 0);
  const around = row.around as unknown as Around;
  const check = await runCheck({ source: row.source, ...around, onProgress: move, stop });
  const total = check.exercises.length;
  const state = check.issues.length > 0 ? ("failed" as const) : ("passed" as const);
  await db.draftCheck.updateMany({
    where: { id: checkId },
    data: { state, done: total, total, report: JSON.stringify(check), movedAt: new Date() },
  });
}

/** Longer than one exercise takes, in ms. */
const stillFor = 90_000;

/** Takes up checks that have stood still: their process was killed. Those that wait are among them, and go on waiting. */
export async function resumeChecks(): Promise<void> {
  const rows = await db.draftCheck.findMany({
    where: { state: "checking", movedAt: { lt: new Date(Date.now() - stillFor) } },
    select: { id: true, turn: true },
  });
  for (const row of rows) await enqueueCheck(row, { keepsPlace: true });
}

const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Removes checks that nobody has asked for in a month. */
export async function removeOldChecks(): Promise<void> {
  await db.draftCheck.deleteMany({ where: { askedAt: { lt: new Date(Date.now() - keptFor) } } });
}

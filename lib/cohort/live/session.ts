import "server-only";
import { liveChannel } from "@/lib/answering/keep-submission";
import { db, pool } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { isExerciseOf } from "../section";

/** An exercise that a section answers together. */
export interface LiveSession {
  readonly id: string;
  readonly sectionId: string;
  readonly exerciseId: string;
  readonly title: string;
  readonly startedAt: Date;
  /** The section's. */
  readonly timeZone: string;
  /** Whether answers still count for it. */
  readonly open: boolean;
}

/** So long a session that nobody stops stays open. */
const mostHours = 4;

const columns = `
  l.id, l.section_id as "sectionId", l.exercise_id as "exerciseId", e.title,
  l.started_at as "startedAt", s.time_zone as "timeZone", l.ends_at > now() as open
  from live_session l
  join exercise e on e.id = l.exercise_id
  join section s on s.id = l.section_id`;

/** The session that is open in a section; null when none is. */
export async function findOpenLive(sectionId: string): Promise<LiveSession | null> {
  return (await listOpenLive([sectionId]))[0] ?? null;
}

/** The sessions that are open in these sections, one a section at most. */
export async function listOpenLive(sectionIds: readonly string[]): Promise<LiveSession[]> {
  const { rows } = await pool.query<LiveSession>({
    name: "open-live-sessions",
    text: `select ${columns} where l.section_id = any($1) and l.ends_at > now()`,
    values: [sectionIds],
  });
  return rows;
}

/** A section's newest sessions, open or over. */
export async function listLive(sectionId: string): Promise<LiveSession[]> {
  const { rows } = await pool.query<LiveSession>({
    name: "live-sessions",
    text: `select ${columns} where l.section_id = $1 order by l.started_at desc limit 10`,
    values: [sectionId],
  });
  return rows;
}

/** Opens an exercise to a section; what was open in it before is closed. False, with nothing done, where the exercise is
 *  none of the section's course. */
export async function startLive(sectionId: string, exerciseId: string): Promise<boolean> {
  if (!isId(exerciseId) || !(await isExerciseOf(sectionId, exerciseId))) return false;
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from section where id = ${sectionId}::uuid for update`;
    await tx.$queryRawUnsafe(stop, sectionId);
    const now = new Date();
    const endsAt = new Date(now.getTime() + mostHours * 3_600_000);
    await tx.liveSession.create({ data: { sectionId, exerciseId, startedAt: now, endsAt } });
  });
  return true;
}

/** Closes what is open in a section. Gives its id; null where nothing is open. */
export async function stopLive(sectionId: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(stop, [sectionId]);
  return rows[0]?.id ?? null;
}

/** Whoever watches hears of it too. */
const stop = `
  with ended as (
    update live_session set ends_at = now() where section_id = $1::uuid and ends_at > now() returning id
  )
  select id::text, pg_notify('${liveChannel}', id::text)::text as told from ended`;

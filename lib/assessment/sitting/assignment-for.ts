import "server-only";
import { endsFor, hasClosed, type Phase, phaseOf } from "@/lib/assessment/terms/phase";
import { policySchema } from "@/lib/assessment/terms/policy";
import { type GivenExtension, type Terms, termsOf } from "@/lib/assessment/terms/terms";
import { pool } from "@/lib/db/client";
import type { AssignmentKind } from "@/lib/db/generated/client";

/** An assignment as it holds for one student of its section. */
export interface AssignmentFor {
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  /** Markdown. */
  readonly intro: string;
  readonly kind: AssignmentKind;
  readonly section: {
    readonly id: string;
    readonly name: string;
    readonly course: { readonly slug: string; readonly title: string };
    readonly timeZone: string;
    /** Late days of each student in all of its assignments. */
    readonly lateDays: number;
  };
  readonly terms: Terms;
  /** What must be typed to begin; null where nothing must. Never leaves the server. */
  readonly password: string | null;
  /** Null where there is none yet. */
  readonly work: WorkHead | null;
  /** By the clock of deadlines. */
  readonly now: Date;
  readonly phase: Phase;
  /** When their answers stop counting. */
  readonly endsAt: Date;
  /** Whether what is due after closing is due. */
  readonly closed: boolean;
  /** Late days that they have spent in the section. */
  readonly spent: number;
}

export interface WorkHead {
  readonly id: string;
  readonly begunAt: Date | null;
  readonly handedInAt: Date | null;
  readonly byClock: boolean;
  readonly override: number | null;
  readonly excused: boolean;
  readonly comment: string;
}

interface Row
  extends Pick<AssignmentFor, "id" | "userId" | "title" | "intro" | "kind" | "section"> {
  readonly password: string | null;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly closesAt: Date;
  readonly policy: unknown;
  readonly timeFactor: number;
  readonly extensions: readonly StoredExtension[];
  readonly work: StoredWork | null;
  readonly now: Date;
  readonly spent: number;
}

interface StoredExtension extends Omit<GivenExtension, "dueAt" | "closesAt"> {
  readonly dueAt: number | null;
  readonly closesAt: number | null;
}

type StoredWork = Omit<WorkHead, "begunAt" | "handedInAt"> & {
  readonly begunAt: number | null;
  readonly handedInAt: number | null;
};

const ms = (at: string) => `(extract(epoch from ${at}) * 1000)::float8`;

/** Assignments `a` with what holds for the people `e` enrolled in their sections. */
const assignmentsFor = `
  select a.id, e.user_id as "userId", a.title, a.intro, a.kind, a.password, a.policy,
    a.opens_at as "opensAt", a.due_at as "dueAt", a.closes_at as "closesAt", e.time_factor as "timeFactor",
    jsonb_build_object(
      'id', s.id, 'name', s.name, 'timeZone', s.time_zone, 'lateDays', s.late_days,
      'course', jsonb_build_object('slug', c.slug, 'title', c.title)
    ) as section,
    (
      select coalesce(jsonb_agg(jsonb_build_object(
        'dueAt', ${ms("x.due_at")}, 'closesAt', ${ms("x.closes_at")}, 'extraAttempts', x.extra_attempts,
        'extraMinutes', x.extra_minutes, 'lateDays', x.late_days
      )), '[]')
      from extension x
      where x.assignment_id = a.id and x.ended_at is null
        and (x.user_id = e.user_id or (x.user_id is null and x."group" = e."group"))
    ) as extensions,
    (
      select jsonb_build_object(
        'id', w.id, 'begunAt', ${ms("w.begun_at")}, 'handedInAt', ${ms("w.handed_in_at")},
        'byClock', w.by_clock, 'override', w.override, 'excused', w.excused, 'comment', w.comment
      )
      from assignment_work w where w.assignment_id = a.id and w.user_id = e.user_id
    ) as work,
    (
      select coalesce(sum(x.late_days), 0)::int
      from extension x join assignment other on other.id = x.assignment_id
      where other.section_id = a.section_id and x.user_id = e.user_id and x.ended_at is null
    ) as spent,
    clock_now() as now
  from assignment a
  join section s on s.id = a.section_id
  join course c on c.id = s.course_id
  join enrollment e on e.section_id = a.section_id`;

/** What holds for a student in an assignment; null where it is not published, or they are no student of its section. */
export async function findAssignmentFor(
  userId: string,
  assignmentId: string,
): Promise<AssignmentFor | null> {
  const { rows } = await pool.query<Row>({
    name: "find-assignment-for",
    text: `${assignmentsFor}
      where a.id = $2 and e.user_id = $1 and e.role = 'student' and e.removed_at is null
        and a.published_at is not null`,
    values: [userId, assignmentId],
  });
  return rows[0] ? read(rows[0]) : null;
}

/** What holds in an assignment for each who is, or was, in its section, published or not. For staff. */
export async function listForAll(assignmentId: string): Promise<AssignmentFor[]> {
  const { rows } = await pool.query<Row>({
    name: "list-assignment-for-all",
    text: `${assignmentsFor} where a.id = $1`,
    values: [assignmentId],
  });
  return rows.map(read);
}

/** Exams that somebody has begun and not handed in, for each who has. */
export async function listUnfinishedExams(): Promise<AssignmentFor[]> {
  const { rows } = await pool.query<Row>({
    name: "list-unfinished-exams",
    text: `${assignmentsFor}
      join assignment_work unfinished on unfinished.assignment_id = a.id and unfinished.user_id = e.user_id
      where a.kind = 'exam' and unfinished.begun_at is not null and unfinished.handed_in_at is null`,
  });
  return rows.map(read);
}

function read({ timeFactor, extensions, work: stored, policy, ...row }: Row): AssignmentFor {
  const { opensAt, dueAt, closesAt, ...rest } = row;
  const { timeZone } = row.section;
  const dates = { opensAt, dueAt, closesAt, policy: policySchema.parse(policy), timeZone };
  const given = extensions.map((one) => ({
    ...one,
    dueAt: dateOf(one.dueAt),
    closesAt: dateOf(one.closesAt),
  }));
  const terms = termsOf(dates, timeFactor, given);
  const work = stored && {
    ...stored,
    begunAt: dateOf(stored.begunAt),
    handedInAt: dateOf(stored.handedInAt),
  };
  const begunAt = work?.begunAt ?? null;
  const handedInAt = work?.handedInAt ?? null;
  return {
    ...rest,
    terms,
    work,
    phase: phaseOf({ terms, begunAt, handedInAt, now: row.now }),
    endsAt: endsFor(terms, begunAt),
    closed: hasClosed(terms, row.now),
  };
}

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

import "server-only";
import { z } from "zod";
import { type Records, recordChange } from "./audit";
import { dayOf, isDay, newJoinCode, sectionName } from "./settings";

/** What has to be said of a copy. Far days are typing slips, and so are days that a last day could not be counted from. */
export const copyForm = z.object({
  section: z.uuid(),
  name: sectionName,
  startsOn: z
    .string()
    .min(1, "Choose the first day of the new term.")
    .refine(isDay, "Write the day as year-month-day, as in 2027-02-15.")
    .refine((day) => day >= "2000" && day < "2200", "Check the year: it is far off."),
});

export interface CopiedSection {
  readonly name: string;
  /** The first day of the new term, as "2027-02-15". */
  readonly startsOn: string;
}

/** A copy that was just made. */
export interface SectionCopy {
  readonly id: string;
  /** By how many days its dates are later; null where the original's first day says nothing of it. */
  readonly days: number | null;
}

/** Copies a section for a new term. Lessons left out, time zone, late days, grading and staff come along, students do not;
 *  all dates move by the days between the first days, and a new code lets people join. A last day without a first one is
 *  left open, since nothing says how far it moves. Assignments are copied by who calls this, in the same transaction.
 *  Throws where there is no such section. */
export async function copySection(
  tx: Records,
  actorId: string,
  sectionId: string,
  { name, startsOn }: CopiedSection,
): Promise<SectionCopy> {
  // What is copied is of one moment.
  await tx.$queryRaw`select 1 from section where id = ${sectionId}::uuid for share`;
  const from = await tx.section.findUniqueOrThrow({ where: { id: sectionId }, select: copied });
  const { startsOn: began, endsOn: ended, grading, ...settings } = from;
  const days = began ? daysBetween(dayOf(began)!, startsOn) : null;
  const endsOn = days !== null && ended ? laterBy(ended, days) : null;
  const { id } = await tx.section.create({
    data: {
      ...settings,
      grading: grading ?? {},
      name,
      startsOn: dateOf(startsOn),
      endsOn,
      joinCode: newJoinCode(),
      enrollments: { createMany: { data: await staffOf(tx, sectionId) } },
    },
    select: { id: true },
  });
  const after = { name, from: sectionId, startsOn, endsOn: dayOf(endsOn) };
  await recordChange(tx, { action: "section.copied", actorId, sectionId: id, after });
  return { id, days };
}

const copied = {
  courseId: true,
  timeZone: true,
  leavesOut: true,
  lateDays: true,
  grading: true,
  startsOn: true,
  endsOn: true,
} as const;

const staffOf = (tx: Records, sectionId: string) =>
  tx.enrollment.findMany({
    where: { sectionId, role: { not: "student" }, removedAt: null },
    select: { userId: true, role: true, campusId: true },
  });

/** Midnight in UTC, as the database's dates come: every day there has 24 hours. */
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

const dayLong = 24 * 60 * 60 * 1000;

const daysBetween = (from: string, to: string): number =>
  Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / dayLong);

const laterBy = (date: Date, days: number): Date => new Date(date.getTime() + days * dayLong);

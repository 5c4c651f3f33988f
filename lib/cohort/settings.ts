import "server-only";
import { randomInt } from "node:crypto";
import { z } from "zod";
import { plainName } from "@/lib/auth/plain-name";
import { db } from "@/lib/db/client";
import { recordChange } from "./audit";
import { isTimeZone } from "./time-zone";

const day = z
  .string()
  .refine(
    (text) => text === "" || isDay(text),
    "Write the day as year-month-day, as in 2027-02-15.",
  )
  .transform((text) => text || null);

export const sectionName = z
  .string()
  .transform(plainName)
  .pipe(
    z
      .string()
      .min(1, "Give the section a name, such as “Spring 2027, group A”.")
      .max(100, "Please use a name of at most 100 characters."),
  );

/** What an instructor can set of a section. Days are as "2027-02-15"; null where nobody has said. */
export const settingsForm = z
  .object({
    name: sectionName,
    startsOn: day,
    endsOn: day,
    timeZone: z.string().refine(isTimeZone, "Choose a time zone from the list."),
    leavesOut: z.array(z.uuid()),
    lateDays: z
      .string()
      .trim()
      .regex(/^\d{0,2}$/, "Write a whole number of days from 0 to 99.")
      .transform(Number),
  })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn, {
    path: ["endsOn"],
    message: "The last day is before the first.",
  });

export type Settings = z.output<typeof settingsForm>;

export interface SectionSettings extends Settings {
  readonly id: string;
  readonly joinCode: string | null;
  readonly demo: boolean;
  readonly course: { readonly id: string; readonly slug: string; readonly title: string };
}

/** A section's settings; null when there is no such section. */
export async function findSettings(sectionId: string): Promise<SectionSettings | null> {
  const row = await db.section.findUnique({
    where: { id: sectionId },
    select: {
      id: true,
      name: true,
      startsOn: true,
      endsOn: true,
      timeZone: true,
      leavesOut: true,
      lateDays: true,
      joinCode: true,
      demo: true,
      course: { select: { id: true, slug: true, title: true } },
    },
  });
  return row && { ...row, startsOn: dayOf(row.startsOn), endsOn: dayOf(row.endsOn) };
}

/** Changes a section's settings and keeps what they were; says which. Nothing is kept where nothing changes. */
export async function changeSettings(
  actorId: string,
  sectionId: string,
  settings: Settings,
): Promise<{ readonly changed: readonly (keyof Settings)[] }> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from section where id = ${sectionId}::uuid for update`;
    const row = await tx.section.findUniqueOrThrow({ where: { id: sectionId } });
    const now = { ...row, startsOn: dayOf(row.startsOn), endsOn: dayOf(row.endsOn) };
    const names = Object.keys(settings) as (keyof Settings)[];
    const changed = names.filter((name) => String(now[name]) !== String(settings[name]));
    if (changed.length === 0) return { changed };
    await tx.section.update({ where: { id: sectionId }, data: columnsOf(settings) });
    const pick = (from: Settings) => Object.fromEntries(changed.map((name) => [name, from[name]]));
    await recordChange(tx, {
      action: "section.settings",
      actorId,
      sectionId,
      before: pick(now),
      after: pick(settings),
    });
    return { changed };
  });
}

/** Makes a section of a course whose instructor is who makes it; gives its id, or null where there is no such course. */
export async function createSection(
  actorId: string,
  courseId: string,
  settings: Settings,
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    if (!(await tx.course.findUnique({ where: { id: courseId }, select: { id: true } })))
      return null;
    const { id } = await tx.section.create({
      data: {
        ...columnsOf(settings),
        courseId,
        joinCode: newJoinCode(),
        enrollments: { create: { userId: actorId, role: "instructor" } },
      },
      select: { id: true },
    });
    const after = { name: settings.name };
    await recordChange(tx, { action: "section.made", actorId, sectionId: id, after });
    return id;
  });
}

/** Lets people join by a new code, and by no earlier one; or by none at all. Gives the code. */
export async function changeJoinCode(
  actorId: string,
  sectionId: string,
  open: boolean,
): Promise<string | null> {
  const joinCode = open ? newJoinCode() : null;
  await db.$transaction(async (tx) => {
    await tx.section.update({ where: { id: sectionId }, data: { joinCode } });
    const after = { open };
    await recordChange(tx, { action: "section.code", actorId, sectionId, after });
  });
  return joinCode;
}

/** Letters and digits that nobody takes for one another, on a board or read aloud. */
const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** Eight letters: at the pace that guessing is allowed, nobody finds one. */
export function newJoinCode(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
}

const columnsOf = ({ startsOn, endsOn, ...rest }: Settings) => ({
  ...rest,
  startsOn: startsOn ? new Date(`${startsOn}T00:00:00Z`) : null,
  endsOn: endsOn ? new Date(`${endsOn}T00:00:00Z`) : null,
});

/** The day of a date that the database keeps, as "2027-02-15". */
export const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** Whether this is a day that there is, as "2027-02-15". */
export const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

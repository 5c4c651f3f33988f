import "server-only";
import { randomUUID, timingSafeEqual } from "node:crypto";
import ical, { ICalCalendarMethod } from "ical-generator";
import { keyedHash } from "@/lib/auth/secret";
import { db } from "@/lib/db/client";
import { isId } from "@/lib/db/id";
import { listDue } from "./due";
import type { DueWork } from "./due-entry";

const macOf = (nonce: string) => keyedHash("calendar", nonce);

const site = () => process.env.NEXTAUTH_URL ?? "";

const addressOf = (nonce: string) => `${site()}/calendar/${nonce}.${macOf(nonce)}.ics`;

/** The address of somebody's calendar; null until they ask for one. */
export async function findCalendarAddress(userId: string): Promise<string | null> {
  const { calendarNonce } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { calendarNonce: true },
  });
  return calendarNonce && addressOf(calendarNonce);
}

/** Gives somebody's calendar a new address; the old one opens nothing any more. */
export async function renewCalendarAddress(userId: string): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { calendarNonce: randomUUID() } });
}

/** Whose calendar this piece of an address opens; null where it opens none. What is made up is known without asking the
 *  database. */
export async function findCalendarOwner(
  secret: string,
): Promise<{ id: string; nonce: string } | null> {
  const [nonce = "", mac = ""] = secret.replace(/\.ics$/, "").split(".");
  if (!isId(nonce) || !isSame(macOf(nonce), mac)) return null;
  const user = await db.user.findUnique({
    where: { calendarNonce: nonce },
    select: { id: true },
  });
  return user && { id: user.id, nonce };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What is due for a student as an iCalendar file (RFC 5545). */
export async function calendarOf(userId: string): Promise<string> {
  return calendarText(await listDue(userId));
}

/** Assignments as events at the moments they are due, in UTC, so that no calendar can be wrong about the nights on which
 *  clocks change. An event keeps its UID, and its sequence grows with each change. */
function calendarText(works: readonly DueWork[]): string {
  const calendar = ical({
    name: "Chainrule: what is due",
    prodId: { company: "Chainrule", product: "Assignments", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const work of works) {
    const { id, title, section, dueAt, createdAt, changedAt } = work;
    calendar.createEvent({
      id: `${id}@chainrule`,
      sequence: Math.max(0, Math.floor((changedAt.getTime() - createdAt.getTime()) / 1000)),
      stamp: changedAt,
      created: createdAt,
      lastModified: changedAt,
      start: dueAt,
      summary: `${title} is due`,
      description: wordsOf(work),
      location: `${section.course}, ${section.name}`,
      url: site() ? `${site()}/assignments/${id}` : null,
    });
  }
  return calendar.toString();
}

function wordsOf({ section, dueAt, closesAt, kind }: DueWork): string {
  const what = kind === "exam" ? "An exam" : "An assignment";
  const late = closesAt > dueAt ? " Late work is taken for some time after." : "";
  return `${what} in ${section.course}, ${section.name}.${late}`;
}

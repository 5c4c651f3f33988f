import { DateTime } from "luxon";
import type { Policy } from "./policy";

/** What an assignment says for all. */
export interface AssignmentDates {
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly closesAt: Date;
  readonly policy: Policy;
  /** The section's, an IANA name: days of lateness are days there. */
  readonly timeZone: string;
}

/** More than the assignment says, for one student. */
export interface GivenExtension {
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly extraAttempts: number;
  readonly extraMinutes: number;
  /** Late days that the student spent. */
  readonly lateDays: number;
}

/** What holds for one student in one assignment. */
export interface Terms {
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly closesAt: Date;
  /** Attempts at a part; null for as many as one likes. */
  readonly attempts: number | null;
  /** Minutes from the beginning; null for none. */
  readonly minutes: number | null;
  readonly policy: Policy;
  readonly timeZone: string;
}

/** An assignment's dates, attempts and time limit for a student with these extensions, who has `timeFactor` times the
 *  time of others. The latest date given counts; late days move both dates on by days of the section's calendar, beyond
 *  whatever was given; extra attempts and minutes add up. Work is taken at least until it is due. */
export function termsOf(
  { opensAt, dueAt, closesAt, policy, timeZone }: AssignmentDates,
  timeFactor: number,
  extensions: readonly GivenExtension[],
): Terms {
  const days = sum(extensions.map(({ lateDays }) => lateDays));
  const on = (date: Date) => laterBy(date, days, timeZone);
  const due = on(latest([dueAt, ...extensions.flatMap((one) => one.dueAt ?? [])]));
  const closes = on(latest([closesAt, ...extensions.flatMap((one) => one.closesAt ?? [])]));
  const extra = sum(extensions.map(({ extraAttempts }) => extraAttempts));
  const minutes = sum(extensions.map(({ extraMinutes }) => extraMinutes));
  return {
    opensAt,
    dueAt: due,
    closesAt: latest([due, closes]),
    attempts: policy.attempts === null ? null : policy.attempts + extra,
    minutes: policy.minutes === null ? null : policy.minutes * timeFactor + minutes,
    policy,
    timeZone,
  };
}

/** When work begun then ends: at the time limit, and no later than the assignment closes. */
export function endOf({ minutes, closesAt }: Terms, begunAt: Date): Date {
  if (minutes === null) return closesAt;
  const limit = new Date(begunAt.getTime() + minutes * 60_000);
  return limit < closesAt ? limit : closesAt;
}

/** Begun days after the due date, by the section's calendar; 0 for what is in time or within the grace minutes. The last
 *  moment of a day late is the due date's time of day, also where a night between has 23 or 25 hours. */
export function daysLate({ dueAt, policy, timeZone }: Terms, at: Date): number {
  if (at.getTime() <= dueAt.getTime() + policy.late.graceMinutes * 60_000) return 0;
  let days = 1;
  while (laterBy(dueAt, days, timeZone) < at) days++;
  return days;
}

/** The share that is left of points earned then, from 0 to 1. */
export function latenessFactor(terms: Terms, at: Date): number {
  const { perDay, floor } = terms.policy.late;
  const days = daysLate(terms, at);
  return days === 0 ? 1 : Math.max(floor, 1 - perDay * days);
}

/** The same time of day so many days later, in a time zone. */
export function laterBy(date: Date, days: number, timeZone: string): Date {
  if (days === 0) return date;
  return DateTime.fromJSDate(date, { zone: timeZone }).plus({ days }).toJSDate();
}

const latest = (dates: readonly Date[]): Date =>
  new Date(Math.max(...dates.map((date) => date.getTime())));

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

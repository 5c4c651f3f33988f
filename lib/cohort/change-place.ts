import "server-only";
import { db } from "@/lib/db/client";
import { type Records, recordChange } from "./audit";
import type { SectionRole } from "./people";

/** What became of a change to somebody's place in a section. */
export type PeopleOutcome =
  | { readonly status: "done" }
  /** They are not in the section, or no longer. */
  | { readonly status: "gone" }
  /** A section keeps one instructor. */
  | { readonly status: "last-instructor" }
  /** The other section is not one of the same course. */
  | { readonly status: "other-course" };

/** Whose place in which section somebody changes, and why. */
export interface PlaceChange {
  readonly actorId: string;
  readonly sectionId: string;
  readonly personId: string;
  readonly reason?: string;
}

/** Gives somebody in a section another role there. */
export function changeRole(change: PlaceChange, role: SectionRole): Promise<PeopleOutcome> {
  return changed(change, async (tx, now) => {
    if (now.removedAt) return { status: "gone" };
    if (now.role === role) return { status: "done" };
    if (now.role === "instructor" && (await isLastInstructor(tx, change)))
      return { status: "last-instructor" };
    await tx.enrollment.update({ where: keyOf(change), data: { role } });
    await recordChange(tx, {
      ...change,
      action: "person.role",
      before: { role: now.role },
      after: { role },
    });
    return { status: "done" };
  });
}

/** What else is kept of somebody's place: what the campus calls them, their group within the section, and how much longer
 *  they have in whatever has a time limit. */
export type PlaceDetails = Pick<Enrolled, "campusId" | "group" | "timeFactor">;

const detailActions = {
  campusId: "person.campus-id",
  group: "person.group",
  timeFactor: "person.time",
} as const;

/** Changes a detail of somebody's place. */
export function changeDetail<Detail extends keyof PlaceDetails>(
  change: PlaceChange,
  detail: Detail,
  next: PlaceDetails[Detail],
): Promise<PeopleOutcome> {
  return changed(change, async (tx, now) => {
    if (next === now[detail]) return { status: "done" };
    await tx.enrollment.update({ where: keyOf(change), data: { [detail]: next } });
    await recordChange(tx, {
      ...change,
      action: detailActions[detail],
      before: { [detail]: now[detail] },
      after: { [detail]: next },
    });
    return { status: "done" };
  });
}

/** Removes somebody from a section. Their work stays, and so does their place, should they be restored. */
export function removePerson(change: PlaceChange): Promise<PeopleOutcome> {
  return changed(change, async (tx, now) => {
    if (now.removedAt) return { status: "done" };
    if (now.role === "instructor" && (await isLastInstructor(tx, change)))
      return { status: "last-instructor" };
    await tx.enrollment.update({ where: keyOf(change), data: { removedAt: new Date() } });
    await recordChange(tx, { ...change, action: "person.removed", before: { role: now.role } });
    return { status: "done" };
  });
}

/** Takes somebody who was removed back, as what they were. */
export function restorePerson(change: PlaceChange): Promise<PeopleOutcome> {
  return changed(change, async (tx, now) => {
    if (!now.removedAt) return { status: "done" };
    await tx.enrollment.update({ where: keyOf(change), data: { removedAt: null } });
    await recordChange(tx, { ...change, action: "person.restored", after: { role: now.role } });
    return { status: "done" };
  });
}

/** Moves a student to another section of the same course, whose instructor or admin the caller has checked the actor to be.
 *  What they did in the course goes with them, since work belongs to people, and so does the time they have; a group is a
 *  section's own, and they leave it. */
export function movePerson(change: PlaceChange, to: string): Promise<PeopleOutcome> {
  return changed(change, async (tx, now) => {
    if (now.removedAt || now.role !== "student") return { status: "gone" };
    const { personId: userId } = change;
    const { role, campusId, timeFactor } = now;
    const sections = await tx.section.findMany({
      where: { id: { in: [change.sectionId, to] } },
      select: { courseId: true },
    });
    const courses = new Set(sections.map(({ courseId }) => courseId));
    if (sections.length !== 2 || courses.size !== 1) return { status: "other-course" };
    const removedAt = new Date();
    await tx.enrollment.update({ where: keyOf(change), data: { removedAt } });
    const place = { userId_sectionId: { userId, sectionId: to } };
    const there = await tx.enrollment.findUnique({ where: place });
    // Who was removed there as staff comes back as a student; who is staff there now stays it.
    const as = there && !there.removedAt ? there.role : role;
    await tx.enrollment.upsert({
      where: place,
      create: { userId, sectionId: to, role, campusId, timeFactor },
      update: { removedAt: null, role: as, campusId, timeFactor },
    });
    const entry = { ...change, action: "person.moved" as const, after: { to } };
    await recordChange(tx, entry);
    await recordChange(tx, { ...entry, sectionId: to, after: { from: change.sectionId } });
    return { status: "done" };
  });
}

interface Enrolled {
  readonly role: SectionRole;
  readonly campusId: string | null;
  readonly group: string | null;
  readonly timeFactor: number;
  readonly removedAt: Date | null;
}

/** Makes a change to somebody's place in a section, one after the other; "gone" where they have none. */
function changed(
  change: PlaceChange,
  make: (tx: Records, now: Enrolled) => Promise<PeopleOutcome>,
): Promise<PeopleOutcome> {
  return db.$transaction(async (tx) => {
    // Two instructors who take each other's role away must not both succeed.
    await tx.$queryRaw`select 1 from section where id = ${change.sectionId}::uuid for update`;
    const now = await tx.enrollment.findUnique({ where: keyOf(change) });
    return now ? make(tx, now) : { status: "gone" };
  });
}

const keyOf = ({ personId: userId, sectionId }: PlaceChange) => ({
  userId_sectionId: { userId, sectionId },
});

async function isLastInstructor(
  tx: Records,
  { sectionId, personId }: PlaceChange,
): Promise<boolean> {
  const others = await tx.enrollment.count({
    where: { sectionId, role: "instructor", removedAt: null, userId: { not: personId } },
  });
  return others === 0;
}

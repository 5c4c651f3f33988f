import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";

export type SectionRole = "student" | "assistant" | "instructor";

/** Somebody in a section, or who was. */
export interface SectionPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: SectionRole;
  readonly campusId: string | null;
  /** A lab or tutorial group within the section; null for none. */
  readonly group: string | null;
  /** How much longer than others they have in whatever has a time limit. */
  readonly timeFactor: number;
  readonly since: Date;
  /** Null while they are in it. */
  readonly removedAt: Date | null;
  /** Whether they were invited to an account that was made for them, and have not claimed it yet. */
  readonly unclaimed: boolean;
}

/** Everybody in a section, instructors first, then by name; who was removed comes last. */
export async function listPeople(sectionId: string): Promise<SectionPerson[]> {
  const rows = await db.enrollment.findMany({
    where: { sectionId },
    orderBy: [{ role: "desc" }, { user: { name: "asc" } }, { userId: "asc" }],
    select: {
      role: true,
      campusId: true,
      group: true,
      timeFactor: true,
      createdAt: true,
      removedAt: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          passwordHash: true,
          _count: { select: { identities: true } },
          invitations: { where: { sectionId, claimedAt: null }, select: { id: true } },
        },
      },
    },
  });
  const people = rows.map(({ user, createdAt, ...row }) => ({
    ...row,
    id: user.id,
    name: user.name,
    email: user.email,
    since: createdAt,
    unclaimed: user.invitations.length > 0 && !user.passwordHash && user._count.identities === 0,
  }));
  return [...people.filter((one) => !one.removedAt), ...people.filter((one) => one.removedAt)];
}

/** How many students a section has now. */
export const countStudents = (sectionId: string): Promise<number> =>
  db.enrollment.count({ where: { sectionId, role: "student", removedAt: null } });

/** The other sections of the same course that a student can be moved to by this person: those they teach, and all for an
 *  admin. */
export async function listMoveTargets(
  viewer: Pick<Viewer, "id" | "role">,
  sectionId: string,
): Promise<{ id: string; name: string }[]> {
  const teaches = { some: { userId: viewer.id, role: "instructor" as const, removedAt: null } };
  return db.section.findMany({
    where: {
      id: { not: sectionId },
      course: { sections: { some: { id: sectionId } } },
      ...(viewer.role === "admin" ? {} : { enrollments: teaches }),
    },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

import "server-only";
import { db } from "@/lib/db/client";
import { recordChange } from "./audit";

/** A section as somebody sees it who has its code and is not in it yet. */
export interface OpenSection {
  readonly id: string;
  readonly name: string;
  readonly course: string;
  readonly instructors: readonly string[];
}

/** The section that a code, as typed, opens; null where it opens none. */
export async function findByCode(typed: string): Promise<OpenSection | null> {
  const joinCode = codeIn(typed);
  if (!joinCode) return null;
  const row = await db.section.findUnique({
    where: { joinCode },
    select: {
      id: true,
      name: true,
      course: { select: { title: true } },
      enrollments: {
        where: { role: "instructor", removedAt: null },
        orderBy: { user: { name: "asc" } },
        select: { user: { select: { name: true } } },
      },
    },
  });
  return (
    row && {
      id: row.id,
      name: row.name,
      course: row.course.title,
      instructors: row.enrollments.map(({ user }) => user.name),
    }
  );
}

export type Joined =
  | { readonly status: "joined" | "already-in"; readonly sectionId: string }
  | { readonly status: "no-section" }
  /** An instructor took them out: only one can let them in again. */
  | { readonly status: "removed" };

/** Joins the section that a code opens, as a student. Who is in it already stays what they are. */
export async function joinByCode(userId: string, typed: string): Promise<Joined> {
  return db.$transaction(async (tx) => {
    const joinCode = codeIn(typed);
    const section = joinCode
      ? await tx.section.findUnique({ where: { joinCode }, select: { id: true } })
      : null;
    if (!section) return { status: "no-section" };
    const sectionId = section.id;
    const made = await tx.enrollment.createMany({
      data: [{ userId, sectionId }],
      skipDuplicates: true,
    });
    if (made.count === 1) {
      await recordChange(tx, {
        action: "person.joined",
        actorId: userId,
        personId: userId,
        sectionId,
      });
      return { status: "joined", sectionId };
    }
    const where = { userId_sectionId: { userId, sectionId } };
    const { removedAt } = await tx.enrollment.findUniqueOrThrow({ where });
    return removedAt ? { status: "removed" } : { status: "already-in", sectionId };
  });
}

/** The code in what was typed or pasted: small letters, spaces, dashes and a whole link are fine. */
function codeIn(typed: string): string | null {
  const last = typed.trim().split("/").at(-1) ?? "";
  const code = last.toUpperCase().replace(/[\s-]/g, "");
  return /^[A-Z2-9]{8}$/.test(code) ? code : null;
}

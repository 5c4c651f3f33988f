import "server-only";
import { z } from "zod";
import { type Records, recordChange } from "@/lib/cohort/audit";
import { db } from "@/lib/db/client";
import type { AuthorRole } from "./author-role";

/** Somebody who writes a course. */
export interface CourseAuthor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AuthorRole;
}

/** Who writes a course, authors first, by name. */
export async function listAuthors(courseId: string): Promise<CourseAuthor[]> {
  const rows = await db.courseAuthor.findMany({
    where: { courseId },
    orderBy: [{ role: "asc" }, { user: { name: "asc" } }],
    select: { role: true, user: { select: { id: true, name: true, email: true } } },
  });
  return rows.map(({ role, user }) => ({ ...user, email: user.email ?? "", role }));
}

/** Whom to have write a course, by the email of their account. */
export const authorForm = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email("Type the email of their account.")),
  role: z.enum(["author", "co_author"]),
});

interface CourseOf {
  readonly course: { readonly id: string; readonly slug: string };
  readonly actorId: string;
}

export type Added = "added" | "nobody" | "already";

/** Has somebody write a course. */
export async function addAuthor(
  { course, actorId }: CourseOf,
  { email, role }: z.output<typeof authorForm>,
): Promise<Added> {
  const user = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) return "nobody";
  return db.$transaction(async (tx) => {
    const data = { courseId: course.id, userId: user.id, role };
    const { count } = await tx.courseAuthor.createMany({ data: [data], skipDuplicates: true });
    if (count === 0) return "already";
    const after = { course: course.slug, role };
    await recordChange(tx, { action: "course.author", actorId, personId: user.id, after });
    return "added";
  });
}

/** What to do with somebody who writes a course. */
export type AuthorChange = AuthorRole | "removed";

export type Changed = "changed" | "last" | "gone";

/** Gives somebody who writes a course another role, or has them write it no more. One author always stays. */
export function changeAuthor(
  { course, actorId }: CourseOf,
  userId: string,
  to: AuthorChange,
): Promise<Changed> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from course where id = ${course.id}::uuid for update`;
    const place = { courseId_userId: { courseId: course.id, userId } };
    const before = await tx.courseAuthor.findUnique({ where: place });
    if (!before) return "gone";
    if (before.role === to) return "changed";
    if (before.role === "author" && (await isLast(tx, course.id))) return "last";
    if (to === "removed") await tx.courseAuthor.delete({ where: place });
    else await tx.courseAuthor.update({ where: place, data: { role: to } });
    const what = { course: course.slug };
    await recordChange(tx, {
      ...{ action: "course.author", actorId, personId: userId },
      before: { ...what, role: before.role },
      after: { ...what, role: to },
    });
    return "changed";
  });
}

const isLast = async (tx: Records, courseId: string) =>
  (await tx.courseAuthor.count({ where: { courseId, role: "author" } })) < 2;

/** Sets whether another author approves what is published. */
export async function setReviewed({ course, actorId }: CourseOf, reviewed: boolean): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await tx.course.findUniqueOrThrow({ where: { id: course.id } });
    if (before.reviewed === reviewed) return;
    await tx.course.update({ where: { id: course.id }, data: { reviewed } });
    await recordChange(tx, {
      ...{ action: "course.reviewed", actorId },
      before: { course: course.slug, reviewed: before.reviewed },
      after: { course: course.slug, reviewed },
    });
  });
}

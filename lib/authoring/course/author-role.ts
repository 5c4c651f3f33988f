import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db/client";

export type AuthorRole = "author" | "co_author";

/** Whether a viewer writes courses, or may begin to. */
export async function mayWrite({ id, role }: Pick<Viewer, "id" | "role">): Promise<boolean> {
  return role !== "student" || (await db.courseAuthor.count({ where: { userId: id } })) > 0;
}

/** What a viewer is to a course that is written here; null where there is no such course, or they don't write it. Admins are
 *  authors of all of them. */
export async function authorRole(
  viewer: Pick<Viewer, "id" | "role">,
  slug: string,
): Promise<AuthorRole | null> {
  const course = await db.course.findUnique({
    where: { slug, home: "product" },
    select: { authors: { where: { userId: viewer.id }, select: { role: true } } },
  });
  if (!course) return null;
  if (viewer.role === "admin") return "author";
  return course.authors[0]?.role ?? null;
}

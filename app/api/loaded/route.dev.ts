import { db } from "@/lib/db/client";

export const dynamic = "force-dynamic";

/** What names the lessons as they were loaded last, for pages to notice that others are there. Development serves it alone. */
export async function GET(): Promise<Response> {
  const courses = await db.course.findMany({
    select: { loadedFrom: true },
    orderBy: { slug: "asc" },
  });
  return new Response(courses.map(({ loadedFrom }) => loadedFrom).join(" "));
}

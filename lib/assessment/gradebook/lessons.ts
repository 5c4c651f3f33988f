import "server-only";
import { db } from "@/lib/db/client";
import type { GradedSection } from "./assignments";

/** The lessons whose exercises a section's assignments have, in the course's order. */
export function listLessons({ assignments }: Pick<GradedSection, "assignments">) {
  const ids = assignments.flatMap(({ items }) => items.flatMap(({ lessonIds }) => lessonIds));
  return db.lesson.findMany({
    where: { id: { in: [...new Set(ids)] } },
    orderBy: { number: "asc" },
    select: { id: true, title: true },
  });
}

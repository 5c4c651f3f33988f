import "server-only";
import { stringify } from "yaml";
import { z } from "zod";
import { plainName } from "@/lib/auth/plain-name";
import type { Viewer } from "@/lib/auth/viewer";
import { findText, replaceText } from "@/lib/authoring/text/writing";
import { db } from "@/lib/db/client";
import { type CourseAudience, Prisma } from "@/lib/db/generated/client";

/** A course that somebody writes. */
export interface WrittenCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** The number of the version that was published last; null before. */
  readonly version: number | null;
  readonly publishedAt: Date | null;
  /** Whether students don't see what is published yet; and who else does not. */
  readonly draft: boolean;
  readonly seenBy: CourseAudience;
  /** Whether another author approves what is published. */
  readonly reviewed: boolean;
  /** Reviews that wait for a decision. */
  readonly waiting: number;
}

const select = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  draft: true,
  seenBy: true,
  reviewed: true,
  _count: { select: { reviews: { where: { state: "waiting" } } } },
  versions: { orderBy: { number: "desc" }, take: 1, select: { number: true, at: true } },
} as const satisfies Prisma.CourseSelect;

/** The courses that a viewer writes, by title; all that are written here, for an admin. */
export async function listWritten(viewer: Viewer): Promise<WrittenCourse[]> {
  const mine = viewer.role === "admin" ? {} : { authors: { some: { userId: viewer.id } } };
  const rows = await db.course.findMany({
    where: { home: "product", ...mine },
    orderBy: { title: "asc" },
    select,
  });
  return rows.map(withVersion);
}

/** A course that is written here; null when there is none of that name. */
export async function findWritten(slug: string): Promise<WrittenCourse | null> {
  const row = await db.course.findUnique({ where: { slug, home: "product" }, select });
  return row && withVersion(row);
}

function withVersion({
  versions: [latest],
  _count,
  ...course
}: Prisma.CourseGetPayload<{ select: typeof select }>): WrittenCourse {
  const waiting = _count.reviews;
  return { ...course, waiting, version: latest?.number ?? null, publishedAt: latest?.at ?? null };
}

/** What a new course is made of. */
export const courseForm = z.object({
  title: z
    .string()
    .transform(plainName)
    .pipe(
      z
        .string()
        .min(1, "Give the course a title, such as “Backpropagation”.")
        .max(100, "Please use a title of at most 100 characters."),
    ),
  slug: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]*$/, "Use small letters, digits and hyphens, such as backpropagation.")
    .max(60, "Please use at most 60 characters.")
    .refine((slug) => slug !== "new", "This one is taken. Choose another."),
  summary: z
    .string()
    .trim()
    .min(1, "Say in a sentence what the course is about.")
    .max(500, "Please use at most 500 characters."),
});

/** As many courses as one person is an author of. */
export const mostCourses = 50;

/** Makes a course with nothing in it but what it is called, a draft until its author says otherwise. Where another has that
 *  address, or its author has as many as they may, it says so and makes none. */
export async function createCourse(
  userId: string,
  { title, slug, summary }: z.output<typeof courseForm>,
): Promise<"made" | "taken" | "full"> {
  const text = stringify({ title, summary, draft: true });
  if ((await db.courseAuthor.count({ where: { userId, role: "author" } })) >= mostCourses)
    return "full";
  try {
    await db.course.create({
      data: {
        ...{ slug, title, summary, draft: true, home: "product" },
        authors: { create: { userId, role: "author" } },
        files: {
          create: {
            ...{ path: "course.yaml", text, updatedById: userId },
            hands: { create: { userId, version: 0 } },
          },
        },
      },
    });
    return "made";
  } catch (error) {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    if (isTaken) return "taken";
    throw error;
  }
}

const firstGlossary = `# The words of the course. Lessons lead to them by [word](glossary#id).
# - id: gradient
#   term: gradient
#   means: The vector of all partial derivatives.
`;

/** Gives a course a glossary with nothing in it, where it has none. */
export async function addGlossary(courseId: string, userId: string): Promise<void> {
  if (await findText(courseId, "glossary.yaml")) return;
  const file = { courseId, path: "glossary.yaml", userId, text: firstGlossary };
  await db.$transaction((tx) => replaceText(tx, file));
}

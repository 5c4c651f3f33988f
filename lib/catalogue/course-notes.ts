import "server-only";
import { LRUCache } from "lru-cache";
import type { TeachingSection } from "@/lib/content";
import type { SectionOn, TaughtSection } from "@/lib/content/taught-section";
import { db, pool } from "@/lib/db/client";

/** What pages and routes ask of a course again and again. */
export interface CourseNotes {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** Whether it is there for everyone, so that nobody has to be looked at. */
  readonly open: boolean;
  /** Seen by staff alone: nobody else learns that it is there. */
  readonly draft: boolean;
  readonly hasGlossary: boolean;
  readonly sectionOn: SectionOn;
}

/** A course changes when content is loaded, which another process may do: what is known of it is good for so long. */
const ttl = 5_000;

const notes = new LRUCache<string, CourseNotes>({ max: 200, ttl, fetchMethod: readNotes });
/** An exercise stays in its course. */
const courses = new LRUCache<string, string>({ max: 20_000, fetchMethod: readCourseOf });

/** A course that has a lesson to show, by its slug; null when there is none. */
export const findCourseNotes = async (slug: string): Promise<CourseNotes | null> =>
  (await notes.fetch(slug)) ?? null;

/** The course of an exercise; null where it has no lesson to show any more. */
export async function findCourseOf(exerciseId: string): Promise<CourseNotes | null> {
  const slug = await courses.fetch(exerciseId);
  return slug === undefined ? null : findCourseNotes(slug);
}

/** What this process knows of courses is read anew from now on. */
export const forgetCourses = (): void => notes.clear();

async function readCourseOf(id: string): Promise<string | undefined> {
  const select = { lesson: { select: { course: { select: { slug: true } } } } } as const;
  const row = await db.exercise.findUnique({ where: { id }, select });
  return row?.lesson.course.slug;
}

interface Row extends Omit<CourseNotes, "sectionOn"> {
  readonly lessons: readonly { readonly slug: string; readonly teaches: TeachingSection[] }[];
}

async function readNotes(slug: string): Promise<CourseNotes | undefined> {
  const { rows } = await pool.query<Row>({
    name: "course-notes",
    text: `
      select c.id, c.slug, c.title, c.draft, not c.draft and c.seen_by = 'everyone' as open,
        jsonb_array_length(c.glossary) > 0 as "hasGlossary",
        json_agg(json_build_object('slug', l.slug, 'teaches', l.teaches) order by l.number) as lessons
      from course c join lesson l on l.course_id = c.id and l.shown
      where c.slug = $1 group by c.id`,
    values: [slug],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { lessons, ...course } = row;
  return { ...course, sectionOn: sectionsIn(row) };
}

/** The first section that teaches a thing is where it is explained. */
function sectionsIn({ slug, lessons }: Row): SectionOn {
  const found = new Map<string, TaughtSection>();
  for (const lesson of lessons) {
    for (const { id, title, teaches } of lesson.teaches) {
      const section = { title, path: `/courses/${slug}/${lesson.slug}#${id}` };
      for (const name of teaches) if (!found.has(name)) found.set(name, section);
    }
  }
  return (name) => found.get(name);
}

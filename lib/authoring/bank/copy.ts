import "server-only";
import { findNames } from "@/lib/authoring/course/course-names";
import { addLesson } from "@/lib/authoring/course/lessons";
import { replaceText } from "@/lib/authoring/text/writing";
import type { Term } from "@/lib/content";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { withSkills, withTerms } from "./course-additions";
import type { BankExercise } from "./exercise";
import { putExercise } from "./put-exercise";
import { attributeOf, termsIn, withAttributes, withoutTerms } from "./rewrite";

/** What an exercise speaks of that a course does not have. */
export interface Lacking {
  readonly skills: BankExercise["course"]["skills"];
  readonly terms: readonly Term[];
}

/** What a course lacks of what an exercise of another speaks of. */
export async function lackingIn(slug: string, exercise: BankExercise): Promise<Lacking> {
  const names = await findNames(slug);
  const { source, course } = exercise;
  const [skills, terms] = [skillsIn(source), termsIn(source)];
  return {
    skills: course.skills.filter(({ id }) => skills.includes(id) && !names.skills.includes(id)),
    terms: course.glossary.filter(({ id }) => terms.includes(id) && !names.terms.includes(id)),
  };
}

const skillsIn = (source: string): string[] =>
  attributeOf(source, "skills")
    .split(",")
    .map((id) => id.trim())
    .filter(Boolean);

interface Copying {
  readonly course: { readonly id: string; readonly slug: string };
  readonly userId: string;
  readonly exercise: BankExercise;
  /** Where it goes: the path of a lesson's text, and the line of it that it goes after; or the title of a new lesson. */
  readonly into:
    | { readonly path: string; readonly line?: number | undefined }
    | { readonly title: string };
  /** Whether the course gets the skills, and the words, that it lacks; else the copy does without. */
  readonly addsSkills: boolean;
  readonly addsTerms: boolean;
}

/** Copies an exercise into a course's working copy, all of it or nothing. Gives where it stands: the lesson's folder and the
 *  line; null where the lesson is gone, "full" where the course has room for no other. */
export async function copyExercise(
  copying: Copying,
): Promise<{ readonly folder: string; readonly line: number } | "full" | null> {
  const { course, userId, exercise, into } = copying;
  const lacking = await lackingIn(course.slug, exercise);
  const source = copiedText(exercise.source, lacking, copying);
  return db.$transaction(async (tx) => {
    const place = "path" in into ? into : { path: await addLesson(course.id, userId, into, tx) };
    if (place.path === null) return "full";
    await addLacking(tx, lacking, copying);
    const { files } = exercise.exercise;
    const putting = { courseId: course.id, userId, source, files };
    const line = await putExercise(tx, { ...putting, ...place, path: place.path });
    return line === null ? null : { folder: place.path.split("/")[0]!, line };
  });
}

function copiedText(
  source: string,
  { skills, terms }: Lacking,
  { addsSkills, addsTerms }: Copying,
): string {
  const text = addsTerms
    ? source
    : withoutTerms(
        source,
        terms.map(({ id }) => id),
      );
  if (addsSkills || skills.length === 0) return text;
  const kept = skillsIn(text).filter((id) => !skills.some((skill) => skill.id === id));
  return withAttributes(text, { skills: kept.join(", ") || null });
}

async function addLacking(
  tx: Prisma.TransactionClient,
  { skills, terms }: Lacking,
  { course, userId, addsSkills, addsTerms }: Copying,
): Promise<void> {
  const change = async (path: string, changed: (text: string) => string) => {
    const row = await tx.courseFile.findFirst({
      where: { courseId: course.id, path, removedAt: null },
      select: { text: true },
    });
    const text = changed(row?.text ?? "");
    await replaceText(tx, { courseId: course.id, path, userId, text });
  };
  if (addsSkills && skills.length > 0)
    await change("course.yaml", (text) => withSkills(text, skills));
  if (addsTerms && terms.length > 0)
    await change("glossary.yaml", (text) => withTerms(text, terms));
}

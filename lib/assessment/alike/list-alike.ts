import "server-only";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { db, pool } from "@/lib/db/client";
import type { Exercise } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { inNames } from "@/lib/exercise/wording";
import type { Draw, WrongAnswer } from "./answer-match";
import { findAlike, type GradedWork } from "./find-alike";
import { drawFrom, isCompared, unusedDraws } from "./unused-draws";

/** A student who gave answers that are right for a classmate's numbers. */
export interface AlikeStudents {
  readonly student: string;
  readonly classmate: string;
  /** In how many exercises the student's wrong answers could be compared with the classmate's numbers. */
  readonly compared: number;
  /** How many such pairs chance makes in the whole assignment. */
  readonly byChance: number;
  readonly matches: readonly {
    readonly exercise: string;
    /** Markdown with TeX. */
    readonly part: string;
    /** What the student typed, what was right for them, and what is right for the classmate. */
    readonly typed: string;
    readonly own: string;
    readonly classmates: string;
  }[];
}

export interface AlikeReport {
  /** Students who were given something in it. */
  readonly students: number;
  readonly pairs: readonly AlikeStudents[];
}

/** The pairs of an assignment whose answers are alike beyond chance; null where the section has no such assignment.
 *  Whoever calls it has checked that the viewer is of the section's staff. */
export async function listAlike(
  sectionId: string,
  assignmentId: string,
): Promise<AlikeReport | null> {
  const assignment = await db.assignment.findUnique({
    where: { id: assignmentId, sectionId },
    select: { id: true },
  });
  if (!assignment) return null;
  const works = await listWorks(assignmentId);
  const versions = [...new Set(works.map(({ version }) => version))];
  const draws = new Map(
    await Promise.all(versions.map(async (id) => [id, await unusedDraws(id)] as const)),
  );
  const pairs = findAlike(works, (version) => draws.get(version) ?? []);
  const students = new Set(works.map(({ student }) => student)).size;
  return { students, pairs: pairs.map((pair) => told(pair, works)) };
}

interface StoredWork extends GradedWork {
  readonly name: string;
  readonly exercise: Exercise;
  readonly title: string;
  readonly rightFor: (part: string) => string;
}

function told(
  { student, classmate, matches, ...pair }: ReturnType<typeof findAlike>[number],
  works: readonly StoredWork[],
): AlikeStudents {
  const of = (who: string, version: string) =>
    works.find((work) => work.student === who && work.version === version)!;
  return {
    ...pair,
    student: works.find((work) => work.student === student)!.name,
    classmate: works.find((work) => work.student === classmate)!.name,
    matches: matches.map(({ version, answer: { part, typed } }) => {
      const mine = of(student, version);
      const { label, name } = mine.exercise.parts.find((one) => one.name === part)!;
      return {
        exercise: mine.title,
        part: inNames(label) || name,
        typed,
        own: mine.rightFor(part),
        classmates: of(classmate, version).rightFor(part),
      };
    }),
  };
}

interface Row {
  readonly student: string;
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly view: Readonly<Record<string, unknown>>;
  readonly wrong: readonly { readonly part: string; readonly typed: string | null }[];
}

/** Every set of numbers that was given in an assignment, with the wrong answers to it that come from no known mistake: a
 *  mistake with one's own numbers accounts for those that do. */
async function listWorks(assignmentId: string): Promise<StoredWork[]> {
  const { rows } = await pool.query<Row>({
    name: "assignment-wrong-answers",
    text: `
      select u.id as student, u.name, x.title, v.version_id as version, v.key, v.view, (
        select coalesce(json_agg(distinct jsonb_build_object(
          'part', p ->> 'part', 'typed', s.responses ->> (p ->> 'part')
        )), '[]')
        from submission s, jsonb_array_elements(s.result -> 'parts') p
        where s.variant_id = v.id and s.status = 'graded' and p ->> 'verdict' <> 'right'
          and p -> 'diagnosis' -> 0 is null and not p ? 'followed'
      ) as wrong
      from assignment_work w
      join assigned_exercise a on a.work_id = w.id
      join variant v on v.assigned_id = a.id
      join exercise x on x.id = v.exercise_id
      join "user" u on u.id = w.user_id
      where w.assignment_id = $1
      order by u.name, u.id, a.place, v.number`,
    values: [assignmentId],
  });
  return Promise.all(rows.map(storedWork));
}

async function storedWork({ key, view, wrong, ...row }: Row): Promise<StoredWork> {
  const { exercise } = await getExerciseVersion(row.version);
  const own: Draw = drawFrom(exercise, (part) => ({ key: key[part], view: view[part] }));
  return {
    ...row,
    exercise,
    own,
    wrong: wrong.flatMap(({ part, typed }) => readAnswer(exercise, part, typed ?? "", view) ?? []),
    rightFor: (name) => {
      const { kind } = exercise.parts.find((one) => one.name === name)!;
      return kinds[kind].keyAsResponse(key[name], view[name]);
    },
  };
}

/** A wrong answer as numbers; null for one that is of another kind. */
function readAnswer(
  exercise: Exercise,
  name: string,
  typed: string,
  view: Row["view"],
): WrongAnswer | null {
  const part = exercise.parts.find((one) => one.name === name);
  if (!part || !isCompared(part)) return null;
  const read = kinds[part.kind].read(typed, view[name], part.settings);
  if (read.status !== "read") return null;
  const numbers = kinds[part.kind].numbers?.(read.reading) ?? [];
  return { part: name, numbers, typed };
}

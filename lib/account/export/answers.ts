import "server-only";
import { db } from "@/lib/db/client";
import type { Result } from "@/lib/exercise";

/** What somebody typed to one part, once. */
export interface ExportedAnswer {
  readonly at: Date;
  readonly course: string;
  readonly lesson: string;
  readonly exercise: string;
  /** The assignment it was graded in; null where it was practised. */
  readonly assignment: string | null;
  /** Which of their numbers in this exercise. */
  readonly numbers: number;
  readonly part: string;
  readonly typed: string;
  /** What it earned; null where it could not be read, and in graded work, whose points are among the grades. */
  readonly earned: number | null;
  readonly possible: number | null;
}

const batch = 500;

/** Everything that somebody sent, oldest first, part by part. Neither numbers nor keys are in it: they would answer what
 *  others are still asked. */
export async function listAnswers(userId: string): Promise<ExportedAnswer[]> {
  const answers: ExportedAnswer[] = [];
  let after: string | undefined;
  for (;;) {
    const rows = await db.submission.findMany({
      where: { variant: { userId } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: batch,
      ...(after && { cursor: { id: after }, skip: 1 }),
      select: columns,
    });
    answers.push(...rows.flatMap(partsOf));
    after = rows.at(-1)?.id;
    if (rows.length < batch) return answers;
  }
}

const columns = {
  id: true,
  createdAt: true,
  asked: true,
  responses: true,
  result: true,
  variant: {
    select: {
      number: true,
      exercise: {
        select: {
          title: true,
          lesson: { select: { title: true, course: { select: { title: true } } } },
        },
      },
      assigned: { select: { work: { select: { assignment: { select: { title: true } } } } } },
    },
  },
} as const;

interface Row {
  readonly createdAt: Date;
  readonly asked: readonly string[];
  readonly responses: unknown;
  readonly result: unknown;
  readonly variant: {
    readonly number: number;
    readonly exercise: {
      readonly title: string;
      readonly lesson: { readonly title: string; readonly course: { readonly title: string } };
    };
    readonly assigned: {
      readonly work: { readonly assignment: { readonly title: string } };
    } | null;
  };
}

function partsOf({ createdAt, asked, responses, result, variant }: Row): ExportedAnswer[] {
  const { number, exercise, assigned } = variant;
  const typed = responses as Readonly<Record<string, string>>;
  const { parts } = result as Result;
  return asked.map((part) => {
    const graded = parts.find((one) => one.part === part);
    const points = !assigned && graded?.status === "graded" ? graded : null;
    return {
      at: createdAt,
      course: exercise.lesson.course.title,
      lesson: exercise.lesson.title,
      exercise: exercise.title,
      assignment: assigned?.work.assignment.title ?? null,
      numbers: number,
      part,
      typed: typed[part] ?? "",
      earned: points?.earned ?? null,
      possible: points?.possible ?? null,
    };
  });
}

import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import type { Result } from "@/lib/exercise";
import { getExerciseVersion } from "./exercise-version";
import { pointsOf } from "./points";
import { scoreOf } from "./standing";

/** Works a learner's score in an exercise out again from all their submissions, and keeps it. */
export async function rescore(
  tx: Prisma.TransactionClient,
  userId: string,
  exerciseId: string,
): Promise<void> {
  const variants = await tx.variant.findMany({
    where: { userId, exerciseId },
    select: {
      number: true,
      versionId: true,
      submissions: {
        where: { status: "graded" },
        orderBy: { createdAt: "asc" },
        select: { result: true, createdAt: true },
      },
    },
  });
  const begun = variants
    .filter(({ submissions }) => submissions.length > 0)
    .toSorted((a, b) => startOf(a) - startOf(b));
  const scored = await Promise.all(
    begun.map(async ({ number, versionId, submissions }) => ({
      number,
      possible: pointsOf((await getExerciseVersion(versionId)).exercise),
      results: submissions.map(({ result }) => result as unknown as Result),
    })),
  );
  const score = scoreOf(scored);
  if (!score) return;
  await tx.score.upsert({
    where: { userId_exerciseId: { userId, exerciseId } },
    create: { userId, exerciseId, ...score },
    update: { ...score, updatedAt: new Date() },
  });
}

const startOf = ({ submissions }: { submissions: readonly { createdAt: Date }[] }): number =>
  submissions[0]?.createdAt.getTime() ?? 0;

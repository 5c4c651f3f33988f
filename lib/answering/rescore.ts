import "server-only";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pointsOf } from "@/lib/catalogue/points";
import type { Prisma } from "@/lib/db/generated/client";
import type { Result } from "@/lib/exercise";
import { scoreOf } from "./standing";

/** Works a learner's score in an exercise out again from all that they practised, and keeps it. */
export async function rescore(
  tx: Prisma.TransactionClient,
  userId: string,
  exerciseId: string,
): Promise<void> {
  await lockScore(tx, userId, exerciseId);
  const variants = await tx.variant.findMany({
    where: { userId, exerciseId, assignedId: null },
    select: {
      number: true,
      versionId: true,
      submissions: {
        where: { status: "graded", counts: true },
        orderBy: { createdAt: "asc" },
        select: { result: true, createdAt: true },
      },
    },
  });
  const begun = variants
    .filter(({ submissions }) => submissions.length > 0)
    .toSorted((a, b) => startOf(a) - startOf(b) || a.number - b.number);
  const scored = await Promise.all(
    begun.map(async ({ number, versionId, submissions }) => ({
      number,
      possible: pointsOf((await getExerciseVersion(versionId)).exercise),
      results: submissions.map(({ result }) => result as unknown as Result),
    })),
  );
  const score = scoreOf(scored);
  const where = { userId_exerciseId: { userId, exerciseId } };
  if (score)
    await tx.score.update({ where, data: { ...score, firstAt: new Date(startOf(begun[0]!)) } });
  else await tx.score.delete({ where });
}

/** Makes submissions wait with their scores until ours is kept: those before it are in our sum, those after add to
 *  it. Where there is no score yet, a row holds its place. */
async function lockScore(tx: Prisma.TransactionClient, userId: string, exerciseId: string) {
  await tx.$executeRaw`
    insert into score (user_id, exercise_id, best, first, first_number, attempts)
    values (${userId}::uuid, ${exerciseId}::uuid, 0, 0, 0, 0)
    on conflict (user_id, exercise_id) do update set updated_at = now()`;
}

const startOf = ({ submissions }: { submissions: readonly { createdAt: Date }[] }): number =>
  submissions[0]?.createdAt.getTime() ?? 0;

import "server-only";
import { advance, type Standing } from "@/lib/answering/standing";
import type { Records } from "@/lib/cohort/audit";
import type { Regrade } from "@/lib/db/generated/client";
import type { Result } from "@/lib/exercise";
import type { StoredVariant } from "./gather";
import type { Outcome } from "./outcome";
import { keepResults } from "./plan-some";
import type { PlannedWork } from "./plan-works";

/** An exercise with what is to stand of it. */
export interface DecidedWork extends PlannedWork {
  readonly outcome: Outcome;
}

/** Writes what stands from now on: results, shares, and what answers to come are judged by. */
export async function writeOutcomes(
  tx: Records,
  regrade: Regrade,
  works: readonly DecidedWork[],
): Promise<void> {
  await keepResults(tx, regrade.id, works);
  if (regrade.treatment === "void") await keepVoids(tx, regrade.id, works);
  await writeVariants(tx, regrade, works);
  await writeShares(tx, regrade, works);
}

async function keepVoids(tx: Records, regradeId: string, works: readonly DecidedWork[]) {
  const lost = works.flatMap(({ out }) =>
    out.lostVariants.flatMap(({ submissions }) => submissions.map(({ id }) => id)),
  );
  await tx.$executeRaw`
    insert into regrade_result (regrade_id, submission_id, result)
    select ${regradeId}::uuid, id, '{"status":"void","parts":[]}' from unnest(${lost}::uuid[]) as id
    on conflict (regrade_id, submission_id) do update set result = excluded.result`;
}

/** A form that was sent before and is graded after finds that its variant has moved on, and is judged by the correction. */
async function writeVariants(tx: Records, regrade: Regrade, works: readonly DecidedWork[]) {
  const variants = works.flatMap(({ work, out }) => {
    const numbers = new Map(out.corrections.map((one) => [one.variantId, one.numbers]));
    return work.variants.flatMap((variant) => {
      const corrected = numbers.get(variant.id);
      if (!corrected) return [];
      return [{ id: variant.id, ...corrected, standing: standingOf(variant, out.results) }];
    });
  });
  await tx.$executeRaw`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(variants)}::jsonb)
        as g(id uuid, givens jsonb, key jsonb, view jsonb, standing jsonb)
    ), moved as (
      update variant set standing = given.standing, revision = revision + 1
      from given where variant.id = given.id
    )
    insert into variant_correction (variant_id, regrade_id, version_id, givens, key, view)
    select id, ${regrade.id}::uuid, ${regrade.versionId}, givens, key, view from given
    on conflict (variant_id) do update set
      regrade_id = excluded.regrade_id, version_id = excluded.version_id,
      givens = excluded.givens, key = excluded.key, view = excluded.view`;
}

function standingOf(
  { submissions }: StoredVariant,
  results: ReadonlyMap<string, Result>,
): Standing {
  const all = submissions.map(({ id, result }) => results.get(id) ?? result);
  return all.filter(({ status }) => status === "graded").reduce(advance, {});
}

/** Numbers that are drawn from now on are drawn by the corrected exercise. */
async function writeShares(tx: Records, regrade: Regrade, works: readonly DecidedWork[]) {
  const versionId = regrade.voids ? null : regrade.versionId;
  const rows = works.map(({ work, out, before, after, voided, lost, outcome }) => {
    const counts = lost !== null && regrade.treatment === "void" ? out.triedVoid : out.tried;
    const attempts = counts.reduce((sum, { tries }) => sum + tries.length, 0);
    return { id: work.assignedId, before, after, voided, lost, attempts, ...outcome };
  });
  await tx.$executeRaw`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(
        id uuid, before float8, after float8, voided float8, lost text, attempts int,
        share float8, "atLeast" float8, excused boolean
      )
    ), assigned as (
      update assigned_exercise a set
        share = given.share, at_least = given."atLeast", attempts = given.attempts,
        excused = a.excused or given.excused, version_id = coalesce(${versionId}, a.version_id)
      from given where a.id = given.id
    )
    update regrade_change x set
      before = given.before, after = given.after, voided = given.voided, lost = given.lost,
      counted = given.share, applied_at = now()
    from given where x.regrade_id = ${regrade.id}::uuid and x.assigned_id = given.id`;
}

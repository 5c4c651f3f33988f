import "server-only";
import { type Allowance, pacing, pacingValues } from "@/lib/auth/pace";
import { pool } from "@/lib/db/client";
import type { Result } from "@/lib/exercise";
import { type Correction, correctionIn, type OwnedPlace } from "./frozen-variant";
import { type GradedState, gradedState } from "./graded-state";
import { inSeries, named } from "./series";
import type { Standing } from "./standing";
import type { SubmissionInput } from "./submission-input";
import { regradedResult } from "./tried";
import type { Tries } from "./tries";

/** What has come of a variant so far. */
export interface VariantState {
  readonly id: string;
  readonly standing: Standing;
  readonly tries: Tries;
  readonly revision: number;
  /** Hints taken. */
  readonly hints: number;
  /** Whether its solution was shown, after which nothing counts. */
  readonly opened: boolean;
  /** The result kept for the very submission asked about. */
  readonly kept: Result | null;
  /** Null where it is practised. */
  readonly graded: GradedState | null;
  /** What answers are judged by where the exercise was corrected since; else null. */
  readonly correction: Correction | null;
}

export type FoundVariant =
  | { readonly status: "found"; readonly state: VariantState }
  | { readonly status: "not-frozen" }
  /** Who asks has done so too often. */
  | { readonly status: "too-fast"; readonly seconds: number };

/** What submission `s` comes to now, in SQL; what it came to then where it is void. */
const judgedNow = `coalesce((
  select anew.result from ${regradedResult} as anew(result) where anew.result ->> 'status' <> 'void'
), s.result)`;

/** The variant at a place. A submission is kept already when one has its idempotency key, or the latest asked the same
 *  and said the same. What is allowed is counted in the same statement; `pace` is unlogged, so that nothing waits for the
 *  disk. */
export async function findVariant(
  { userId, ...place }: OwnedPlace,
  {
    idempotencyKey,
    asked,
    responses,
  }: Pick<SubmissionInput, "idempotencyKey" | "asked" | "responses">,
  allowances: readonly Allowance[],
): Promise<FoundVariant> {
  const judged = place.assignedId ? judgedNow : "s.result";
  const { rows } = await pool.query<VariantState & { wait: number | null }>({
    name: named("find-variant", place),
    text: `
      with ${pacing("$8", "$9")}
      select (select seconds from pacing) as wait, found.*
      from (select 1) as always left join (
      select v.id, v.standing, v.tries, v.revision, v.hints, v.opened_at is not null as opened, coalesce(
        (select ${judged} from submission s where s.variant_id = v.id and s.idempotency_key = $4),
        (select ${judged} from (
           select * from submission l where l.variant_id = v.id order by l.created_at desc limit 1
         ) s where s.asked = $5 and s.responses = $6)
      ) as kept, ${place.assignedId ? gradedState : "null"} as graded,
      ${place.assignedId ? correctionIn("v") : "null"} as correction
      from variant v
      where ${inSeries(place, "$7")} and v.number = $3
      ) as found on true`,
    values: [
      userId,
      place.exerciseId,
      place.number,
      idempotencyKey,
      asked,
      JSON.stringify(responses),
      place.assignedId ?? null,
      ...pacingValues(allowances),
    ],
  });
  const [{ wait, ...state }] = rows as [(typeof rows)[number]];
  if (wait !== null) return { status: "too-fast", seconds: wait };
  return state.id === null ? { status: "not-frozen" } : { status: "found", state };
}

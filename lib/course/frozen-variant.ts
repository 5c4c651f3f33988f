import "server-only";
import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Learner } from "@/lib/auth/guest";
import { type Allowance, pacing, pacingValues } from "@/lib/auth/pace";
import { pool } from "@/lib/db/client";
import { ENGINE_VERSION } from "@/lib/engine";
import { drawVariant, type Exercise, fromJson, type Result, toJson } from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Scope } from "@/lib/exercise/language";
import { type Solution, solve } from "@/lib/exercise/solution/solve";
import type { Value } from "@/lib/exercise/value";
import type { ExerciseVersion } from "./exercise-version";
import { type Numbers, numbersMark, seedFor } from "./numbers";
import type { Standing } from "./standing";
import type { SubmissionInput } from "./submission-input";
import type { Tries } from "./tries";

/** What of a variant's row never changes. */
export interface FrozenVariant extends Numbers {
  readonly versionId: string;
  /** numbersMark of these numbers. */
  readonly mark: string;
}

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
}

/** The numbers that a seed draws, ready for JSON columns. Throws LanguageError. */
export function drawNumbers(exercise: Exercise, seed: string, number: number): Numbers {
  const { givens, parts } = drawVariant(exercise, { seed, number });
  const column = (field: "key" | "view") =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[field]]));
  return { givens: jsonOf(givens), key: column("key"), view: column("view") };
}

const jsonOf = (givens: Readonly<Record<string, Value>>) =>
  Object.fromEntries(Object.entries(givens).map(([name, value]) => [name, toJson(value)]));

/** The values that a variant's text may show: its givens. */
export function scopeOfGivens(givens: Numbers["givens"]): Scope {
  return new Map(Object.entries(givens).map(([name, json]) => [name, fromJson(json)]));
}

/** The values that its misconceptions may speak of: its givens, and its parts' true answers. */
export function scopeOfNumbers(exercise: Exercise, { givens, key }: Numbers): Scope {
  const scope = new Map(scopeOfGivens(givens));
  for (const part of exercise.parts) scope.set(part.name, kinds[part.kind].value(key[part.name]));
  return scope;
}

/** The worked solution of a variant. Not to leave the server before it is due. */
export function solutionOf(exercise: Exercise, numbers: Numbers): Solution {
  const { key, view } = numbers;
  return solve(exercise, { keys: key, views: view, scope: scopeOfNumbers(exercise, numbers) });
}

interface Place {
  readonly userId: string;
  readonly exerciseId: string;
  readonly number: number;
}

/** Frozen rows read once hold for as long as the process runs. */
const frozen = new LRUCache<string, FrozenVariant>({ max: 5_000, fetchMethod: readFrozen });

/** The frozen part of the variant with this id. */
export const getFrozen = (id: string): Promise<FrozenVariant> => frozen.forceFetch(id);

async function readFrozen(id: string): Promise<FrozenVariant | undefined> {
  const { rows } = await pool.query<Omit<FrozenVariant, "mark"> & { seed: string }>({
    name: "read-frozen-variant",
    text: `select version_id as "versionId", seed, givens, key, view from variant where id = $1`,
    values: [id],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { seed, ...variant } = row;
  return { ...variant, mark: numbersMark(row.versionId, seed, row) };
}

export type FoundVariant =
  | { readonly status: "found"; readonly state: VariantState }
  | { readonly status: "not-frozen" }
  /** Who asks has done so too often. */
  | { readonly status: "too-fast"; readonly seconds: number };

/** The variant at a place. A submission is kept already when one has its idempotency key, or the latest asked the same
 *  and said the same. What is allowed is counted in the same statement; `pace` is unlogged, so that nothing waits for the
 *  disk. */
export async function findVariant(
  { userId, exerciseId, number }: Place,
  {
    idempotencyKey,
    asked,
    responses,
  }: Pick<SubmissionInput, "idempotencyKey" | "asked" | "responses">,
  allowances: readonly Allowance[],
): Promise<FoundVariant> {
  const { rows } = await pool.query<VariantState & { wait: number | null }>({
    name: "find-variant",
    text: `
      with ${pacing("$7", "$8")}
      select (select seconds from pacing) as wait, found.*
      from (select 1) as always left join (
      select v.id, v.standing, v.tries, v.revision, v.hints, v.opened_at is not null as opened, coalesce(
        (select s.result from submission s where s.variant_id = v.id and s.idempotency_key = $4),
        (select l.result from (
           select * from submission s where s.variant_id = v.id order by s.created_at desc limit 1
         ) l where l.asked = $5 and l.responses = $6)
      ) as kept
      from variant v
      where v.user_id = $1 and v.exercise_id = $2 and v.number = $3
      ) as found on true`,
    values: [
      userId,
      exerciseId,
      number,
      idempotencyKey,
      asked,
      JSON.stringify(responses),
      ...pacingValues(allowances),
    ],
  });
  const [{ wait, ...state }] = rows as [(typeof rows)[number]];
  if (wait !== null) return { status: "too-fast", seconds: wait };
  return state.id === null ? { status: "not-frozen" } : { status: "found", state };
}

/** Freezes a variant at a place. Where one is frozen already, that one stays. False for a guest who has ended, also when
 *  that happens at this moment: who claims the guest holds its row, and this waits for it. */
export async function freeze(
  { userId, exerciseId, number }: Place,
  { id: versionId, exercise }: ExerciseVersion,
  seed: string,
  { givens, key, view }: Numbers = drawNumbers(exercise, seed, number),
): Promise<boolean> {
  const { rows } = await pool.query<{ alive: boolean }>({
    name: "freeze-variant",
    text: `
      with learner as (
        select id from "user" where id = $2 and guest_ended_at is null for share
      ), made as (
        insert into variant (id, user_id, exercise_id, version_id, number, seed, engine_version, givens, key, view)
        select $1, id, $3, $4, $5, $6, $7, $8, $9, $10 from learner
        on conflict (user_id, exercise_id, number) do nothing
      )
      select exists (select from learner) as alive`,
    values: [
      randomUUID(),
      userId,
      exerciseId,
      versionId,
      number,
      seed,
      ENGINE_VERSION,
      JSON.stringify(givens),
      JSON.stringify(key),
      JSON.stringify(view),
    ],
  });
  return rows[0]?.alive ?? false;
}

/** The highest number among a learner's frozen variants of an exercise; 0 when there is none. */
export async function lastNumber(userId: string, exerciseId: string): Promise<number> {
  const { rows } = await pool.query({
    name: "last-variant-number",
    text: `select coalesce(max(number), 0) as last from variant where user_id = $1 and exercise_id = $2`,
    values: [userId, exerciseId],
  });
  return rows[0].last;
}

/** Freezes the numbers that the learner saw; false when they are not this learner's, or no longer, or none that a page
 *  shows: a lesson shows the last, a review the next. */
export async function freezeShown(
  { userId, seedKey }: Pick<Learner, "seedKey"> & { readonly userId: string },
  version: ExerciseVersion,
  { number, mark }: Pick<SubmissionInput, "number" | "mark">,
): Promise<boolean> {
  const { id, exerciseId, exercise } = version;
  if (number > 1 + (await lastNumber(userId, exerciseId))) return false;
  const seed = seedFor({ seedKey }, exerciseId, number);
  const numbers = drawNumbers(exercise, seed, number);
  if (numbersMark(id, seed, numbers) !== mark) return false;
  return freeze({ userId, exerciseId, number }, version, seed, numbers);
}

import "server-only";
import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Learner } from "@/lib/auth/guest";
import type { ExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pool } from "@/lib/db/client";
import { ENGINE_VERSION } from "@/lib/engine";
import { drawVariant, type Exercise, fromJson, toJson } from "@/lib/exercise";
import type { Grading } from "@/lib/exercise/grading";
import { kinds } from "@/lib/exercise/kinds";
import type { Scope } from "@/lib/exercise/language";
import { type Solution, solve } from "@/lib/exercise/solution/solve";
import type { Value } from "@/lib/exercise/value";
import { type Numbers, numbersMark, seedFor } from "./numbers";
import { inSeries, named, type Place, type Series } from "./series";
import type { SubmissionInput } from "./submission-input";

/** What of a variant's row never changes. */
export interface FrozenVariant extends Numbers {
  readonly versionId: string;
  /** numbersMark of these numbers. */
  readonly mark: string;
}

/** The numbers as a later version of the exercise has them: the page goes on showing those of the variant itself. */
export interface Correction extends Numbers {
  readonly versionId: string;
}

/** The numbers that a seed draws, ready for JSON columns. The author's own numbers, which everyone practises with, are
 *  left out where `isGraded`. Throws LanguageError. */
export function drawNumbers(
  exercise: Exercise,
  seed: string,
  number: number,
  isGraded = false,
): Numbers {
  const from = isGraded ? exercise.fixed.length : 0;
  const { givens, parts } = drawVariant(exercise, { seed, number: from + number });
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

const gradings = new WeakMap<Numbers, Grading>();

/** What a variant's answers are graded by: the same for the same numbers, so that what grading works out of them is
 *  worked out once. */
export function gradingOf(exercise: Exercise, numbers: Numbers): Grading {
  const known = gradings.get(numbers);
  if (known) return known;
  let scope: Scope | undefined;
  const { key: keys, view: views } = numbers;
  const made = {
    keys,
    views,
    scope: () => {
      scope ??= scopeOfNumbers(exercise, numbers);
      return scope;
    },
  };
  gradings.set(numbers, made);
  return made;
}

/** A variant of whom, and where. */
export type OwnedPlace = Place & { readonly userId: string };

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

/** A variant's Correction, in SQL. */
export const correctionIn = (variant: string) => `(
  select jsonb_build_object('versionId', c.version_id, 'givens', c.givens, 'key', c.key, 'view', c.view)
  from variant_correction c where c.variant_id = ${variant}.id
)`;

/** Freezes a variant at a place. Where one is frozen already, that one stays. False for a guest who has ended and an account
 *  that was deleted, also when that happens at this moment: who does it holds the row, and this waits for it. */
export async function freeze(
  { userId, ...place }: OwnedPlace,
  { id: versionId, exercise }: ExerciseVersion,
  seed: string,
  numbers: Numbers = drawNumbers(exercise, seed, place.number, Boolean(place.assignedId)),
): Promise<boolean> {
  const { exerciseId, number, assignedId } = place;
  const { givens, key, view } = numbers;
  const conflict = assignedId
    ? "(assigned_id, number)"
    : "(user_id, exercise_id, number) where assigned_id is null";
  const { rows } = await pool.query<{ alive: boolean }>({
    name: named("freeze-variant", place),
    text: `
      with learner as (
        select id from "user" where id = $2 and guest_ended_at is null and deleted_at is null for share
      ), made as (
        insert into variant
          (id, user_id, exercise_id, version_id, number, seed, engine_version, givens, key, view, assigned_id)
        select $1, id, $3, $4, $5, $6, $7, $8, $9, $10, $11 from learner
        on conflict ${conflict} do nothing
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
      assignedId ?? null,
    ],
  });
  return rows[0]?.alive ?? false;
}

/** The highest number among a learner's frozen variants in a series; 0 when there is none. */
export async function lastNumber(userId: string, series: Series): Promise<number> {
  const { rows } = await pool.query({
    name: named("last-variant-number", series),
    text: `select coalesce(max(number), 0) as last from variant v where ${inSeries(series, "$3")}`,
    values: [userId, series.exerciseId, series.assignedId ?? null],
  });
  return rows[0].last;
}

/** Freezes the numbers that the learner saw; false when they are not this learner's, or no longer, or none that a page
 *  shows: a lesson shows the last, a review the next. */
export async function freezeShown(
  { userId, seedKey }: Pick<Learner, "seedKey"> & { readonly userId: string },
  version: ExerciseVersion,
  { number, mark, assignedId }: Pick<SubmissionInput, "number" | "mark" | "assignedId">,
): Promise<boolean> {
  const { id, exerciseId, exercise } = version;
  const series = { exerciseId, assignedId };
  if (number > 1 + (await lastNumber(userId, series))) return false;
  const seed = seedFor({ seedKey }, series, number);
  const numbers = drawNumbers(exercise, seed, number, Boolean(assignedId));
  if (numbersMark(id, seed, numbers) !== mark) return false;
  return freeze({ userId, ...series, number }, version, seed, numbers);
}

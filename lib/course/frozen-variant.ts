import "server-only";
import { randomUUID } from "node:crypto";
import { pool } from "@/lib/db/client";
import { ENGINE_VERSION } from "@/lib/engine";
import {
  drawVariant,
  type Exercise,
  fromJson,
  type Json,
  type Result,
  toJson,
} from "@/lib/exercise";
import { kinds } from "@/lib/exercise/kinds";
import type { Scope } from "@/lib/exercise/language";
import type { Value } from "@/lib/exercise/value";
import type { ExerciseVersion } from "./exercise-version";
import type { Standing } from "./standing";

type ByPart = Readonly<Record<string, unknown>>;

/** A variant's numbers as JSON keeps them. */
export interface Numbers {
  readonly givens: Readonly<Record<string, Json>>;
  readonly key: ByPart;
  readonly view: ByPart;
}

/** A variant as its row keeps it, with its latest submission. */
export interface FrozenVariant extends Numbers {
  readonly id: string;
  readonly versionId: string;
  readonly seed: string;
  readonly standing: Standing;
  readonly revision: number;
  readonly latest: StoredSubmission | null;
  /** The submission that has the idempotency key asked for. */
  readonly same: StoredSubmission | null;
}

export interface StoredSubmission {
  readonly asked: readonly string[];
  readonly responses: Readonly<Record<string, string>>;
  readonly result: Result;
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

interface Place {
  readonly userId: string;
  readonly exerciseId: string;
  readonly number: number;
}

/** The row at a place; null when it is not frozen yet. */
export async function findFrozen(
  { userId, exerciseId, number }: Place,
  idempotencyKey: string,
): Promise<FrozenVariant | null> {
  const { rows } = await pool.query({
    name: "find-frozen-variant",
    text: `
      select v.id, v.version_id as "versionId", v.seed, v.givens, v.key, v.view, v.standing, v.revision,
        (select jsonb_build_object('asked', s.asked, 'responses', s.responses, 'result', s.result)
           from submission s where s.variant_id = v.id order by s.created_at desc limit 1) as latest,
        (select jsonb_build_object('asked', s.asked, 'responses', s.responses, 'result', s.result)
           from submission s where s.variant_id = v.id and s.idempotency_key = $4) as same
      from variant v
      where v.user_id = $1 and v.exercise_id = $2 and v.number = $3`,
    values: [userId, exerciseId, number, idempotencyKey],
  });
  return rows[0] ?? null;
}

/** Freezes a variant at a place. Where one is frozen already, that one stays. */
export async function freeze(
  { userId, exerciseId, number }: Place,
  { id: versionId, exercise }: ExerciseVersion,
  seed: string,
): Promise<void> {
  const { givens, key, view } = drawNumbers(exercise, seed, number);
  await pool.query({
    name: "freeze-variant",
    text: `
      insert into variant (id, user_id, exercise_id, version_id, number, seed, engine_version, givens, key, view)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (user_id, exercise_id, number) do nothing`,
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

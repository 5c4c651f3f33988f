import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { drawNext } from "@/lib/answering/draw-next";
import { solutionOf } from "@/lib/answering/frozen-variant";
import { openSolution } from "@/lib/answering/help";
import { findHistory } from "@/lib/answering/history";
import { db, pool } from "@/lib/db/client";
import { kinds } from "@/lib/exercise/kinds";
import { exerciseNamed } from "../a-course";
import { type ALearner, answer, workOf } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

/** A row a line, as engine version 2 wrote them: a student who gave one wrong answer to each of six exercises. One of these
 *  has givens named max, clip and grad, and parts named map and scan, before there were functions of these names. */
const rows = path.join(import.meta.dirname, "../../fixtures/written-by-engine-2.jsonl");
const exercises = [
  "through-tanh",
  "dz-of-a-batch",
  "what-comes-first",
  "batch-in-letters",
  "names-of-today",
  "back-through-all",
];

let learner: ALearner;

beforeAll(async () => {
  for (const line of (await readFile(rows, "utf8")).trim().split("\n")) {
    const { table, row } = JSON.parse(line) as { table: string; row: object };
    // Columns that have come since stand as a migration leaves them.
    const columns = Object.keys(row).map((name) => `"${name}"`);
    await pool.query(
      `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_record(null::"${table}", $1)`,
      [JSON.stringify(row)],
    );
  }
  const { id } = await db.user.findFirstOrThrow();
  learner = { userId: id, seedKey: `user:${id}`, viewer: null };
});

/** The causes that an answer is told, by part. */
async function causesOf(slug: string, typed: Readonly<Record<string, string>>) {
  const { result } = await answer(learner, typed, { slug });
  return Object.fromEntries(
    result.parts.map((part) => [part.part, "diagnosis" in part ? part.diagnosis : undefined]),
  );
}

test.each(exercises)("the history of %s shows what was answered then", async (slug) => {
  const { id } = await exerciseNamed(slug);
  const history = await findHistory(learner.userId, id);
  expect(history!.variants.flatMap(({ submissions }) => submissions)).toMatchObject([
    { result: { status: "graded" } },
  ]);
});

test("a mistake made again is told under the name it had", async () => {
  const { numbers } = await workOf(learner, "through-tanh");
  const { h1, dh1 } = numbers.givens as Record<string, { data: number[] }>;
  const atH = dh1!.data.map((dh, i) => dh * (1 - Math.tanh(h1!.data[i]!) ** 2));
  expect(await causesOf("through-tanh", { dz1: atH.join("\n") })).toEqual({
    dz1: [["slope-at-h"]],
  });
  const batch = (await workOf(learner, "dz-of-a-batch")).numbers;
  const sums = (batch.key.dZ as number[][])[0]!.map((mean) => mean * (batch.givens.m as number));
  expect(await causesOf("dz-of-a-batch", { dZ: sums.join(" ") })).toEqual({
    dZ: [["sum-for-mean"]],
  });
  expect(await causesOf("batch-in-letters", { dZ2: "P - Y" })).toMatchObject({ dZ2: [["own-1"]] });
  const kept = await db.mistake.findMany({ where: { userId: learner.userId } });
  const counts = Object.fromEntries(kept.map(({ rule, count }) => [rule, count]));
  expect(counts).toMatchObject({ "slope-at-h": 2, "sum-for-mean": 2 });
});

test("givens named like today’s functions are still the numbers they were", async () => {
  const { max, clip, grad } = (await workOf(learner, "names-of-today")).numbers.givens as Record<
    string,
    number
  >;
  const { result } = await answer(
    learner,
    { map: `${max! * clip! + grad!}`, scan: `${2 * (max! * clip! + grad!)}` },
    { slug: "names-of-today" },
  );
  expect(result).toMatchObject({ status: "graded", score: { earned: 2, possible: 2 } });
});

test.each(exercises)(
  "the key of %s that was kept is right, its solution opens, and new numbers are drawn",
  async (slug) => {
    const { version, numbers, number, mark } = await workOf(learner, slug);
    const typed = version.exercise.parts.map(({ name, kind }) => [
      name,
      kinds[kind].keyAsResponse(numbers.key[name] as never, numbers.view[name] as never),
    ]);
    const { result } = await answer(learner, Object.fromEntries(typed), { slug });
    expect(result.parts.map((part) => "verdict" in part && part.verdict)).toEqual(
      typed.map(() => "right"),
    );
    const opened = await openSolution(learner, { versionId: version.id, number, mark });
    expect(opened.status).toBe("helped");
    const solved = solutionOf(version.exercise, numbers).parts.map(({ part }) => part);
    expect(solved).toEqual(typed.map(([name]) => name));
    await drawNext(learner, version.id, number);
    const next = await workOf(learner, slug);
    if (Object.keys(numbers.givens).length > 0) expect(next.number).toBe(number + 1);
  },
);

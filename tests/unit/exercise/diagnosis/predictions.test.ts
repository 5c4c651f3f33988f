import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseLesson } from "@/lib/content";
import { type ChangedRule, type Rules, rightRules, withChanges } from "@/lib/engine";
import { drawVariant, type Exercise, type Part } from "@/lib/exercise";
import { Predictions } from "@/lib/exercise/diagnosis/predictions";
import { relevantRules } from "@/lib/exercise/diagnosis/relevant-rules";
import { type Ground, replay } from "@/lib/exercise/diagnosis/replay";
import { sameKey } from "@/lib/exercise/diagnosis/same-numbers";
import { kinds } from "@/lib/exercise/kinds";
import { isTensor, type Value } from "@/lib/exercise/value";

const folder = "content/backpropagation";

const exercises = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("lesson.mdx"))
  .sort()
  .flatMap((file) => {
    const parsed = parseLesson(readFileSync(path.join(folder, file), "utf8"), file);
    return parsed.status === "parsed" ? parsed.lesson.exercises : [];
  })
  .filter(({ parts }) => parts.some(({ kind }) => kinds[kind].rekey));

describe("the answers that changed rules predict, kept by what is alike under them", () => {
  it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
    "are those of working each one out by itself: %s",
    (_, exercise) => {
      for (const seed of ["a"]) {
        const { scope } = drawVariant(exercise, { seed, number: 7 });
        const predictions = new Predictions(exercise, scope);
        const rules = relevantRules(exercise, scope);
        for (const ground of groundsOf(exercise, scope)) {
          for (const part of exercise.parts) {
            if (!kinds[part.kind].rekey) continue;
            const predict = predictions.on(part, ground);
            for (const changes of singlesAndPairs(rules)) {
              const told = `${exercise.id}, ${part.name}, seed ${seed}: ${changes.map(({ name }) => name)}`;
              expect(predict(...changes), told).toEqual(byItself(exercise, part, ground, changes));
            }
          }
        }
      }
    },
    120_000,
  );
});

/** What a student goes on from: true values, their own of all parts, and their own of every other part. */
function groundsOf(exercise: Exercise, scope: ReadonlyMap<string, Value>): Ground[] {
  const names = exercise.parts.map(({ name }) => name);
  const own = new Map(scope);
  for (const name of names) own.set(name, moved(scope.get(name)!));
  const some = new Map(scope);
  const every = names.filter((_, i) => i % 2 === 0);
  for (const name of every) some.set(name, own.get(name)!);
  return [
    { scope, settled: new Set(names) },
    { scope: own, settled: new Set(names) },
    { scope: some, settled: new Set(every) },
    { scope, settled: new Set() },
  ];
}

const moved = (value: Value): Value => {
  if (typeof value === "number") return 1.3 * value + 0.1;
  if (!isTensor(value)) return value;
  return { ...value, data: value.data.map((v) => 1.3 * v + 0.1) };
};

function* singlesAndPairs(rules: readonly ChangedRule[]): Generator<readonly ChangedRule[]> {
  for (const [i, first] of rules.entries()) {
    yield [first];
    for (const second of rules.slice(i + 1)) yield [first, second];
  }
}

function byItself(
  exercise: Exercise,
  part: Part,
  ground: Ground,
  changes: readonly ChangedRule[],
): unknown {
  const under = (rules: Rules) => replay(exercise, ground, { rules, wanted: part }).get(part.name);
  const [right, key] = [under(rightRules), under(withChanges(...changes))];
  if (key === undefined) return "none";
  return right !== undefined && sameKey(part, right, key) ? "no difference" : { key };
}

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Bench } from "tinybench";
import { parseLesson } from "@/lib/content";
import { drawVariant, type Exercise, gradeSubmission, type Variant } from "@/lib/exercise";
import { diagnose } from "@/lib/exercise/diagnosis/diagnose";
import { allTrue } from "@/lib/exercise/diagnosis/key-under";
import { Predictions } from "@/lib/exercise/diagnosis/predictions";
import { draw } from "@/lib/exercise/draw";
import { kinds } from "@/lib/exercise/kinds";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import type { BenchRow } from "./row";

export const course = "content/backpropagation";

/** What a task may take; undefined where nothing is aimed at. */
type Aims = (number | undefined)[];

/** Medians, in microseconds, on the course's own exercises: a variant drawn with its key, a fair one, a grade of each
 *  kind, and what looking for the mistake adds to a wrong answer. */
export async function exerciseBench(): Promise<BenchRow[]> {
  const exercises = exercisesOf(course);
  const bench = new Bench({ time: 300, warmupTime: 200 });
  const aims = [
    ...drawing(bench, exercises),
    ...grading(bench, exercises),
    ...diagnosing(bench, exercises),
  ];
  await bench.run();
  return bench.tasks.map((task, i) => {
    if (!("latency" in task.result)) throw new Error(`${task.name} did not run to its end`);
    const value = task.result.latency.p50 * 1000;
    const aim = aims[i];
    const row = { name: task.name, value, unit: "µs" };
    return aim === undefined ? row : { ...row, aim, met: value <= aim };
  });
}

export function exercisesOf(folder: string): Exercise[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => path.basename(file) === "lesson.mdx")
    .flatMap((name) => {
      const file = path.join(folder, name);
      const parsed = parseLesson(readFileSync(file, "utf8"), file);
      if (parsed.status === "parsed") return parsed.lesson.exercises;
      throw new Error(`${file}: ${parsed.issues[0]?.message}`);
    });
}

/** The exercise of most parts, with a new seed each time. Returns the aim of each task added. */
function drawing(bench: Bench, exercises: readonly Exercise[]): Aims {
  const [largest] = exercises.toSorted((a, b) => b.parts.length - a.parts.length);
  if (!largest) throw new Error(`${course} has no exercise to draw`);
  const number = largest.fixed.length + 1;
  let count = 0;
  bench.add(`variant drawn with its key (${largest.id}, ${largest.parts.length} parts)`, () => {
    draw(largest, { seed: `bench:${count++}`, number });
  });
  bench.add(`a fair variant: drawn and judged (${largest.id})`, () => {
    drawVariant(largest, { seed: `bench:${count++}`, number });
  });
  return [100, 300];
}

/** One right response to a part of each kind. Returns the aim of each task added. */
function grading(bench: Bench, exercises: readonly Exercise[]): Aims {
  const aims: Aims = [];
  for (const kind of Object.keys(kinds) as KindName[]) {
    const exercise = exercises.find(({ parts }) => parts.some((part) => part.kind === kind));
    const part = exercise?.parts.find((candidate) => candidate.kind === kind);
    if (!exercise || !part) continue;
    const number = exercise.fixed.length + 1;
    const variant = drawVariant(exercise, { seed: "bench", number });
    const { keys, views } = columnsOf(variant);
    const grading = { keys, views, scope: () => variant.scope };
    const raw = kinds[kind].keyAsResponse(keys[part.name], views[part.name]);
    bench.add(`grade, ${kind}`, () => {
      gradeSubmission(exercise, grading, { responses: { [part.name]: raw }, asked: [part.name] });
    });
    aims.push(20);
  }
  return aims;
}

/** A wrong answer to the last part of a 2-3-3-1 exercise: one that a single slip accounts for, and one that nothing does, so
 *  that pairs are looked for; for the first time with a variant, and when its slips have been worked out before. Returns the
 *  aim of each task added. */
function diagnosing(bench: Bench, exercises: readonly Exercise[]): Aims {
  const exercise = exercises.find(({ id }) => id === "output-gradients");
  const part = exercise?.parts.at(-1);
  if (!exercise || !part) throw new Error(`${course} has no exercise output-gradients`);
  const { parts, scope } = drawVariant(exercise, { seed: "bench", number: 1 });
  const grounds = [{ settled: new Map() }, allTrue(exercise, scope)];
  const { key, view } = parts[part.name] ?? {};
  const rows = key as readonly (readonly number[])[];
  const look = (predictions: Predictions, factor: number) => {
    const reading = rows.map((row) => row.map((cell) => factor * cell));
    return diagnose(exercise, { part, key, reading, view, grounds, predictions });
  };
  // A scope of its own has nothing at hand that judging its numbers came to.
  const afresh = () => new Predictions(exercise, new Map(scope));
  let fresh = afresh();
  const beforeEach = () => {
    fresh = afresh();
  };
  const known = afresh();
  const isExpected =
    look(known, -1).causes[0]?.length === 1 && look(known, 1.7).causes.length === 0;
  if (!isExpected) throw new Error("other mistakes found");
  bench.add("wrong answer, single slips, first time, 2-3-3-1", () => look(fresh, -1), {
    beforeEach,
  });
  bench.add("wrong answer, pairs of slips, first time, 2-3-3-1", () => look(fresh, 1.7), {
    beforeEach,
  });
  bench.add("wrong answer, single slips, later times, 2-3-3-1", () => look(known, -1));
  bench.add("wrong answer, pairs of slips, later times, 2-3-3-1", () => look(known, 1.7));
  return [1_000, 5_000, 50, 50];
}

function columnsOf({ parts }: Variant) {
  const column = (field: "key" | "view") =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[field]]));
  return { keys: column("key"), views: column("view") };
}

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseLesson } from "@/lib/content";
import { type Node, ShapeError, type Tensor } from "@/lib/engine";
import { drawVariant } from "@/lib/exercise";
import type { Candidate } from "@/lib/exercise/diagnosis/candidate";
import { keyFrom } from "@/lib/exercise/diagnosis/key-under";
import { Predictions } from "@/lib/exercise/diagnosis/predictions";
import { sameKey, sameNumbers } from "@/lib/exercise/diagnosis/same-numbers";
import { kinds } from "@/lib/exercise/kinds";

const folder = "content/backpropagation";

const exercises = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("lesson.mdx"))
  .sort()
  .flatMap((file) => {
    const parsed = parseLesson(readFileSync(path.join(folder, file), "utf8"), file);
    return parsed.status === "parsed" ? parsed.lesson.exercises : [];
  })
  .filter(({ parts }) => parts.some(({ kind }) => kinds[kind].rekey));

describe("the answers that slips come to, worked out downstream alone", () => {
  it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
    "are those of working the whole exercise out again: %s",
    (_, exercise) => {
      const { scope } = drawVariant(exercise, { seed: "a", number: 7 });
      const predictions = new Predictions(exercise, scope);
      for (const part of exercise.parts) {
        if (!kinds[part.kind].rekey) continue;
        const of = predictions.on(part, { settled: new Map() });
        const { numbers: numbersOf } = kinds[part.kind];
        for (const { candidate, key, numbers } of [...of.singles, ...of.pairs.slice(0, 40)]) {
          const told = `${exercise.id}, ${part.name}: ${candidate.rules.map(({ name }) => name)}`;
          const whole = keyFrom(predictions.laid, part, workedOutWith(candidate));
          expect(whole !== undefined && sameKey(part, whole, key), told).toBe(true);
          expect(sameNumbers(numbersOf?.(whole) ?? [], numbers), told).toBe(true);
        }
      }
    },
    120_000,
  );
});

/** What each node comes to under changes, by recursion from the node itself down to what was drawn. What stands in a node's
 *  place is read with that node as it is under the other changes. */
function workedOutWith({ changes }: Candidate): (node: Node) => Tensor | undefined {
  const caches = new Map<Node | undefined, Map<Node, Tensor | undefined>>();
  const of = (node: Node, open: Node | undefined): Tensor | undefined => {
    const known = caches.get(open) ?? new Map<Node, Tensor | undefined>();
    caches.set(open, known);
    if (known.has(node)) return known.get(node);
    const change = node === open ? undefined : changes.find(({ at }) => at === node);
    const made = change
      ? "op" in change.by
        ? ofAside(change.by, node)
        : change.by
      : worth(node, (input) => of(input, open));
    known.set(node, made);
    return made;
  };
  const ofAside = (by: Node, at: Node): Tensor | undefined =>
    by.id >= 0 ? of(by, at) : worth(by, (input) => ofAside(input, at));
  return (node) => of(node, undefined);
}

function worth(node: Node, of: (node: Node) => Tensor | undefined): Tensor | undefined {
  const { op, inputs, settings } = node;
  if (inputs.length === 0) return node;
  const tensors = inputs.map(of);
  if (!tensors.every((tensor) => tensor !== undefined)) return undefined;
  try {
    const { rows, cols } = op.shape(tensors, settings);
    const out = { rows, cols, data: new Float64Array(rows * cols) };
    op.value(out, tensors, settings);
    return out;
  } catch (error) {
    if (error instanceof ShapeError) return undefined;
    throw error;
  }
}

import { type Node, standingWith, type Tensor, underChange, type Values } from "@/lib/engine";
import { numbersFrom, standingOn } from "@/lib/exercise/diagnosis/key-under";
import { leadingTo } from "@/lib/exercise/diagnosis/leading-to";
import type { Exercise, Part } from "@/lib/exercise/exercise";
import { isWhole, written } from "@/lib/exercise/kinds/half-units";
import { toleranceOf } from "@/lib/exercise/kinds/precision";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import { limits, type Meter, spend } from "@/lib/exercise/language/budget";
import type { Value } from "@/lib/exercise/value";
import { added, effectOf } from "./effect";
import { type ShownPlace, shownPlaces } from "./shown-places";
import { withNumber } from "./with-number";

interface How {
  /** The one part whose key is asked for. */
  readonly wanted?: Part;
  /** With what the page rounded away, or with as much as any figure in its last place may stand for. */
  readonly figures: "as shown" | "whichever way";
  readonly meter: Meter;
}

/** How far the numbers of each part's key move when a student works with the figures that the page shows instead of what
 *  they stand for: of every number shown with fewer figures than it has, what its rounding does, to first order, added
 *  without signs. Earlier parts stay as they are in `scope`. A part that nothing shown leads to is missing. Throws
 *  Refusal when the meter's budget is used up before. */
export function shownBounds(
  exercise: Exercise,
  laid: LaidExercise,
  settled: ReadonlyMap<string, Value>,
  { wanted, figures, meter }: How,
): ReadonlyMap<string, readonly number[]> {
  const bounds = new Map<string, readonly number[]>();
  const parts = wanted ? [wanted] : exercise.parts;
  const standing = standingOn(laid, { settled });
  const needed = laid.leadingTo(parts);
  const base = numbersOfAll(laid, parts, underChange(laid.graph, [], { from: standing }));
  for (const place of shownPlaces(exercise)) {
    if (wanted && !leadingTo(exercise, wanted).has(place.given.name)) continue;
    const [node, ...more] = laid.nodesAt(place.given.name, place.path);
    if (!node || more.length > 0) continue;
    const better = new Set(heldNodes(laid, place));
    if (better.has(node)) continue;
    const held = [...better].map((at) => ({ at, by: asItIs(at) }));
    const from = held.length > 0 ? standingWith(laid.graph, held, standing) : standing;
    for (const [i, at] of node.data.entries()) {
      if (isWhole(place, at)) continue;
      const known = new Map<number, Numbers>();
      const numbersAt = (v: number) => {
        const before = known.get(v);
        if (before) return before;
        const changes = [withNumber(node, node.data, i, v)];
        const made = numbersOfAll(laid, parts, underChange(laid.graph, changes, { from, needed }));
        spend(meter, limits.again + limits.held * [...made.values()].flat().length);
        known.set(v, made);
        return made;
      };
      for (const [name, own] of base) {
        const half = lostOf(place, at, figures);
        const moved = effectOf(own, { at, half, numbersOf: (v) => numbersAt(v).get(name) });
        if (moved.every((v) => v === 0)) continue;
        bounds.set(name, added(moved, bounds.get(name) ?? []));
      }
    }
  }
  return bounds;
}

/** What the page shows to more figures than a place: nobody works it out from that. */
function* heldNodes(laid: LaidExercise, { given, held, heldGivens }: ShownPlace): Iterable<Node> {
  for (const place of held) {
    const node = laid.graph.named(`${given.name}.${place}`);
    if (node) yield node;
  }
  for (const name of heldGivens) yield* laid.nodesOfName(name);
}

/** A node's own numbers, which stay when what it is worked out from moves. */
const asItIs = ({ rows, cols, data }: Node): Tensor => ({ rows, cols, data });

function lostOf(place: ShownPlace, at: number, figures: How["figures"]): number {
  const lost = Math.abs(written(place, at) - at);
  return figures === "as shown" ? lost : Math.max(2 * lost, toleranceOf(place, at));
}

type Numbers = ReadonlyMap<string, readonly number[]>;

function numbersOfAll(laid: LaidExercise, parts: readonly Part[], values: Values): Numbers {
  return new Map(
    parts.flatMap((part) => {
      const numbers = numbersFrom(laid, part, values);
      return numbers ? [[part.name, [...numbers.data]] as const] : [];
    }),
  );
}

import { type Change, type Standing, type Tensor, underChange, type Values } from "@/lib/engine";
import type { Part } from "@/lib/exercise/exercise";
import type { LaidExercise } from "@/lib/exercise/laid-exercise";
import { keyUnder, numbersFrom } from "./key-under";

/** What changes come to for some parts that are gone on with from one standing. A change that is tried for several of them is
 *  worked out once, and for each only as far as it is asked for. */
export class Trials {
  private readonly known = new Map<readonly Change[], Values>();
  private readonly needed: Uint8Array;

  constructor(
    private readonly laid: LaidExercise,
    private readonly standing: Standing,
    private readonly parts: readonly Part[],
  ) {
    this.needed = laid.leadingTo(parts);
  }

  /** The numbers of a part's key under changes, in its rows; undefined where it has none. */
  numbersOf(part: Part, changes: readonly Change[]): Tensor | undefined {
    return numbersFrom(this.laid, part, this.known.get(changes) ?? this.tried(changes));
  }

  /** The whole key under changes. */
  keyOf(part: Part, changes: readonly Change[]): unknown {
    return keyUnder(this.laid, part, changes, this.standing);
  }

  /** About how many steps it takes to work changes out. */
  workOf(changes: readonly Change[]): number {
    return this.laid.workOf(changes.map(({ at }) => at));
  }

  /** Nothing is kept for a part that shares it with none. */
  private tried(changes: readonly Change[]): Values {
    const { laid, standing: from, needed } = this;
    const values = underChange(laid.graph, changes, { from, needed });
    if (this.parts.length > 1) this.known.set(changes, values);
    return values;
  }
}

import type { KeyComparison, Position } from "./issue";
import { LanguageError } from "./language/expr";

/** A key that an author states and that is not what comes out. */
export class WrongKey extends LanguageError {
  constructor(
    at: Position,
    readonly keys: KeyComparison,
  ) {
    const { part, stated, computed } = keys;
    super(
      `the key stated for ${part} is ${stated}, and its answer comes to ${computed} with these givens`,
      `Work ${part} out again, or mend the answer expression.`,
      at,
    );
    this.name = "WrongKey";
  }
}

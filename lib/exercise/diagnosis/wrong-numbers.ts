import type { Part } from "@/lib/exercise/exercise";
import { kinds } from "@/lib/exercise/kinds";
import { type Precision, precisionOf, toleranceOf } from "@/lib/exercise/kinds/precision";
import { entriesOf } from "@/lib/exercise/rounding/entries";

interface Wrong {
  readonly part: Part;
  readonly key: unknown;
  readonly reading: unknown;
  readonly view: unknown;
}

/** The numbers of a wrong answer beside those of its key, and which of them are right. */
export class WrongNumbers {
  readonly key: readonly number[];
  private readonly typed: readonly number[] | undefined;
  private readonly precision: Precision | undefined;
  private readonly tolerances: readonly number[];
  private readonly isRight: readonly boolean[];

  constructor({ part, key, reading, view }: Wrong) {
    const { asReading, asValue, numbers } = kinds[part.kind];
    const precision = precisionOf(view);
    const own = numbers?.(key) ?? [];
    const size = Math.max(...own.map(Math.abs));
    const typed = asReading && asValue ? entriesOf(asValue(reading)) : [];
    this.key = own;
    this.precision = precision;
    this.tolerances = own.map((v) => (precision ? toleranceOf(precision, v, size) : 0));
    this.typed = typed.length > 0 ? typed : undefined;
    this.isRight = own.map((v, i) => {
      const miss = typed.length === own.length ? Math.abs(typed[i]! - v) : Number.NaN;
      return miss <= this.tolerances[i]!;
    });
  }

  /** Those of a key's numbers that stand where this answer is wrong. */
  wrongOf(numbers: readonly number[]): readonly number[] {
    return numbers.length === this.key.length
      ? numbers.filter((_, i) => !this.isRight[i])
      : numbers;
  }

  /** Whether a mistake may leave right all that this answer has right. */
  mayLeaveRight(predicted: readonly number[]): boolean {
    if (predicted.length !== this.key.length) return true;
    return this.key.every((v, i) => {
      return !this.isRight[i] || Math.abs(predicted[i]! - v) <= 2 * this.tolerances[i]!;
    });
  }

  /** A first look, so that few are graded: the numbers agree to a twentieth. */
  isNear(predicted: Float64Array): boolean {
    const { typed, precision } = this;
    if (!typed) return true;
    if (typed.length !== predicted.length) return false;
    const amount = precision?.rule === "tolerance" ? precision.amount : 0;
    const coarse = precision?.rule === "decimals" ? 10 ** -precision.amount : 0;
    return predicted.every(
      (v, i) => Math.abs(v - typed[i]!) <= 0.05 * Math.abs(v) + amount + coarse + 1e-9,
    );
  }

  /** Which of the key's numbers are right, as text; and that none can be told, where the answer is of another shape. */
  get pattern(): string {
    return this.isRight.map(Number).join("");
  }
}

import type { Tensor } from "@/lib/engine";
import type { Candidate } from "./candidate";

/** A mistake that comes to a key of its own. */
export class Prediction {
  private whole: unknown;
  private own: readonly number[] | undefined;

  constructor(
    readonly candidate: Candidate,
    /** The numbers of that key, in its rows. */
    readonly made: Tensor,
    /** Whether it has the shape that the true one has. */
    readonly isOfItsShape: boolean,
    private readonly keyOf: (candidate: Candidate) => unknown,
  ) {}

  get numbers(): readonly number[] {
    this.own ??= Array.from(this.made.data);
    return this.own;
  }

  /** The same for two mistakes that come to the same answer, to six figures. */
  get mark(): string {
    return `${this.made.rows}: ${this.numbers.map(toSixFigures).join(" ")}`;
  }

  get key(): unknown {
    this.whole ??= this.keyOf(this.candidate);
    return this.whole;
  }
}

function toSixFigures(v: number): string {
  if (v === 0) return "0";
  const exponent = Math.floor(Math.log10(Math.abs(v)));
  return `${Math.round(v / 10 ** (exponent - 5))}e${exponent}`;
}

/** Numbers as whole multiples of 2^-places, and the functions that all others are made of. Each is off by no more than
 *  2^`lost` units of its last place, for arguments below 2^24. */
export class FixedPoint {
  readonly one: bigint;
  readonly ln2: bigint;
  readonly lost: number;
  private readonly halvings: number;
  private halfTurn: bigint | undefined;
  private readonly shift: bigint;

  private static readonly made = new Map<number, FixedPoint>();

  /** The one with so many places, made once. */
  static of(places: number): FixedPoint {
    const known = FixedPoint.made.get(places) ?? new FixedPoint(places);
    FixedPoint.made.set(places, known);
    return known;
  }

  private constructor(readonly places: number) {
    // As many halvings as terms of the series that is left, or nearly.
    this.halvings = Math.round(Math.sqrt(places));
    this.lost = this.halvings + 40;
    this.shift = BigInt(places);
    this.one = 1n << this.shift;
    this.ln2 = 2n * this.inverseSeries(3n, 1n);
  }

  /** π by Machin's formula. */
  get pi(): bigint {
    this.halfTurn ??= 16n * this.inverseSeries(5n, -1n) - 4n * this.inverseSeries(239n, -1n);
    return this.halfTurn;
  }

  times(a: bigint, b: bigint): bigint {
    return (a * b) >> this.shift;
  }

  /** e^x as a number from 1/2 to 2 and a power of two: a multiple of ln 2 is taken out, the rest halved again and
   *  again, summed as a series and squared back. */
  exp(x: bigint): { readonly value: bigint; readonly twos: number } {
    const twos = floorDivide(2n * x + this.ln2, 2n * this.ln2);
    const rest = (x - twos * this.ln2) >> BigInt(this.halvings);
    let [sum, term] = [this.one, this.one];
    for (let n = 1n; term !== 0n && term !== -1n; n++) {
      term = this.times(term, rest) / n;
      sum += term;
    }
    for (let i = 0; i < this.halvings; i++) sum = this.times(sum, sum);
    return { value: sum, twos: Number(twos) };
  }

  /** ln x for x from 1/2 to 1: a step of Halley's iteration, which triples the digits, from the logarithm to a third of
   *  the places, or from that in float64. */
  ln(x: bigint): bigint {
    const guess = this.places <= 140 ? this.roughLn(x) : this.thirdLn(x);
    const { value, twos } = this.exp(guess);
    const power = twos < 0 ? value >> BigInt(-twos) : value << BigInt(twos);
    return guess + (2n * (x - power) * this.one) / (x + power);
  }

  private roughLn(x: bigint): bigint {
    const ln = Math.log(Number(x >> (this.shift - 60n)) / 2 ** 60);
    return BigInt(Math.round(ln * 2 ** 52)) << (this.shift - 52n);
  }

  private thirdLn(x: bigint): bigint {
    const rough = FixedPoint.of(Math.max(120, Math.ceil(this.places / 3) + 64));
    const fewer = BigInt(this.places - rough.places);
    return rough.ln(x >> fewer) << fewer;
  }

  /** cos x and sin x: quarter turns are taken out, the rest is halved, summed as a series, and turned back by doubling,
   *  each of which costs two places. */
  turn(x: bigint): { readonly cos: bigint; readonly sin: bigint } {
    const halvings = Math.floor(this.halvings / 2);
    const quarters = floorDivide(4n * x + this.pi, 2n * this.pi);
    const rest = (x - (quarters * this.pi) / 2n) >> BigInt(halvings);
    const square = this.times(rest, rest);
    let [cos, sin, even, odd] = [this.one, rest, this.one, rest];
    for (let n = 2n; even !== 0n && even !== -1n; n += 2n) {
      even = -this.times(even, square) / (n * (n - 1n));
      odd = -this.times(odd, square) / (n * (n + 1n));
      [cos, sin] = [cos + even, sin + odd];
    }
    for (let i = 0; i < halvings; i++) {
      [cos, sin] = [this.times(cos, cos) - this.times(sin, sin), 2n * this.times(sin, cos)];
    }
    const turned = [
      { cos, sin },
      { cos: -sin, sin: cos },
      { cos: -cos, sin: -sin },
      { cos: sin, sin: -cos },
    ] as const;
    return turned[Number(((quarters % 4n) + 4n) % 4n)] as (typeof turned)[number];
  }

  /** atan(1/n), or with sign 1 artanh(1/n). */
  private inverseSeries(n: bigint, sign: 1n | -1n): bigint {
    let term = this.one / n;
    let sum = term;
    for (let k = 3n; term !== 0n; k += 2n) {
      term = (sign * term) / (n * n);
      sum += term / k;
    }
    return sum;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

import { FixedPoint } from "./fixed-point";
import {
  all,
  both,
  exactly,
  isInteger,
  isTrueZero,
  type Long,
  length,
  none,
  sizeOf,
  sizeOfSum,
  through,
  toNumber,
  type Unknown,
} from "./long";
import type { Work } from "./work";

const farthest = 2 ** 24;

/** Places beyond the bits that are kept, for the fixed-point functions' own errors. */
const guard = 136;

/** Where so many bits cancelled and every slip below would show, what is left is a 0. */
const cancelled = 128;

/** What a sum or product takes beside its digits: its bounds, which are no shorter for few of them. */
const bounds = 8;

/** Arithmetic on real numbers to so many bits, each with a bound on its error. What divides by 0, grows beyond
 *  2^(2^24), or comes after the work is used up is undefined. */
export class LongArithmetic {
  readonly one = exactly(1n);
  private readonly fixed: FixedPoint;

  constructor(
    private readonly bits: number,
    private readonly work: Work,
  ) {
    this.fixed = FixedPoint.of(bits + guard);
  }

  get pi(): Long | Unknown {
    return this.fromFixed(this.fixed.pi, 0, none, all);
  }

  /** A decimal as typed, such as 0.1 or 1e-3. */
  ofText(text: string, seen: number): Long | Unknown {
    const [, whole = "", part = "", power = "0"] =
      /^(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text) ?? [];
    const tens = Number(power) - part.length;
    if (Math.abs(tens) > 2000) return undefined;
    const digits = exactly(BigInt(whole + part || "0"), 0, seen);
    const scale = exactly(10n ** BigInt(Math.abs(tens)));
    const value = tens < 0 ? this.divide(digits, scale) : this.multiply(digits, scale);
    return value && { ...value, seen };
  }

  negate({ digits, exponent, size, off, seen }: Long): Long {
    return { digits: -digits, exponent, size, off, seen };
  }

  add(a: Long, b: Long): Long | Unknown {
    if (!this.affords(bounds)) return undefined;
    const off = both(a.off, b.off);
    const seen = Math.min(a.seen, b.seen);
    const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
    if (high.digits === 0n || low.digits === 0n) {
      const { digits, exponent, size } = high.digits === 0n ? low : high;
      return { digits, exponent, size, off, seen };
    }
    const apart = high.exponent - low.exponent;
    if (apart > 3 * this.bits + guard) {
      const { digits, exponent, size } = high;
      return { digits, exponent, size, off: both(off, low.size), seen };
    }
    const digits = (high.digits << BigInt(apart)) + low.digits;
    const size = sizeOfSum(high, low, digits, low.exponent);
    const sum = this.rounded({ digits, exponent: low.exponent, size, off, seen });
    return sum && this.settled(sum, Math.max(a.size, b.size));
  }

  subtract(a: Long, b: Long): Long | Unknown {
    return this.add(a, this.negate(b));
  }

  multiply(a: Long, b: Long): Long | Unknown {
    if (!this.affords(bounds + this.longer)) return undefined;
    const off = both(both(a.size + b.off, b.size + a.off), a.off + b.off);
    const isZero = isTrueZero(a) || isTrueZero(b);
    const seen = isZero ? all : Math.min(through(a.seen, b.size), through(b.seen, a.size));
    const [digits, exponent] = [a.digits * b.digits, a.exponent + b.exponent];
    return this.rounded({ digits, exponent, size: a.size + b.size, off, seen });
  }

  divide(a: Long, b: Long): Long | Unknown {
    if (b.size <= b.off + 8 || !this.affords(bounds + 4 * this.longer)) return undefined;
    if (a.digits === 0n) return { ...a, off: a.off - b.size, seen: through(a.seen, -b.size) };
    const more = this.bits + Math.max(0, Math.ceil(b.size - b.exponent - (a.size - a.exponent)));
    const size = a.size - b.size;
    const off = both(a.off, size + b.off) - b.size;
    const bySlip = Math.min(through(a.seen, -b.size), through(b.seen, size - b.size));
    const seen = isTrueZero(a) ? all : bySlip;
    const digits = (a.digits << BigInt(more)) / b.digits;
    const exponent = a.exponent - b.exponent - more;
    const quotient = { digits, exponent, size, off: both(off, exponent), seen };
    return this.rounded(quotient);
  }

  sqrt(a: Long): Long | Unknown {
    if (isTrueZero(a)) return { ...a, off: a.off / 2 };
    if (a.size <= a.off + 8 || a.digits < 0n) return undefined;
    if (!this.affords(6 + 40 * this.longer)) return undefined;
    const even = 2 * this.bits + (a.exponent % 2 === 0 ? 0 : 1);
    const digits = integerRoot(a.digits << BigInt(even));
    const exponent = (a.exponent - even) / 2;
    const slope = -1 - a.size / 2;
    const off = both(a.off + slope, exponent);
    const root = { digits, exponent, size: a.size / 2, off, seen: through(a.seen, slope) };
    return this.rounded(root);
  }

  exp(a: Long): Long | Unknown {
    if (a.digits === 0n && a.off === none) return this.one;
    if (a.size > 24 || a.off > -8) return this.beyond(a);
    if (!this.affords(this.series)) return undefined;
    const { value, twos } = this.fixed.exp(this.toFixed(a));
    const size = sizeOf(value, twos - this.fixed.places);
    return this.fromFixed(value, twos, a.off + size, through(a.seen, size));
  }

  /** e^a for a that is far below 0: something that nothing is seen of any more. */
  private beyond({ size, digits, off }: Long): Long | Unknown {
    if (digits > 0n || size <= 24 || off > size - 8) return undefined;
    return { digits: 0n, exponent: 0, size: none, off: -farthest, seen: none };
  }

  ln(a: Long): Long | Unknown {
    if (a.digits <= 0n || a.size <= a.off + 8) return undefined;
    if (!this.affords(3 * this.series)) return undefined;
    const scale = length(a.digits);
    const { fixed } = this;
    const near = shifted(a.digits, fixed.places - scale);
    const twos = BigInt(a.exponent + scale);
    const value = fixed.ln(near) + twos * fixed.ln2;
    const isOne = a.off === none && a.digits === 1n << BigInt(scale - 1) && twos === 1n;
    if (isOne) return exactly(0n, 0, a.seen);
    const ln = this.fromFixed(value, 0, a.off - a.size, through(a.seen, -a.size));
    return ln && this.settled(ln, 0);
  }

  sin(a: Long): Long | Unknown {
    return this.turn(a, "sin", "cos");
  }

  cos(a: Long): Long | Unknown {
    return this.turn(a, "cos", "sin");
  }

  private turn(a: Long, of: "sin" | "cos", slope: "sin" | "cos"): Long | Unknown {
    if (a.digits === 0n && a.off === none) return of === "sin" ? a : this.one;
    if (a.size > 24 || a.off > -8) return undefined;
    if (!this.affords(2 * this.series)) return undefined;
    const turned = this.fixed.turn(this.toFixed(a));
    const steep = sizeOf(turned[slope], -this.fixed.places);
    const value = this.fromFixed(turned[of], 0, a.off, through(a.seen, steep));
    return value && this.settled(value, 0);
  }

  /** a^b for a > 0, or for a whole b that is not too large. */
  power(a: Long, b: Long): Long | Unknown {
    const whole = isInteger(b) ? toNumber(b) : Number.NaN;
    if (!(Math.abs(whole) < 1e6)) {
      const ln = this.ln(a);
      const exponent = ln && this.multiply(ln, b);
      return exponent && this.exp(exponent);
    }
    const raised = this.wholePower(a, Math.abs(whole));
    const power = whole < 0 ? raised && this.divide(this.one, raised) : raised;
    if (!power || isTrueZero(power)) return power;
    return { ...power, seen: Math.min(power.seen, this.seenInExponent(a, b, power)) };
  }

  /** What shows of a slip in an exponent: nothing on a base that is 1, where nothing has to. */
  private seenInExponent(a: Long, b: Long, power: Long): number {
    if (a.digits < 0n) return through(b.seen, power.size);
    const beyondOne = this.subtract(a, this.one);
    if (!beyondOne || isTrueZero(beyondOne)) return all;
    const ln = Math.abs(a.size) > 1e-6 ? Math.log2(Math.abs(a.size)) : beyondOne.size;
    return through(b.seen, ln + power.size);
  }

  private wholePower(a: Long, n: number): Long | Unknown {
    let result: Long | Unknown = this.one;
    let square: Long | Unknown = a;
    for (let rest = n; rest > 0 && result && square; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = this.multiply(result, square);
      if (rest > 1) square = this.multiply(square, square);
    }
    return result;
  }

  /** A number whose own error reaches it, where so much cancelled that a slip anywhere below would show, is 0. */
  private settled(value: Long, scale: number): Long {
    if (value.size > value.off + 1 || value.off > scale - cancelled) return value;
    const shows = value.seen > value.off + 16;
    return shows ? { digits: 0n, exponent: 0, size: none, off: value.off + 2, seen: all } : value;
  }

  /** How much longer a product takes than one of 256 bits, and a series. */
  private get longer(): number {
    return (this.bits / 2048) ** 1.6;
  }

  private get series(): number {
    return 15 + 200 * this.longer;
  }

  private fromFixed(digits: bigint, twos: number, off: number, seen: number): Long | Unknown {
    const exponent = twos - this.fixed.places;
    const size = sizeOf(digits, exponent);
    const own = exponent + this.fixed.lost;
    return this.rounded({ digits, exponent, size, off: both(off, own), seen });
  }

  private toFixed({ digits, exponent }: Long): bigint {
    return shifted(digits, exponent + this.fixed.places);
  }

  /** Whether so much work may still be done; it then counts as done. */
  private affords(work: number): boolean {
    this.work.left -= work;
    return this.work.left >= 0;
  }

  /** The number cut to the bits that are kept; undefined when it is too large, or the work is used up. */
  private rounded({ digits, exponent, size, off, seen }: Long): Long | Unknown {
    const over = Math.ceil(size - exponent) - this.bits;
    const place = over > 0 ? exponent + over : exponent;
    if (Math.abs(place) > farthest) return undefined;
    if (!(over > 0)) return { digits, exponent, size, off, seen };
    return { digits: digits >> BigInt(over), exponent: place, size, off: both(off, place), seen };
  }
}

function shifted(digits: bigint, places: number): bigint {
  return places >= 0 ? digits << BigInt(places) : digits >> BigInt(-places);
}

function integerRoot(n: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(length(n) / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

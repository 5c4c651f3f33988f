/** A number of many digits: digits · 2^exponent. */
export interface Long {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Not real, or beyond all bounds. */
export type Unknown = undefined;

const farthest = 2 ** 24;

/** Arithmetic on real numbers to so many bits. What divides by 0 or grows beyond 2^(2^24) is undefined. */
export class LongArithmetic {
  readonly one: Long;
  readonly two: Long;
  private readonly ln2: bigint;
  /** Bits after the point while a series is summed up: its own rounding stays below what is kept. */
  private readonly fine: number;
  /** Exponentials that may still be worked out: a formula of hundreds of them is given up. */
  private left = 100;
  /** Whether a term was lost beside a larger one: what came out does not show it. */
  hidden = false;

  constructor(private readonly bits: number) {
    this.fine = bits + 96;
    this.one = { digits: 1n, exponent: 0 };
    this.two = { digits: 2n, exponent: 0 };
    this.ln2 = 2n * this.series(3n, 1n);
  }

  /** π by Machin's formula. */
  get pi(): Long {
    const digits = 16n * this.series(5n, -1n) - 4n * this.series(239n, -1n);
    return this.rounded(digits, -this.fine) as Long;
  }

  of(value: number): Long {
    let [digits, exponent] = [value, 0];
    while (!Number.isInteger(digits)) [digits, exponent] = [digits * 2, exponent - 1];
    return { digits: BigInt(digits), exponent };
  }

  /** A decimal as typed, such as 0.1 or 1e-3. */
  ofText(text: string): Long | Unknown {
    const [, whole = "", part = "", power = "0"] =
      /^(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text) ?? [];
    const tens = Number(power) - part.length;
    if (Math.abs(tens) > 2000) return undefined;
    const digits = { digits: BigInt(whole + part || "0"), exponent: 0 };
    const scale = { digits: 10n ** BigInt(Math.abs(tens)), exponent: 0 };
    return tens < 0 ? this.divide(digits, scale) : this.multiply(digits, scale);
  }

  negate({ digits, exponent }: Long): Long {
    return { digits: -digits, exponent };
  }

  add(a: Long, b: Long): Long | Unknown {
    const both = a.digits !== 0n && b.digits !== 0n;
    if (both && Math.abs(top(a) - top(b)) > this.bits - 64) this.hidden = true;
    return this.sum(a, b);
  }

  private sum(a: Long, b: Long): Long | Unknown {
    const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a];
    if (high.digits === 0n || low.digits === 0n) return high.digits === 0n ? low : high;
    const apart = high.exponent - low.exponent;
    if (apart > 3 * this.bits) return high;
    return this.rounded((high.digits << BigInt(apart)) + low.digits, low.exponent);
  }

  multiply(a: Long, b: Long): Long | Unknown {
    return this.rounded(a.digits * b.digits, a.exponent + b.exponent);
  }

  divide(a: Long, b: Long): Long | Unknown {
    if (b.digits === 0n) return undefined;
    const more = this.bits + length(b.digits);
    return this.rounded((a.digits << BigInt(more)) / b.digits, a.exponent - b.exponent - more);
  }

  sqrt(a: Long): Long | Unknown {
    if (a.digits <= 0n) return a.digits === 0n ? a : undefined;
    const even = 2 * this.bits + (a.exponent % 2 === 0 ? 0 : 1);
    return this.rounded(integerRoot(a.digits << BigInt(even)), (a.exponent - even) / 2);
  }

  /** e^a: a multiple of ln 2 is taken out, the rest halved 32 times, summed as a series and squared back. */
  exp(a: Long): Long | Unknown {
    if (a.digits === 0n) return this.one;
    this.left -= 1;
    const lost = top(a) < 64 - this.bits || (top(a) > 24 && a.digits < 0n);
    if (lost) this.hidden = true;
    if (lost && top(a) > 24) return { digits: 0n, exponent: 0 };
    if (this.left < 0 || top(a) > 24) return undefined;
    const point = this.fixed(a);
    const twos = (2n * point + this.ln2) / (2n * this.ln2) - (point < 0n ? 1n : 0n);
    const rest = (point - twos * this.ln2) >> 32n;
    const one = 1n << BigInt(this.fine);
    let [sum, term] = [one, one];
    for (let n = 1n; term !== 0n && term !== -1n; n++) {
      term = (term * rest) / (n * one);
      sum += term;
    }
    for (let i = 0; i < 32; i++) sum = (sum * sum) >> BigInt(this.fine);
    return this.rounded(sum, Number(twos) - this.fine);
  }

  /** ln a by Halley's iteration, which triples the digits each time, from the logarithm in float64. */
  ln(a: Long): Long | Unknown {
    if (a.digits <= 0n) return undefined;
    const scale = length(a.digits);
    const near = { digits: a.digits, exponent: -scale };
    let guess: Long | Unknown = this.of(Math.log(toNumber(near)));
    for (let digits = 50; guess && digits < this.bits; digits *= 3) {
      const power = this.exp(guess);
      const gap = power && this.sum(near, this.negate(power));
      const sum = power && this.sum(near, power);
      const step = gap && sum && this.divide(gap, sum);
      guess = step && this.sum(guess, this.multiply(step, this.two) as Long);
    }
    const twos = this.multiply(
      { digits: BigInt(a.exponent + scale), exponent: 0 },
      { digits: this.ln2, exponent: -this.fine },
    );
    return guess && twos && this.sum(guess, twos);
  }

  /** a^b for a > 0, or for a whole b that is not too large. */
  power(a: Long, b: Long): Long | Unknown {
    const whole = toNumber(b);
    if (Number.isInteger(whole) && Math.abs(whole) < 1e6 && isWhole(b)) {
      const power = this.wholePower(a, Math.abs(whole));
      return whole < 0 ? power && this.divide(this.one, power) : power;
    }
    const ln = this.ln(a);
    const exponent = ln && this.multiply(ln, b);
    return exponent && this.exp(exponent);
  }

  private wholePower(a: Long, n: number): Long | Unknown {
    let result: Long | Unknown = this.one;
    let square: Long | Unknown = a;
    for (let rest = n; rest > 0 && result && square; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = this.multiply(result, square);
      square = this.multiply(square, square);
    }
    return result;
  }

  private rounded(digits: bigint, exponent: number): Long | Unknown {
    const over = length(digits) - this.bits;
    if (Math.abs(exponent + Math.max(0, over)) > farthest) return undefined;
    return over > 0
      ? { digits: digits >> BigInt(over), exponent: exponent + over }
      : { digits, exponent };
  }

  private fixed({ digits, exponent }: Long): bigint {
    const shift = exponent + this.fine;
    return shift >= 0 ? digits << BigInt(shift) : digits >> BigInt(-shift);
  }

  /** atan(1/n), or with sign 1 artanh(1/n). */
  private series(n: bigint, sign: 1n | -1n): bigint {
    let term = (1n << BigInt(this.fine)) / n;
    let sum = term;
    for (let k = 3n; term !== 0n; k += 2n) {
      term = (sign * term) / (n * n);
      sum += term / k;
    }
    return sum;
  }
}

/** Bits of a number, without its sign. */
export function length(digits: bigint): number {
  const hex = (digits < 0n ? -digits : digits).toString(16);
  return 4 * hex.length - Math.clz32(Number.parseInt(hex[0] as string, 16)) + 28;
}

/** The place of the leading bit; of 0, below all others. */
export function top({ digits, exponent }: Long): number {
  return digits === 0n ? Number.NEGATIVE_INFINITY : length(digits) + exponent;
}

/** The nearest float64. */
export function toNumber({ digits, exponent }: Long): number {
  const over = Math.max(0, length(digits) - 60);
  return Number(digits >> BigInt(over)) * 2 ** (exponent + over);
}

function isWhole({ digits, exponent }: Long): boolean {
  return exponent >= 0 || digits % (1n << BigInt(Math.min(-exponent, 4096))) === 0n;
}

function integerRoot(n: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(length(n) / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

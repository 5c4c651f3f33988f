/** A number of many digits, digits · 2^exponent, with what is known of it as logarithms to base 2: `size` is that of
 *  its own amount, `off` bounds its error, `seen` is what the smallest slip in any name or number below it would
 *  change, to first order; Infinity where there is nothing to see. A 0 that is exact is off by -Infinity. */
export interface Long {
  readonly digits: bigint;
  readonly exponent: number;
  readonly size: number;
  readonly off: number;
  readonly seen: number;
}

/** Not real, not known, or beyond all bounds. */
export type Unknown = undefined;

export const none = Number.NEGATIVE_INFINITY;
export const all = Number.POSITIVE_INFINITY;

/** Whether nothing shows of the number and nothing has to: a 0 that is one in fact. */
export function isTrueZero({ digits, off, seen }: Long): boolean {
  return digits === 0n && (off === none || seen === all);
}

/** Whether a number's own error leaves its sign open. */
export function isLost({ size, off }: Long): boolean {
  return size <= off + 1;
}

/** log2(2^a + 2^b). */
export function both(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a];
  return low === none || high - low > 60 ? high : high + Math.log2(1 + 2 ** (low - high));
}

/** What is seen through a curve whose slope has this logarithm. */
export function through(seen: number, slope: number): number {
  return seen === all ? all : seen + slope;
}

/** Bits of a number, without its sign. */
export function length(digits: bigint): number {
  const hex = (digits < 0n ? -digits : digits).toString(16);
  return 4 * hex.length - Math.clz32(Number.parseInt(hex[0] as string, 16)) + 28;
}

/** log2 of digits · 2^exponent, to float64. */
export function sizeOf(digits: bigint, exponent: number): number {
  if (digits === 0n) return none;
  const amount = digits < 0n ? -digits : digits;
  const over = BigInt(Math.max(0, length(amount) - 53));
  return Math.log2(Number(amount >> over)) + Number(over) + exponent;
}

/** The size of a sum, from its terms' where they do not cancel. */
export function sizeOfSum(a: Long, b: Long, digits: bigint, exponent: number): number {
  const [high, low] = a.size > b.size ? [a.size, b.size] : [b.size, a.size];
  const share = (a.digits < 0n === b.digits < 0n ? 1 : -1) * 2 ** (low - high);
  return share > -0.99 ? high + Math.log2(1 + share) : sizeOf(digits, exponent);
}

/** A number that is known exactly. */
export function exactly(digits: bigint, exponent = 0, seen = all): Long {
  return { digits, exponent, size: sizeOf(digits, exponent), off: none, seen };
}

/** A float64 as a Long. */
export function ofFloat(value: number, seen = all): Long {
  let [digits, exponent] = [value, 0];
  while (!Number.isInteger(digits)) [digits, exponent] = [digits * 2, exponent - 1];
  return exactly(BigInt(digits), exponent, seen);
}

/** The nearest float64, or its neighbour. */
export function toNumber({ digits, exponent }: Long): number {
  const over = Math.max(0, length(digits) - 60);
  const [half, rest] = [Math.trunc((exponent + over) / 2), Math.ceil((exponent + over) / 2)];
  const power = half === rest ? 2 ** half * 2 ** rest : 2 ** half * 2 ** (exponent + over - half);
  return Number(digits >> BigInt(over)) * power;
}

export function isInteger({ digits, exponent, off }: Long): boolean {
  if (off !== none) return false;
  return exponent >= 0 || digits % (1n << BigInt(Math.min(-exponent, 8192))) === 0n;
}

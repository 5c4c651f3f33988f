import { type Balls, entriesOf, imag, type Probe, sight, slip, unit } from "./balls";

/** A formula's values at the points of a probe. */
export interface Sample {
  readonly values: Balls;
  readonly probe: Probe;
}

/** A number that the answer's values are multiplied by, as well as it is known. */
export interface Factor {
  readonly value: number;
  readonly err: number;
}

/** `zero`: nothing but zeros was seen, which may be what cancelling left over. `complex`: where both are real too few
 *  points are left, but they agree at those as well where the real numbers were left on the way. */
export type Agreement = "yes" | "no" | "open" | "zero" | "complex";

/** So many points that tell must agree. */
const enough = 5;

/** What a slip changes must be this many times what rounding may have changed. */
const clearly = 4;

/** Whether the second is the first times the factor. A point at which one of them is not real, or not known, or hides
 *  a part of itself behind rounding, tells nothing. */
export function agree(own: Sample, other: Sample, factor: Factor): Agreement {
  const { count } = own.probe;
  const seen = { agreeing: 0, zeros: 0, complex: 0, apart: 0 };
  for (let point = 0; point < count; point++) {
    const told = look(own.values, other.values, factor, point, count);
    if (own.probe.unreal[point] || other.probe.unreal[point]) {
      if (told === "apart") seen.apart += 1;
      else if (told === "together") seen.complex += 1;
    } else if (told === "apart") return "no";
    else if (told === "zero") seen.zeros += 1;
    else if (told === "together") seen.agreeing += 1;
  }
  if (seen.agreeing >= enough) return "yes";
  if (seen.agreeing + seen.zeros >= enough) return "zero";
  return seen.apart === 0 && seen.agreeing + seen.complex >= enough ? "complex" : "open";
}

function look(a: Balls, b: Balls, factor: Factor, point: number, count: number) {
  let apart = false;
  let hidden = false;
  let scale = 0;
  let worst = 0;
  for (let i = point; i < entriesOf(a.shape) * count; i += count) {
    const x = a.re[i] as number;
    const y = b.re[i] as number;
    const [ea, eb] = [a.err[i] as number, b.err[i] as number];
    if (!(ea + eb < Number.POSITIVE_INFINITY) || Math.abs(imag(a, i)) > ea) return "untold";
    // The bounds hold to first order; twice their sum leaves room for the rest.
    const bound = 2 * (ea * Math.abs(factor.value) + Math.abs(x) * factor.err + eb);
    const away = Math.abs(imag(b, i)) > bound || Math.abs(y - factor.value * x) > bound;
    if (away) apart = true;
    scale = Math.max(scale, Math.abs(factor.value * x), Math.abs(y));
    worst = Math.max(worst, bound);
    const seen = Math.min((a.seen[i] as number) * Math.abs(factor.value), b.seen[i] as number);
    if (!shows(seen, Math.max(Math.abs(factor.value * x), Math.abs(y)), bound)) hidden = true;
  }
  if (apart) return "apart";
  if (worst <= sight && scale <= worst && worst > 0) return "zero";
  return worst <= sight * scale || worst === 0 ? (hidden ? "untold" : "together") : "untold";
}

/** Whether a slip in any part of the two shows in a value of this size. Where parts that are nearly lost may cancel each
 *  other to first order, as in (1 + 10^-9 x)(1 - 10^-9 x), their second or third power is what is left: that has to
 *  show as well. */
function shows(seen: number, size: number, bound: number): boolean {
  const part = Math.min(1, seen / (slip * size));
  return seen > clearly * bound && !(part * part * part * size <= clearly * bound);
}

/** The factor between two formulas by one entry of one point, where both are surest; undefined where the first has
 *  only one value, which is a factor of anything. */
export function factorOf({ values: a, probe }: Sample, { values: b }: Sample): Factor | undefined {
  let best: Factor | undefined;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < a.re.length; i++) {
    const x = a.re[i] as number;
    const y = b.re[i] as number;
    const [ea, eb] = [a.err[i] as number, b.err[i] as number];
    if (!(ea < Math.abs(x) * sight) || !(eb < Math.abs(y) * sight)) continue;
    if (probe.unreal[i % probe.count]) continue;
    [low, high] = [Math.min(low, x), Math.max(high, x)];
    const value = y / x;
    const err = Math.abs(value) * (2 * (ea / Math.abs(x) + eb / Math.abs(y)) + 4 * unit);
    if (!best || err / Math.abs(value) < best.err / Math.abs(best.value)) best = { value, err };
  }
  return high - low > sight * Math.max(Math.abs(high), Math.abs(low)) ? best : undefined;
}

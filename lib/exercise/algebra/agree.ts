import { type Balls, entriesOf, imag, type Probe, sight, unit } from "./balls";

/** A formula's values, and the points at which they hide something. */
export interface Sample {
  readonly values: Balls;
  readonly probe: Probe;
}

/** A number that the answer's values are multiplied by, as well as it is known. */
export interface Factor {
  readonly value: number;
  readonly err: number;
}

/** `zero`: nothing but zeros was seen, which may be what cancelling left over. */
export type Agreement = "yes" | "no" | "open" | "zero";

/** So many points that tell must agree. */
const enough = 5;

/** Whether the second is the first times the factor. A point outside the first's domain, where it is not real, tells
 *  nothing, nor does one where either is not known. */
export function agree(own: Sample, other: Sample, factor: Factor): Agreement {
  const { count } = own.probe;
  let agreeing = 0;
  let zeros = 0;
  for (let point = 0; point < count; point++) {
    const seen = look(own.values, other.values, factor, point, count);
    if (seen === "apart") return "no";
    if (seen === "untold" || own.probe.blind[point] || other.probe.blind[point]) continue;
    if (seen === "zero") zeros += 1;
    else agreeing += 1;
  }
  if (agreeing >= enough) return "yes";
  return agreeing + zeros >= enough ? "zero" : "open";
}

function look(a: Balls, b: Balls, factor: Factor, point: number, count: number) {
  let apart = false;
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
  }
  if (apart) return "apart";
  if (worst <= sight * scale) return "together";
  return worst <= sight && scale <= worst ? "zero" : "untold";
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
    if (probe.blind[i % probe.count]) continue;
    [low, high] = [Math.min(low, x), Math.max(high, x)];
    const value = y / x;
    const err = Math.abs(value) * (2 * (ea / Math.abs(x) + eb / Math.abs(y)) + 4 * unit);
    if (!best || err / Math.abs(value) < best.err / Math.abs(best.value)) best = { value, err };
  }
  return high - low > sight * Math.max(Math.abs(high), Math.abs(low)) ? best : undefined;
}

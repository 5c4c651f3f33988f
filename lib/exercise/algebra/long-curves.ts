import type { FunctionName } from "./formula";
import { all, exactly, isLost, isTrueZero, type Long, through, type Unknown } from "./long";
import type { LongArithmetic } from "./long-arithmetic";

/** What has no value has none when a function is called on it. */
type Step = Long | Unknown;

const zero = exactly(0n);

/** Near 0 a curve is all but its tangent, as sin x is x: what shows of the curve itself is less by x². */
const bent: ReadonlySet<FunctionName> = new Set(
  "exp sigmoid sigmoid' tanh tanh' sin cos tan cot sec csc sinh cosh sech csch coth".split(
    " ",
  ) as FunctionName[],
);

/** The functions of formulas on numbers of many digits, made of e^x, ln, roots, sines and arithmetic. What is seen
 *  through one of them is told by its slope as a whole: its pieces would each show more. */
export class LongCurves {
  constructor(private readonly arithmetic: LongArithmetic) {}

  call(fn: FunctionName, x: Long): Step {
    const value = this.value(fn, x);
    if (!value || value.seen === all || !bent.has(fn)) return value;
    return { ...value, seen: value.seen + 2 * Math.min(0, x.size) };
  }

  private value(fn: FunctionName, x: Long): Step {
    const { arithmetic } = this;
    const { one } = arithmetic;
    switch (fn) {
      case "exp":
      case "ln":
      case "sqrt":
      case "sin":
      case "cos":
        return arithmetic[fn](x);
      case "sigmoid":
        return this.sigmoid(x);
      case "sigmoid'":
        return this.sigmoidSlope(x);
      case "tanh":
        return this.tanh(x);
      case "relu":
        return this.sided(x, zero, x);
      case "relu'":
        return isTrueZero(x) ? undefined : this.sided(x, zero, one);
      case "abs":
        return this.sided(x, arithmetic.negate(x), x);
      case "sign":
        return this.sided(x, arithmetic.negate(one), one);
      case "tan":
      case "cot":
      case "sec":
      case "csc":
        return this.circular(fn, x);
      default:
        return this.hyperbolic(fn, x);
    }
  }

  private sigmoid(x: Step): Step {
    const power = x && this.arithmetic.exp(this.arithmetic.negate(x));
    const below = power && this.arithmetic.add(this.arithmetic.one, power);
    return below && this.arithmetic.divide(this.arithmetic.one, below);
  }

  private sigmoidSlope(x: Long): Step {
    const [up, down] = [this.sigmoid(x), this.sigmoid(this.arithmetic.negate(x))];
    const value = up && down && this.arithmetic.multiply(up, down);
    const tilt = up && down && this.arithmetic.subtract(up, down);
    return value && tilt && showing(value, x, value.size + tilt.size);
  }

  private tanh(x: Long): Step {
    const twice = this.sigmoid(this.arithmetic.add(x, x));
    const sum = twice && this.arithmetic.add(twice, twice);
    return sum && this.arithmetic.subtract(sum, this.arithmetic.one);
  }

  private circular(fn: "tan" | "cot" | "sec" | "csc", x: Long): Step {
    const [sin, cos] = [this.arithmetic.sin(x), this.arithmetic.cos(x)];
    if (!sin || !cos) return undefined;
    const [above, below] = fn === "tan" || fn === "sec" ? [sin, cos] : [cos, sin];
    const isRatio = fn === "tan" || fn === "cot";
    const value = this.arithmetic.divide(isRatio ? above : this.arithmetic.one, below);
    return value && showing(value, x, (isRatio ? 0 : above.size) - 2 * below.size);
  }

  private hyperbolic(fn: "sinh" | "cosh" | "sech" | "csch" | "coth" | "tanh'", x: Long): Step {
    const { arithmetic } = this;
    const [up, down] = [arithmetic.exp(x), arithmetic.exp(arithmetic.negate(x))];
    const sinh = up && down && halved(arithmetic.subtract(up, down));
    const cosh = up && down && halved(arithmetic.add(up, down));
    if (!sinh || !cosh) return undefined;
    if (fn === "sinh") return showing(sinh, x, cosh.size);
    if (fn === "cosh") return showing(cosh, x, sinh.size);
    if (fn === "coth") return showing(arithmetic.divide(cosh, sinh), x, -2 * sinh.size);
    const below = fn === "csch" ? sinh : cosh;
    const value = arithmetic.divide(arithmetic.one, below);
    if (fn === "csch") return showing(value, x, cosh.size - 2 * sinh.size);
    if (fn === "sech") return showing(value, x, sinh.size - 2 * cosh.size);
    const square = value && arithmetic.multiply(value, value);
    return showing(square, x, 1 + sinh.size - 3 * cosh.size);
  }

  /** What a function with a kink at 0 comes to: 0 at 0 itself, and nothing where the side is not known. */
  private sided(x: Long, below: Long, above: Long): Step {
    if (isTrueZero(x)) return zero;
    if (isLost(x)) return undefined;
    return x.digits > 0n ? above : below;
  }
}

/** A value with what a slope of this size lets through of a slip in x. */
function showing(value: Step, x: Long, slope: number): Step {
  return value && (isTrueZero(value) ? value : { ...value, seen: through(x.seen, slope) });
}

function halved(x: Step): Step {
  return x && { ...x, exponent: x.exponent - 1, size: x.size - 1, off: x.off - 1 };
}

import { minus, plus } from "./cancelled";
import { type Network, network } from "./network";
import { type Rules, rightRules } from "./rules";
import { expectShape } from "./shape-error";
import { map, multiply, type Tensor, zeros } from "./tensor";

/** What a step needs of a pass backward; Backprop has it. */
export interface Gradients {
  readonly dW: readonly Tensor[];
  readonly db: readonly Tensor[];
}

/** A number for every weight and bias of a network, in lists indexed by layer. */
export interface Parameters {
  readonly W: readonly Tensor[];
  readonly b: readonly Tensor[];
}

/** The network after a step, and what the optimiser gives to the next. What went in is unchanged. */
export interface Stepped<State> {
  readonly net: Network;
  readonly state: State;
}

export interface SgdState {
  /** Steps taken. */
  readonly t: number;
}

export interface MomentumState extends SgdState {
  readonly velocity: Parameters;
}

export interface AdamState extends SgdState {
  /** Running means of the gradients, and of their squares. */
  readonly first: Parameters;
  readonly second: Parameters;
}

export interface AdamDecay {
  /** Shares that the running means keep, of the gradients and of their squares; 0.9 and 0.999 unless told. */
  readonly beta1?: number;
  readonly beta2?: number;
  /** Added to the root in the denominator; 1e−8 unless told. */
  readonly epsilon?: number;
}

export const usualDecay = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** Gradient descent: W ← W − α dW, b ← b − α db. Like every step here, throws ShapeError when a gradient has not the
 *  shape of its parameter. */
export function sgd(
  net: Network,
  gradients: Gradients,
  { alpha }: { alpha: number },
  state: SgdState = { t: 0 },
  rules: Rules = rightRules,
): Stepped<SgdState> {
  return { net: descend(net, slopes(gradients), alpha, rules), state: { t: state.t + 1 } };
}

/** Momentum, v ← β v + dW and W ← W − α v, v being 0 at first (the form of PyTorch and TensorFlow). */
export function momentum(
  net: Network,
  gradients: Gradients,
  { alpha, beta = 0.9 }: { alpha: number; beta?: number },
  state: MomentumState = { t: 0, velocity: still(net) },
  rules: Rules = rightRules,
): Stepped<MomentumState> {
  const velocity = merge(state.velocity, slopes(gradients), (v, g) => gathered(v, g, beta, rules));
  return { net: descend(net, velocity, alpha, rules), state: { t: state.t + 1, velocity } };
}

/** Adam with its correction of the bias to 0; ε stands outside the root. Source: arXiv 1412.6980, algorithm 1. */
export function adam(
  net: Network,
  gradients: Gradients,
  { alpha = 0.001, ...decay }: { alpha?: number } & AdamDecay = {},
  state: AdamState = { t: 0, first: still(net), second: still(net) },
  rules: Rules = rightRules,
): Stepped<AdamState> {
  const t = state.t + 1;
  const { beta1, beta2 } = { ...usualDecay, ...decay };
  const g = slopes(gradients);
  const first = merge(state.first, g, (m, slope) => faded(m, slope, beta1));
  const second = merge(state.second, g, (v, slope) => faded(v, multiply(slope, slope), beta2));
  const direction = merge(first, second, (m, v) => adapted(m, v, t, decay, rules).direction);
  return { net: descend(net, direction, alpha, rules), state: { t, first, second } };
}

/** Momentum's velocity after one more gradient, β v + g. */
export function gathered(v: Tensor, g: Tensor, beta: number, rules: Rules): Tensor {
  const share = rules.velocity === "kept" ? beta : 0;
  return entries(v, g, (old, slope) => plus(share * old, slope));
}

/** A running mean after one more value, β m + (1 − β) g. */
export function faded(m: Tensor, g: Tensor, beta: number): Tensor {
  return entries(m, g, (old, value) => plus(beta * old, (1 - beta) * value));
}

/** Adam's running means after t steps with their bias to 0 taken out, and the direction that they give. */
export function adapted(m: Tensor, v: Tensor, t: number, decay: AdamDecay, rules: Rules) {
  const { beta1, beta2, epsilon } = { ...usualDecay, ...decay };
  const corrected = rules.biasCorrection === "taken";
  const mHat = corrected ? map(m, (mean) => mean / (1 - beta1 ** t)) : m;
  const vHat = corrected ? map(v, (mean) => mean / (1 - beta2 ** t)) : v;
  return { mHat, vHat, direction: entries(mHat, vHat, (a, b) => a / (Math.sqrt(b) + epsilon)) };
}

/** a − α direction; uphill, where the rules say so, a + α direction. */
export function descended(a: Tensor, direction: Tensor, alpha: number, rules: Rules): Tensor {
  const size = rules.rate === "taken" ? alpha : 1;
  const rate = rules.update === "downhill" ? size : -size;
  return entries(a, direction, (value, slope) => minus(value, rate * slope));
}

function descend(net: Network, { W, b }: Parameters, alpha: number, rules: Rules): Network {
  const stepped = (from: readonly Tensor[], along: readonly Tensor[]) =>
    from.map((a, l) => (l === 0 ? a : descended(a, along[l]!, alpha, rules)));
  return network({ ...net, W: stepped(net.W, W), b: stepped(net.b, b) });
}

function slopes({ dW, db }: Gradients): Parameters {
  return { W: dW, b: db };
}

function still({ W, b }: Network): Parameters {
  const zero = (list: readonly Tensor[]) => list.map(({ rows, cols }) => zeros(rows, cols));
  return { W: zero(W), b: zero(b) };
}

function merge(a: Parameters, b: Parameters, f: (u: Tensor, v: Tensor) => Tensor): Parameters {
  const merged = (us: readonly Tensor[], vs: readonly Tensor[]) => us.map((u, l) => f(u, vs[l]!));
  return { W: merged(a.W, b.W), b: merged(a.b, b.b) };
}

function entries(a: Tensor, b: Tensor, f: (u: number, v: number) => number): Tensor {
  expectShape("the gradient", b, a.rows, a.cols);
  let i = 0;
  return map(a, (u) => f(u, b.data[i++]!));
}

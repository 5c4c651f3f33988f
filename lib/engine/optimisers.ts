import { type Network, network } from "./network";
import { type Rules, rightRules } from "./rules";
import { expectShape } from "./shape-error";
import { map, type Tensor, zeros } from "./tensor";

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
  const share = rules.velocity === "kept" ? beta : 0;
  const velocity = merge(state.velocity, slopes(gradients), (v, g) => share * v + g);
  return { net: descend(net, velocity, alpha, rules), state: { t: state.t + 1, velocity } };
}

/** Adam with its correction of the bias to 0; ε stands outside the root. Source: arXiv 1412.6980, algorithm 1. */
export function adam(
  net: Network,
  gradients: Gradients,
  {
    alpha = 0.001,
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-8,
  }: { alpha?: number; beta1?: number; beta2?: number; epsilon?: number } = {},
  state: AdamState = { t: 0, first: still(net), second: still(net) },
  rules: Rules = rightRules,
): Stepped<AdamState> {
  const t = state.t + 1;
  const g = slopes(gradients);
  const first = merge(state.first, g, (m, slope) => beta1 * m + (1 - beta1) * slope);
  const second = merge(state.second, g, (v, slope) => beta2 * v + (1 - beta2) * slope ** 2);
  const corrected = rules.biasCorrection === "taken";
  const [full1, full2] = corrected ? [1 - beta1 ** t, 1 - beta2 ** t] : [1, 1];
  const direction = merge(first, second, (m, v) => m / full1 / (Math.sqrt(v / full2) + epsilon));
  return { net: descend(net, direction, alpha, rules), state: { t, first, second } };
}

/** a − α direction; uphill, where the rules say so, a + α direction. */
export function descended(a: Tensor, direction: Tensor, alpha: number, rules: Rules): Tensor {
  const size = rules.rate === "taken" ? alpha : 1;
  const rate = rules.update === "downhill" ? size : -size;
  return entries(a, direction, (value, slope) => value - rate * slope);
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

function merge(a: Parameters, b: Parameters, f: (u: number, v: number) => number): Parameters {
  const merged = (us: readonly Tensor[], vs: readonly Tensor[]) =>
    us.map((u, l) => entries(u, vs[l]!, f));
  return { W: merged(a.W, b.W), b: merged(a.b, b.b) };
}

function entries(a: Tensor, b: Tensor, f: (u: number, v: number) => number): Tensor {
  expectShape("the gradient", b, a.rows, a.cols);
  let i = 0;
  return map(a, (u) => f(u, b.data[i++]!));
}

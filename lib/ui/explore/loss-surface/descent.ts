import {
  type AdamState,
  adam,
  type Backprop,
  type MomentumState,
  momentum,
  type Network,
  sgd,
} from "@/lib/engine";
import { type LandscapeName, landscapes, networkAt, passOf } from "./landscapes";

export const methodNames = { descent: "plain", momentum: "momentum", adam: "Adam" } as const;
export type Method = keyof typeof methodNames;

export interface SurfaceState {
  readonly landscape: LandscapeName;
  readonly method: Method;
  readonly alpha: number;
  readonly beta: number;
  readonly steps: number;
  /** Where the descent begins. */
  readonly w: number;
  readonly b: number;
}

export const surfaceStart: SurfaceState = {
  landscape: "valley",
  method: "descent",
  alpha: 0.15,
  beta: 0.8,
  steps: 30,
  ...landscapes.valley.start,
};

export interface Stop {
  readonly w: number;
  readonly b: number;
  readonly loss: number;
}

type Stepper = (net: Network, pass: Backprop) => Network;

/** One step after the other, by the engine's own optimisers; what one keeps for its next step is kept here. */
function stepperOf({ method, alpha, beta }: SurfaceState): Stepper {
  if (method === "descent") return (net, pass) => sgd(net, pass, { alpha }).net;
  if (method === "momentum") {
    return keeping<MomentumState>((net, pass, kept) => momentum(net, pass, { alpha, beta }, kept));
  }
  return keeping<AdamState>((net, pass, kept) => adam(net, pass, { alpha, beta1: beta }, kept));
}

function keeping<Kept>(
  step: (net: Network, pass: Backprop, kept?: Kept) => { net: Network; state: Kept },
): Stepper {
  let kept: Kept | undefined;
  return (net, pass) => {
    const stepped = step(net, pass, kept);
    kept = stepped.state;
    return stepped.net;
  };
}

/** The start and where `count` steps lead; it ends early where the numbers grow beyond all bounds. */
export function descentOf(state: SurfaceState, count: number): Stop[] {
  const landscape = landscapes[state.landscape];
  const step = stepperOf(state);
  const stops: Stop[] = [];
  let net = networkAt(landscape, state.w, state.b);
  for (let t = 0; t <= count; t++) {
    const pass = passOf(landscape, net);
    const [w, b] = [net.W[1]!.data[0]!, net.b[1]!.data[0]!];
    if (!Number.isFinite(pass.loss) || Math.hypot(w, b) > 1e9) break;
    stops.push({ w, b, loss: pass.loss });
    net = step(net, pass);
  }
  return stops;
}

/** How a descent ends: "arrives" after so many steps, from where on it stays within 1% of its drop from the lowest loss;
 *  "diverges", ending higher than it began; or is "underway" still. */
export type Fate =
  | { readonly kind: "arrives"; readonly after: number }
  | { readonly kind: "diverges" }
  | { readonly kind: "underway" };

/** Far more steps than are drawn. */
export const farSteps = 500;

/** The fate of a state, worked out once: the figure's first state is drawn for every reader. */
export function fateOf(state: SurfaceState): Fate {
  const fate = fates.get(state) ?? findFate(state);
  fates.set(state, fate);
  return fate;
}

const fates = new WeakMap<SurfaceState, Fate>();

function findFate(state: SurfaceState): Fate {
  const far = descentOf(state, farSteps);
  const lowest = landscapes[state.landscape].lowest.loss;
  const above = far.map(({ loss }) => loss - lowest);
  const first = above[0]!;
  if (far.length <= farSteps || above.at(-1)! > Math.max(first, 1e-6)) return { kind: "diverges" };
  const near = Math.max(first / 100, 1e-6);
  const last = above.findLastIndex((height) => height > near);
  return last < farSteps ? { kind: "arrives", after: last + 1 } : { kind: "underway" };
}

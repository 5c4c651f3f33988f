import {
  column,
  type Graph,
  layAdam,
  layDescent,
  layMeans,
  layVelocity,
  type Node,
  usualDecay,
} from "@/lib/engine";
import { add } from "@/lib/engine/ops/add";
import { constant } from "@/lib/engine/ops/constant";
import { type LaidLandscape, type LandscapeName, landscapes, layLandscape } from "./landscapes";

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

/** What a step starts from, and what stands there for the next one. */
type Next = readonly [before: Node, after: Node];

interface LaidStep extends LaidLandscape {
  readonly next: readonly Next[];
}

interface Tools {
  readonly graph: Graph;
  readonly number: (v: number) => Node;
  readonly beta: Node;
  /** Which step it is, from 1. */
  readonly t: Node;
  /** Has `after` stand in the place of `before` in the next step, and gives it. */
  readonly keep: (before: Node, after: Node) => Node;
}

/** Lays down, from a gradient, the direction that each method steps against; what it keeps for its next step is 0 at first. */
const directions: Readonly<Record<Method, (g: Node, tools: Tools) => Node>> = {
  descent: (g) => g,
  momentum(g, { graph, number, beta, keep }) {
    const v = number(0);
    return keep(v, layVelocity(graph, beta, g, v));
  },
  adam(g, { graph, number, beta, t, keep }) {
    const decay = {
      beta1: beta,
      beta2: number(usualDecay.beta2),
      epsilon: number(usualDecay.epsilon),
    };
    const before = { m: number(0), v: number(0) };
    const means = layMeans(graph, decay, g, before);
    keep(before.m, means.m);
    keep(before.v, means.v);
    return layAdam(graph, { ...decay, t }, means).direction;
  },
};

/** One step on a landscape, by the engine's own optimisers. */
function layStep({ landscape, method, alpha, beta }: SurfaceState): LaidStep {
  const laid = layLandscape(landscapes[landscape]);
  const { graph, w, b, pass } = laid;
  const next: Next[] = [];
  const keep = (before: Node, after: Node) => {
    next.push([before, after]);
    return after;
  };
  const number = (v: number) => graph.lay(constant, [], column([v]));
  const [rate, t] = [number(alpha), number(1)];
  const tools = { graph, number, beta: number(beta), t, keep };
  keep(t, graph.lay(add, [t, number(1)]));
  for (const [a, g] of [[w, pass.dW[1]!] as const, [b, pass.db[1]!] as const]) {
    keep(a, layDescent(graph, a, directions[method](g, tools), rate));
  }
  return { ...laid, next };
}

/** The start and where `count` steps lead; it ends early where the numbers grow beyond all bounds. */
export function descentOf(state: SurfaceState, count: number): Stop[] {
  const { graph, w, b, pass, next } = layStep(state);
  const stops: Stop[] = [];
  w.data[0] = state.w;
  b.data[0] = state.b;
  for (let t = 0; t <= count; t++) {
    graph.run();
    const stop = { w: w.data[0]!, b: b.data[0]!, loss: pass.loss.data[0]! };
    if (!Number.isFinite(stop.loss) || Math.hypot(stop.w, stop.b) > 1e9) break;
    stops.push(stop);
    for (const [before, after] of next) before.data.set(after.data);
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

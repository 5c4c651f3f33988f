import { describe, expect, it } from "vitest";
import { contourPaths } from "@/lib/ui/explore/loss-surface/contours";
import {
  descentOf,
  fateOf,
  type SurfaceState,
  surfaceStart,
} from "@/lib/ui/explore/loss-surface/descent";
import { LossSurfaceView } from "@/lib/ui/explore/loss-surface/LossSurfaceView";
import { type LandscapeName, landscapes, lossAt } from "@/lib/ui/explore/loss-surface/landscapes";
import { surfaceWords } from "@/lib/ui/explore/loss-surface/words";
import { sigma } from "../../../oracles/plain-network";
import { shown } from "./shown";

const names = ["valley", "neuron"] as const;

/** The loss by loops, apart from the engine. */
function plainLoss(name: LandscapeName, w: number, b: number): number {
  const { x, y } = landscapes[name];
  const each = x.map((input, i) => {
    const z = w * input + b;
    if (name === "valley") return (z - y[i]!) ** 2;
    return y[i] === 1 ? -Math.log(sigma(z)) : -Math.log(1 - sigma(z));
  });
  return each.reduce((sum, loss) => sum + loss, 0) / each.length;
}

/** Both slopes, by central differences. */
function plainSlopes(name: LandscapeName, w: number, b: number): [number, number] {
  const d = 1e-5;
  return [
    (plainLoss(name, w + d, b) - plainLoss(name, w - d, b)) / (2 * d),
    (plainLoss(name, w, b + d) - plainLoss(name, w, b - d)) / (2 * d),
  ];
}

/** Twenty steps of each method, written out. */
function plainDescent({ landscape, method, alpha, beta, w, b }: SurfaceState): [number, number] {
  const at = [w, b] as [number, number];
  const [v, m, s] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ] as [number[], number[], number[]];
  for (let t = 1; t <= 20; t++) {
    plainSlopes(landscape, ...at).forEach((g, i) => {
      v[i] = beta * v[i]! + g;
      m[i] = beta * m[i]! + (1 - beta) * g;
      s[i] = 0.999 * s[i]! + 0.001 * g * g;
      const adam = m[i]! / (1 - beta ** t) / (Math.sqrt(s[i]! / (1 - 0.999 ** t)) + 1e-8);
      at[i]! -= alpha * { descent: g, momentum: v[i]!, adam }[method];
    });
  }
  return at;
}

describe("a descent to move", () => {
  it.each(names)("measures the loss of the %s, and knows where it is lowest", (name) => {
    const { lowest } = landscapes[name];
    for (const [w, b] of [
      [0, 0],
      [-1, 2],
      [2.5, -1.5],
    ] as const) {
      expect(lossAt(landscapes[name], w, b)).toBeCloseTo(plainLoss(name, w, b), 9);
    }
    expect(lowest.loss).toBeCloseTo(plainLoss(name, lowest.w, lowest.b), 9);
    for (const slope of plainSlopes(name, lowest.w, lowest.b)) expect(slope).toBeCloseTo(0, 6);
  });

  it.each(["descent", "momentum", "adam"] as const)("takes the steps of %s", (method) => {
    for (const landscape of names) {
      const state = { ...surfaceStart, landscape, method, alpha: 0.05, beta: 0.7 };
      const [w, b] = plainDescent(state);
      const last = descentOf(state, 20).at(-1)!;
      expect(last.w, landscape).toBeCloseTo(w, 5);
      expect(last.b, landscape).toBeCloseTo(b, 5);
      expect(last.loss, landscape).toBeCloseTo(plainLoss(landscape, w, b), 5);
    }
  });

  it("says that it diverges beyond the rate that the steepest way allows, and converges below", () => {
    // Twice the mean of (x, 1)(x, 1)ᵀ has the steepest curvature; a step over 2 by it is too long.
    const { x } = landscapes.valley;
    const [xx, x1] = [x.reduce((s, v) => s + v * v, 0) / 4, x.reduce((s, v) => s + v, 0) / 4];
    const steepest = xx + 1 + Math.hypot(xx - 1, 2 * x1);
    const limit = 2 / steepest;
    expect(fateOf({ ...surfaceStart, alpha: 0.95 * limit }).kind).toBe("arrives");
    expect(fateOf({ ...surfaceStart, alpha: 1.05 * limit }).kind).toBe("diverges");
    expect(surfaceWords({ ...surfaceStart, alpha: 1 })).toContain("It diverges");
    expect(fateOf({ ...surfaceStart, alpha: 0.005 }).kind).toBe("underway");
  });

  it("arrives earlier with momentum", () => {
    const stepsOf = (method: SurfaceState["method"], alpha: number) => {
      const fate = fateOf({ ...surfaceStart, method, alpha });
      return fate.kind === "arrives" ? fate.after : Number.POSITIVE_INFINITY;
    };
    expect(stepsOf("momentum", 0.1)).toBeLessThan(stepsOf("descent", 0.1) / 2);
  });

  it("shows the loss after its first thirty steps", () => {
    const { words } = shown(<LossSurfaceView state={surfaceStart} />);
    let [w, b] = [surfaceStart.w, surfaceStart.b];
    for (let t = 0; t < 30; t++) {
      const [dw, db] = plainSlopes("valley", w, b);
      [w, b] = [w - surfaceStart.alpha * dw, b - surfaceStart.alpha * db];
    }
    expect(words).toContain(
      `After 30 steps the loss is ${Number(plainLoss("valley", w, b).toPrecision(3))},`,
    );
  });

  it("draws contours that a way down has to cross", () => {
    for (const name of names) {
      expect(contourPaths(name).length).toBeGreaterThan(5);
      expect(contourPaths(name).join("")).not.toContain("NaN");
    }
  });

  it("stops drawing where the numbers grow beyond all bounds", () => {
    expect(descentOf({ ...surfaceStart, alpha: 3 }, 120).length).toBeLessThan(121);
    expect(surfaceWords({ ...surfaceStart, alpha: 3, steps: 120 })).toContain("too large to show");
  });
});

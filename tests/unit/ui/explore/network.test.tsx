import { describe, expect, it } from "vitest";
import type { Subject } from "@/lib/ui/explore/figures";
import { NetworkView } from "@/lib/ui/explore/network/NetworkView";
import { nearestTo, placeOf } from "@/lib/ui/explore/network/nearest";
import {
  idOf,
  networkStart,
  numberAt,
  parametersOf,
  runOf,
  withValue,
} from "@/lib/ui/explore/network/parameters";
import { networkWords } from "@/lib/ui/explore/network/words";
import { layOut } from "@/lib/ui/network/layout";
import { activations, feedForward } from "../../../oracles/plain-network";
import { shown } from "./shown";

const subject: Subject = {
  sizes: [2, 3, 1],
  activations: ["identity", "sigmoid", "sigmoid"],
  loss: "binary-cross-entropy",
  W: [
    [],
    [
      [0.5, -0.4],
      [-0.3, 0.8],
      [0.9, 0.2],
    ],
    [[0.7, -0.6, 0.4]],
  ],
  b: [[], [0.1, -0.2, 0.3], [-0.1]],
  x: [0.6, -0.5],
  y: [1],
};

const plain = ({ W, b, x }: Subject) => {
  const gs = [activations.sigmoid, activations.sigmoid];
  return feedForward({ W: W.slice(1), b: b.slice(1) }, x, gs)[1]!.h[0]!;
};
const plainLoss = (of: Subject) => -Math.log(plain(of));

describe("a network to move", () => {
  it("begins with the lesson's network, fed forward apart from the engine", () => {
    const { words, html } = shown(<NetworkView state={networkStart(subject)} />);
    expect(words).toContain(` p ${plain(subject).toFixed(3)} `);
    expect(words).toContain(` loss L ${plainLoss(subject).toFixed(3)} `);
    expect(html).toContain('<option value="1.1.1" selected="">weight 1 → 1, layer 1</option>');
  });

  it("has every weight and every bias, and changes the chosen one alone", () => {
    const all = parametersOf(subject);
    expect(new Set(all.map(idOf)).size).toBe(2 * 3 + 3 + 3 + 1);
    for (const parameter of all) {
      const moved = withValue(subject, parameter, 2.5);
      for (const other of all) {
        const expected = other === parameter ? 2.5 : numberAt(subject, other);
        expect(numberAt(moved, other), idOf(other)).toBe(expected);
      }
    }
  });

  it("gives the gradient of whatever is chosen, as central differences do", () => {
    for (const chosen of parametersOf(subject)) {
      const value = numberAt(subject, chosen);
      const loss = (by: number) => plainLoss(withValue(subject, chosen, value + by));
      const { measured } = runOf({ subject, chosen });
      expect(measured?.gradient, idOf(chosen)).toBeCloseTo((loss(1e-5) - loss(-1e-5)) / 2e-5, 7);
    }
  });

  it("without a label speaks of no loss and no gradient", () => {
    const state = networkStart({ ...subject, y: undefined });
    const { words } = shown(<NetworkView state={state} />);
    expect(words).not.toMatch(/loss|gradient/);
    expect(words).toContain("The network gives p =");
  });

  it("says what a little more of the weight does, and what the gradient predicts", () => {
    const state = networkStart(subject);
    const change = plainLoss(withValue(subject, state.chosen, 0.6)) - plainLoss(subject);
    const told = Math.abs(change).toPrecision(2);
    expect(networkWords(state)).toContain(`the loss changes by −${Number(told)};`);
  });

  it("chooses by a click what stands where the click is, and nothing far from all", () => {
    const layout = layOut(subject.sizes, { labels: true });
    for (const parameter of parametersOf(subject)) {
      expect(nearestTo(layout, placeOf(layout, parameter))).toEqual(parameter);
    }
    expect(nearestTo(layout, { x: 0, y: 0 })).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { CrossEntropyView } from "@/lib/ui/explore/cross-entropy/CrossEntropyView";
import { forecastAt, forecastStart, predictions } from "@/lib/ui/explore/cross-entropy/forecast";
import { forecastWords } from "@/lib/ui/explore/cross-entropy/words";
import { shown } from "./shown";

describe("a forecast to move", () => {
  it("begins at p = 0.7 on a day of rain", () => {
    const { words } = shown(<CrossEntropyView state={forecastStart} />);
    expect(words).toContain(`loss L ${(-Math.log(0.7)).toFixed(3)} `);
    expect(words).toContain(`slope ∂L/∂p −${(1 / 0.7).toFixed(2)} `);
    expect(words).toContain(`with the other outcome ${(-Math.log(0.3)).toFixed(1)} `);
  });

  it("costs minus the logarithm of what came, with its slope, for both labels", () => {
    for (const p of predictions) {
      const rain = forecastAt({ p, came: "rain" });
      const dry = forecastAt({ p, came: "dry" });
      expect(rain.loss, `p = ${p}`).toBeCloseTo(-Math.log(p), 10);
      expect(rain.slope, `p = ${p}`).toBeCloseTo(-1 / p, 8);
      expect(dry.loss, `p = ${p}`).toBeCloseTo(-Math.log(1 - p), 10);
      expect(dry.slope, `p = ${p}`).toBeCloseTo(1 / (1 - p), 8);
      expect(rain.otherwise).toBe(dry.loss);
    }
  });

  it("calls a confident mistake by its name", () => {
    expect(forecastWords({ p: 0.01, came: "rain" })).toContain(
      "a chance of 1 %: a confident mistake",
    );
    expect(forecastWords({ p: 0.99, came: "dry" })).toContain("a confident mistake");
    expect(forecastWords({ p: 0.5, came: "rain" })).toContain("knows nothing");
    expect(forecastWords({ p: 0.3, came: "rain" })).toContain("on the wrong side");
  });
});

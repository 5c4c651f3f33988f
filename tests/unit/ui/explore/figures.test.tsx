import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { type FigureName, figureNames, type Subject } from "@/lib/ui/explore/figures";
import { stills } from "@/lib/ui/explore/stills";
import { shown } from "./shown";

const subject: Subject = {
  sizes: [2, 2, 1],
  activations: ["identity", "sigmoid", "sigmoid"],
  loss: "binary-cross-entropy",
  W: [
    [],
    [
      [0.5, -0.4],
      [-0.3, 0.8],
    ],
    [[0.7, -0.6]],
  ],
  b: [[], [0.1, -0.2], [-0.1]],
  x: [0.6, -0.5],
  y: [1],
};

const still = (name: FigureName): ReactNode => stills[name](subject);

describe.each(figureNames)("%s, before any script", (name) => {
  const { html, words } = shown(still(name));

  it("is a picture with a label that has numbers in it", () => {
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="[^"]*\d/);
  });

  it("has a name for everything that will move, and moves nothing yet", () => {
    const inputs = html.match(/<(input|select)\b[^>]*>/g) ?? [];
    expect(inputs.length).toBeGreaterThan(0);
    for (const input of inputs) expect(input).toContain("disabled");
    for (const [, id] of html.matchAll(/<input id="([^"]+)" type="range"/g)) {
      expect(html).toContain(`<label for="${id}"`);
    }
  });

  it("says every slider's value in words", () => {
    const sliders = html.match(/<input[^>]*type="range"[^>]*>/g) ?? [];
    for (const slider of sliders) expect(slider).toMatch(/aria-valuetext="[^"]+"/);
  });

  it("shows no number that is none", () => {
    expect(words).not.toMatch(/NaN|undefined|no number|Infinity/);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
});

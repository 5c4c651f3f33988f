import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Layout, labelSize, nodeRadius } from "@/lib/ui/network/layout";
import { layOutUpright } from "@/lib/ui/network/layout-upright";
import { layOutBoth } from "@/lib/ui/network/layouts";

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 });

const labelsOf = ({ edges }: Layout) =>
  edges.flatMap(({ id, label }) => (label ? [{ id, ...label }] : []));

describe("a diagram from top to bottom", () => {
  it("is no wider than a phone of 320 pixels has room for, with every number of the lessons' networks", () => {
    for (const net of [
      [2, 2, 1],
      [2, 3, 3, 1],
      [2, 2, 2, 2],
      [3, 3, 3],
      [2, 4, 1],
    ]) {
      const layout = layOutUpright(net, { labels: true, loss: true });
      expect(layout.width, String(net)).toBeLessThanOrEqual(270);
      expect(labelsOf(layout), String(net)).toHaveLength(layout.edges.length);
    }
  });

  it("lets no number touch another, a neuron, or what stands above and below one, whatever the sizes", () => {
    fc.assert(
      fc.property(sizes, (drawn) => {
        const layout = layOutUpright(drawn, { labels: true });
        const labels = labelsOf(layout);
        for (const [i, a] of labels.entries()) {
          for (const b of labels.slice(i + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= labelSize.width || Math.abs(a.y - b.y) >= labelSize.height;
            expect(apart, `${a.id} and ${b.id} of ${drawn}`).toBe(true);
          }
          for (const { y, id } of layout.nodes) {
            const far = Math.abs(a.y - y) >= nodeRadius + 18 + labelSize.height / 2;
            expect(far, `${a.id} and ${id} of ${drawn}`).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("keeps everything inside its frame, the loss too", () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), (drawn, loss) => {
        const { width, height, nodes, loss: box } = layOutUpright(drawn, { labels: true, loss });
        for (const { x, y } of [...nodes, ...(box ? [box] : [])]) {
          expect(x).toBeGreaterThanOrEqual(nodeRadius);
          expect(x).toBeLessThanOrEqual(width - nodeRadius);
          expect(y).toBeGreaterThanOrEqual(nodeRadius);
          expect(y).toBeLessThanOrEqual(height - nodeRadius);
        }
        expect(box !== undefined).toBe(loss);
      }),
      { numRuns: 40 },
    );
  });

  it("is left out where the network fits every phone from left to right", () => {
    expect(layOutBoth([2, 1], { labels: true }).upright).toBeUndefined();
    expect(layOutBoth([2, 2, 1], { labels: true }).upright).toBeDefined();
  });
});

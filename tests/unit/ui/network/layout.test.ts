import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Layout, labelSize, layOut, nodeRadius, shownIndices } from "@/lib/ui/network/layout";

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 6 });

function labelsOf({ edges }: Layout) {
  return edges.flatMap(({ id, label }) => (label ? [{ id, ...label }] : []));
}

describe("a diagram's layout", () => {
  it("shows narrow layers whole, and of wide ones the first few and the last", () => {
    expect(shownIndices(3)).toEqual([1, 2, 3]);
    expect(shownIndices(6)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(shownIndices(128)).toEqual([1, 2, 3, 4, 128]);
  });

  it("has a place for every neuron and weight of the lesson's network", () => {
    const layout = layOut([2, 3, 3, 1], { labels: true });
    expect(layout.nodes.map(({ id }) => id)).toEqual(
      "0.1 0.2 1.1 1.2 1.3 2.1 2.2 2.3 3.1".split(" "),
    );
    expect(layout.edges).toHaveLength(2 * 3 + 3 * 3 + 3 * 1);
    expect(labelsOf(layout)).toHaveLength(18);
  });

  it("joins w_ij from neuron i of the layer before to neuron j", () => {
    const { edges, nodes } = layOut([2, 3], { labels: true });
    const edge = edges.find(({ id }) => id === "1.2.3");
    expect(edge).toMatchObject({ layer: 1, from: 2, to: 3 });
    expect(edge?.start.y).toBe(nodes.find(({ id }) => id === "0.2")?.y);
    expect(edge?.end.y).toBe(nodes.find(({ id }) => id === "1.3")?.y);
  });

  it("lets no label touch another or a neuron, whatever the sizes", () => {
    fc.assert(
      fc.property(sizes, (drawn) => {
        const layout = layOut(drawn, { labels: true });
        const labels = labelsOf(layout);
        for (const [i, a] of labels.entries()) {
          for (const b of labels.slice(i + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= labelSize.width || Math.abs(a.y - b.y) >= labelSize.height;
            expect(apart, `${a.id} and ${b.id} of ${drawn}`).toBe(true);
          }
          for (const node of layout.nodes) {
            const clear = Math.abs(a.x - node.x) >= nodeRadius + labelSize.width / 2;
            expect(clear || Math.abs(a.y - node.y) > nodeRadius, `${a.id} on ${node.id}`).toBe(
              true,
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("keeps everything inside its frame and apart", () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), (drawn, loss) => {
        const { width, height, nodes, loss: box } = layOut(drawn, { labels: true, loss });
        for (const { x, y } of [...nodes, ...(box ? [box] : [])]) {
          expect(x).toBeGreaterThanOrEqual(nodeRadius);
          expect(x).toBeLessThanOrEqual(width - nodeRadius);
          expect(y).toBeGreaterThanOrEqual(nodeRadius);
          expect(y).toBeLessThanOrEqual(height - nodeRadius);
        }
        const places = new Set(nodes.map(({ x, y }) => `${x} ${y}`));
        expect(places.size).toBe(nodes.length);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves the numbers to the table where two layers are both wide", () => {
    expect(labelsOf(layOut([6, 6], { labels: true }))).toHaveLength(0);
    expect(labelsOf(layOut([6, 2], { labels: true }))).toHaveLength(12);
  });

  it("marks the neurons it leaves out with an ellipsis between the others", () => {
    const { columns, nodes } = layOut([1, 128], { labels: false });
    const ys = nodes.filter(({ layer }) => layer === 1).map(({ y }) => y);
    expect(columns[0]?.ellipsis).toBeUndefined();
    expect(columns[1]?.ellipsis?.y).toBeGreaterThan(ys[3] ?? 0);
    expect(columns[1]?.ellipsis?.y).toBeLessThan(ys[4] ?? 0);
  });
});

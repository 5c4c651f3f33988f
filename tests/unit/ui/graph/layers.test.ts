import path from "node:path";
import { describe, expect, test } from "vitest";
import { readCourse } from "@/lib/content";
import { type GraphNode, layOutLayers } from "@/lib/ui/graph/layers";
import { spread } from "@/lib/ui/graph/spread";

const node = (id: string, ...buildsOn: string[]): GraphNode => ({ id, buildsOn });

describe("what builds on what, laid out", () => {
  test("stands right of all it builds on, as far left as that allows", () => {
    const { columns } = layOutLayers([node("a"), node("b", "a"), node("c", "a", "b"), node("d")]);
    expect(columns.map((column) => column.toSorted())).toEqual([["a", "d"], ["b"], ["c"]]);
  });

  test("has a line to what it builds on directly, and none that follows from others", () => {
    const { lines } = layOutLayers([node("a"), node("b", "a"), node("c", "b", "a")]);
    expect(lines.map(({ from, to }) => `${from} ${to}`)).toEqual(["a b", "b c"]);
  });

  test("has a point of every line in every column on its way", () => {
    const { lines } = layOutLayers([node("a"), node("x"), node("b", "x"), node("c", "a", "b")]);
    const long = lines.find(({ from }) => from === "a");
    expect(long?.points.map(({ column }) => column)).toEqual([0, 1, 2]);
  });

  test("is nothing where there is nothing", () => {
    expect(layOutLayers([])).toMatchObject({ rows: 0, lines: [] });
  });
});

test("in our course no skill stands on another, no line passes through one, and few lines cross", async () => {
  const read = await readCourse(path.resolve("content/backpropagation"));
  const skills = "course" in read ? read.course.skills : [];
  const { places, lines, rows } = layOutLayers(skills);
  const all = [...places.entries()];
  for (const [id, { column, row }] of all) {
    expect(row - 0.5, id).toBeGreaterThanOrEqual(0);
    expect(row + 0.5, id).toBeLessThanOrEqual(rows + 1e-9);
    for (const [other, at] of all) {
      if (other === id || at.column !== column) continue;
      expect(Math.abs(at.row - row), `${id} and ${other}`).toBeGreaterThan(1 - 1e-9);
    }
  }
  for (const { from, to, points } of lines) {
    for (const bend of points.slice(1, -1)) {
      for (const [id, { column, row }] of all) {
        if (column !== bend.column) continue;
        expect(Math.abs(row - bend.row), `${from} to ${to} by ${id}`).toBeGreaterThan(0.7);
      }
    }
  }
  expect(crossings(lines.map(({ points }) => points))).toBeLessThanOrEqual(8);
});

type Points = readonly { column: number; row: number }[];

function crossings(lines: readonly Points[]): number {
  const steps = lines.flatMap((points) =>
    points.slice(1).map((end, i) => ({ start: points[i]!, end })),
  );
  let count = 0;
  for (const [i, a] of steps.entries()) {
    for (const b of steps.slice(i + 1)) {
      if (a.start.column !== b.start.column) continue;
      if ((a.start.row - b.start.row) * (a.end.row - b.end.row) < -1e-9) count++;
    }
  }
  return count;
}

describe("things spread along a line", () => {
  test("stand where they would best, if there is room", () => {
    expect(
      spread(
        [
          { at: 1, size: 1 },
          { at: 3, size: 1 },
        ],
        4,
      ),
    ).toEqual([1, 3]);
  });

  test("make room for each other evenly, and stay within the line", () => {
    expect(
      spread(
        [
          { at: 2, size: 1 },
          { at: 2, size: 1 },
        ],
        4,
      ),
    ).toEqual([1.5, 2.5]);
    expect(
      spread(
        [
          { at: 0, size: 1 },
          { at: 0, size: 1 },
        ],
        4,
      ),
    ).toEqual([0.5, 1.5]);
    expect(spread([{ at: 9, size: 2 }], 4)).toEqual([3]);
  });
});

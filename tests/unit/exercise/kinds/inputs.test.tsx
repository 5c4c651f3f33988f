import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { choice } from "@/lib/exercise/kinds/choice";
import type { KindInputProps } from "@/lib/exercise/kinds/input-props";
import { KindInput } from "@/lib/exercise/kinds/inputs";
import { matrix } from "@/lib/exercise/kinds/matrix";
import { gridOf, pasted, resized, written } from "@/lib/exercise/kinds/matrix/grid-cells";
import { type NetworkView, network } from "@/lib/exercise/kinds/network";
import { Choices } from "@/lib/exercise/kinds/network/path/Choices";
import type { PathView } from "@/lib/exercise/kinds/network/path/schema";
import { numeric } from "@/lib/exercise/kinds/numeric";
import { ordering } from "@/lib/exercise/kinds/ordering";
import {
  answeredIn,
  arrangementOf,
  shifted,
  toggled,
} from "@/lib/exercise/kinds/ordering/arrangement";
import { blanksDrawing } from "@/lib/ui/network/blanks-drawing";
import { child, drawn, element } from "./a-part";

const made = "{network([1, 2, 1], { W: [[[0.5], [1]], [[1, 1]]], b: [[0, 0], [0]] })}";
const onDiagram = drawn(
  network,
  element({
    of: made,
    pass: `{forward(${made.slice(1, -1)}, 1)}`,
    blanks: '{["h[1][1]", "p"]}',
  }),
);

const way = drawn(network, element({ of: made, path: '{["x[1]", "h[1][2]", "p"]}' }))
  .view as PathView;

/** What the server sends before any script runs. */
function html(props: Pick<KindInputProps, "kind" | "view"> & Partial<KindInputProps>): string {
  return renderToStaticMarkup(
    <KindInput name="r.dz" defaultValue="" labelledBy="label" {...props} />,
  );
}

const steps = [child("Step", "first"), child("Step", "second"), child("Step", "third")];
const sorted = drawn(ordering, element({}, steps));
const withTray = drawn(ordering, element({}, [...steps, child("Distractor", "fourth")]));

describe("without scripts", () => {
  it("a number has a text field with what was typed", () => {
    const { view } = drawn(numeric, element({ answer: "{1}" }));
    const page = html({
      kind: "numeric",
      view,
      defaultValue: "1,5",
      invalid: true,
      describedBy: "why",
    });
    expect(page).toMatch(/<input type="text"[^>]* name="r.dz"/);
    expect(page).toMatch(
      /aria-labelledby="label" aria-describedby="why [^"]+" aria-invalid="true"/,
    );
    expect(page).toContain('value="1,5"');
    expect(page).toContain("To 3 significant figures.");
  });

  it("a choice has radio buttons, or checkboxes where several may be right", () => {
    const options = [child("Option", "yes", { correct: true }), child("Option", "no")];
    const one = drawn(choice, element({}, options)).view;
    const several = drawn(choice, element({ several: true }, options)).view;
    const page = html({ kind: "choice", view: one, defaultValue: "b" });
    expect(page.match(/<input (?=[^>]*name="r.dz")[^>]*type="radio"/g)).toHaveLength(2);
    expect(page.match(/<input [^>]*checked[^>]*>/g)).toEqual([
      expect.stringContaining('value="b"'),
    ]);
    expect(page).toContain('role="radiogroup"');
    expect(html({ kind: "choice", view: several }).match(/type="checkbox"/g)).toHaveLength(2);
  });

  it("a matrix has one text area, which tells no shape that is not shown", () => {
    const view = (shape: Record<string, string>) =>
      drawn(matrix, element({ answer: "{[[1, 2, 3], [4, 5, 6]]}", ...shape })).view;
    const hidden = html({ kind: "matrix", view: view({}), defaultValue: "1 2" });
    expect(hidden).toMatch(/<textarea name="r.dz"[^>]*>1 2<\/textarea>/);
    expect(hidden).toContain("The shape is part of the answer.");
    expect(html({ kind: "matrix", view: view({ shape: "shown" }) })).toContain(
      "The answer is 2×3.",
    );
  });

  it("values on a diagram have the diagram, and a text area with a line for each blank", () => {
    const drawing = blanksDrawing(onDiagram.view as NetworkView);
    const page = html({ kind: "network", view: onDiagram.view, drawing });
    expect(page).toMatch(/<textarea name="r.dz"[^>]*>h\[1\]\[1\] = \np = <\/textarea>/);
    expect(page).toContain("A neural network with 1 input, a hidden layer of 2 neurons (sigmoid)");
    expect(page).toContain("The numbers as a table");
    const typed = "h[1][1] = 0.5\np =";
    const again = html({ kind: "network", view: onDiagram.view, drawing, defaultValue: typed });
    expect(again).toContain(`>${typed}</textarea>`);
  });

  it("the diagram shows what comes before the blanks and none of what hangs on them", () => {
    // h¹ = σ(0.5), σ(1) = 0.62246, 0.73106; p = σ(0.62246 + 0.73106) = 0.7947.
    const page = html({
      kind: "network",
      view: onDiagram.view,
      drawing: blanksDrawing(onDiagram.view as NetworkView),
    });
    expect(page).toContain("0.73106");
    expect(page).not.toMatch(/0\.622|0\.79|0\.80/);
  });

  it("the weights of a path are named in a text area", () => {
    const page = html({ kind: "network", view: way, defaultValue: "w[1][1][2]" });
    expect(page).toMatch(/<textarea name="r.dz"[^>]*>w\[1\]\[1\]\[2\]<\/textarea>/);
    expect(html({ kind: "network", view: way })).toContain("w[layer][from][to], one per line");
  });

  it("an ordering has a field for the place of each item, filled with the places given", () => {
    const page = html({ kind: "ordering", view: sorted.view, defaultValue: "b,c,a" });
    expect(page.match(/name="r.dz" value="\d"/g)).toEqual([
      'name="r.dz" value="3"',
      'name="r.dz" value="1"',
      'name="r.dz" value="2"',
    ]);
    expect(html({ kind: "ordering", view: sorted.view })).not.toMatch(/value="\d"/);
  });

  it.each([
    ["2,2,1", ["2", "2", "1"]],
    ["1,x,", ["1", "x", ""]],
    [",,", ["", "", ""]],
  ])("an ordering keeps the places %s as typed, though no order can be read", (typed, shown) => {
    const page = html({ kind: "ordering", view: sorted.view, defaultValue: typed, invalid: true });
    const fields = [...page.matchAll(/aria-invalid="true"[^>]* name="r.dz" value="([^"]*)"/g)];
    expect(fields.map(([, value]) => value)).toEqual(shown);
  });
});

describe("a grid of cells", () => {
  it("starts as 2×2 whatever the true shape, unless the shape is shown", () => {
    expect(written(resized(gridOf("", undefined), { rows: 9, cols: 9 }))).toBe("");
    expect(gridOf("", undefined)).toEqual([
      ["", ""],
      ["", ""],
    ]);
    expect(gridOf("", { rows: 1, cols: 3 })).toEqual([["", "", ""]]);
  });

  it("shows a response that was kept, also one that could not be read", () => {
    expect(gridOf("1\t2\n3\t", undefined)).toEqual([
      ["1", "2"],
      ["3", ""],
    ]);
    expect(gridOf("[[1, 2], [3, x]]", undefined)).toEqual([
      ["1", "2"],
      ["3", "x"],
    ]);
    expect(gridOf("1 2\n3", undefined)).toEqual([
      ["1", "2"],
      ["3", ""],
    ]);
  });

  it("takes a whole matrix pasted into its first cell, shape and all", () => {
    const cells = gridOf("", undefined);
    expect(pasted(cells, "array([[1, 2, 3]])", { row: 0, col: 0 }, false)).toEqual([
      ["1", "2", "3"],
    ]);
    expect(pasted(cells, "0.5", { row: 0, col: 0 }, false)).toBeUndefined();
  });

  it("takes a block pasted into another cell from there on", () => {
    const cells = gridOf("1\t2\n3\t4", undefined);
    const at = { row: 1, col: 1 };
    expect(pasted(cells, "8\t9", at, false)).toEqual([
      ["1", "2", ""],
      ["3", "8", "9"],
    ]);
    expect(pasted(cells, "8\t9", at, true)).toEqual({
      message: "It’s 1×2, and there’s only room for 1×1 here.",
    });
  });

  it("takes nothing of a text that is no matrix, and says why", () => {
    const cells = gridOf("1\t2\n3\t4", undefined);
    const at = { row: 0, col: 0 };
    expect(pasted(cells, "the answer is 5", at, false)).toEqual({
      message: "“the” is not a number.",
    });
    expect(pasted(cells, "[[1, 2], [3, 4]] + 1", at, false)).toEqual({
      message: expect.stringContaining("“+ 1” behind the matrix cannot be read here."),
    });
    expect(pasted(cells, "1 ".repeat(30), at, false)).toEqual({
      message: "It’s 1×30, and there’s only room for 24×24 here.",
    });
  });

  it("takes what stands around a pasted matrix into its cells", () => {
    const cells = gridOf("", undefined);
    const at = { row: 0, col: 0 };
    expect(pasted(cells, "1.0e-03 * [435 1; 2 3]", at, false)).toEqual([
      ["0.435", "0.001"],
      ["0.002", "0.003"],
    ]);
    expect(pasted(cells, "-[1 2]'", at, false)).toEqual([["-1"], ["-2"]]);
  });

  it("leaves what is one number to the cell of a column, spaces and all", () => {
    const cells = gridOf("", { rows: 2, cols: 1 });
    expect(pasted(cells, "1 200", { row: 0, col: 0 }, true)).toBeUndefined();
    expect(pasted(cells, "1 200\n1 300", { row: 0, col: 0 }, true)).toEqual([["1 200"], ["1 300"]]);
  });

  it("keeps a flat list as a column where the grid is one", () => {
    const cells = gridOf("", { rows: 3, cols: 1 });
    expect(pasted(cells, "[1, 2, 3]", { row: 0, col: 0 }, true)).toEqual([["1"], ["2"], ["3"]]);
  });

  it("comes back as typed, a column of lists and spaces too", () => {
    for (const cells of [
      [["1,20e-1"], ["1 200"], [""]],
      [["1", ""]],
      [["5"]],
      [
        ["", "2"],
        ["3; 4", "[1]"],
      ],
    ]) {
      expect(gridOf(written(cells), undefined)).toEqual(cells);
    }
  });

  it("writes what is read again as the same cells", () => {
    const response = written([
      ["0,5", "1 × 10^2"],
      ["3/4", "50 %"],
    ]);
    const part = drawn(matrix, element({ answer: "{[[0.5, 100], [0.75, 0.5]]}" }));
    expect(part.grade(response).earned).toBe(1);
  });
});

describe("the weights of a path", () => {
  it("have a checkbox each by layer, those chosen ticked and marked", () => {
    const page = renderToStaticMarkup(
      <Choices
        name="r.dz"
        labelledBy="label"
        view={way}
        drawing={blanksDrawing(way)}
        defaultValue="w[2][1][1],w[1][1][2]"
        marks={["right", "wrong"]}
      />,
    );
    const boxes = page.match(/<input [^>]*>/g) ?? [];
    const ticked = boxes.filter((box) => box.includes("checked"));
    expect(boxes).toHaveLength(4);
    expect(ticked.map((box) => /value="([^"]+)"/.exec(box)?.[1])).toEqual([
      "w[1][1][2]",
      "w[2][1][1]",
    ]);
    expect(ticked[0]).toContain('aria-label="w, layer 1, from input 1 to neuron 2"');
    expect(page.match(/>(Right|Not right)</g)).toEqual([">Right<", ">Not right<"]);
  });
});

describe("an arrangement", () => {
  it("without a response shows the drawn order, with one shows that", () => {
    expect(arrangementOf("", sorted.view)).toEqual({ used: ["a", "b", "c"], unused: [] });
    expect(arrangementOf("c,a,b", sorted.view).used).toEqual(["c", "a", "b"]);
    expect(arrangementOf("d,b", withTray.view)).toEqual({ used: ["d", "b"], unused: ["a", "c"] });
    expect(arrangementOf("2,1,3", sorted.view).used).toEqual(["b", "a", "c"]);
    expect(arrangementOf("nonsense", sorted.view).used).toEqual(["a", "b", "c"]);
  });

  it("is an answer only where it has a place for every item that needs one", () => {
    expect(answeredIn("2,1,3", sorted.view)).toBe("b,a,c");
    expect(answeredIn("2,1,", sorted.view)).toBe("");
    expect(answeredIn("1,1,2", sorted.view)).toBe("");
    expect(answeredIn("", sorted.view)).toBe("");
    expect(answeredIn("2,,1,", withTray.view)).toBe("c,a");
  });

  it("moves one item up or down, not past the ends", () => {
    const start = arrangementOf("", sorted.view);
    expect(shifted(start, "a", 1).used).toEqual(["b", "a", "c"]);
    expect(shifted(start, "c", -1).used).toEqual(["a", "c", "b"]);
    expect(shifted(start, "a", -1)).toBe(start);
    expect(shifted(start, "c", 1)).toBe(start);
  });

  it("leaves an item out and takes it back in at the end", () => {
    const left = toggled(arrangementOf("", withTray.view), "b");
    expect(left).toEqual({ used: ["a", "c", "d"], unused: ["b"] });
    expect(toggled(left, "b")).toEqual({ used: ["a", "c", "d", "b"], unused: [] });
  });
});

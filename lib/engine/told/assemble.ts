import type { Shape } from "../graph";
import { assemble } from "../ops/assemble";
import type { Told } from "./told";

export const toldAssemble: Told<Shape> = {
  op: assemble,
  tex: ({ inputs, rows, cols }, write) => {
    const cells = inputs.map((input) => write.of(input).tex);
    const lines = Array.from({ length: rows }, (_, i) => cells.slice(i * cols, (i + 1) * cols));
    const matrix = lines.map((line) => line.join(" & ")).join(" \\\\ ");
    return { tex: `\\begin{bmatrix} ${matrix} \\end{bmatrix}`, binds: 4 };
  },
  worked: () => undefined,
  tells: () => "Write the numbers into a matrix.",
  slips: [],
};

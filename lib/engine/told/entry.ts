import { aside } from "../graph";
import { entry } from "../ops/entry";
import { rules } from "./rules";
import { none, zForH } from "./slips";
import { type Told, within } from "./told";

export const toldEntry: Told<number> = {
  op: entry,
  tex: ({ inputs: [a], settings: at }, write) => {
    const { rows, cols } = a!;
    if (rows * cols === 1) return write.of(a!);
    const [row, col] = [Math.floor(at / cols) + 1, (at % cols) + 1];
    const index = cols === 1 ? `${row}` : rows === 1 ? `${col}` : `${row},${col}`;
    return { tex: `{${within(write.of(a!), 4)}}_{${index}}`, binds: 4 };
  },
  worked: ({ inputs: [a] }, write) => (a!.data.length === 1 ? write.of(a!) : undefined),
  tells: () => "Read off the entry.",
  slips: [
    {
      rule: rules["entry-beside-read"],
      made: (node) => {
        const [a] = node.inputs;
        const { rows, cols } = a!;
        const [row, col] = [Math.floor(node.settings / cols), node.settings % cols];
        const places: number[] = [];
        if (row > 0) places.push(node.settings - cols);
        if (row + 1 < rows) places.push(node.settings + cols);
        if (col > 0) places.push(node.settings - 1);
        if (col + 1 < cols) places.push(node.settings + 1);
        return places.map((at) => {
          const by = aside(entry, [a!], at);
          return {
            by,
            says: (write) => `used ${write.inline(by)} instead of ${write.inline(node)}`,
          };
        });
      },
    },
    {
      rule: rules["entry-crosswise-read"],
      made: (node) => {
        const [a] = node.inputs;
        const { rows, cols } = a!;
        const [row, col] = [Math.floor(node.settings / cols), node.settings % cols];
        if (row === col || col >= rows || row >= cols) return none;
        const by = aside(entry, [a!], col * cols + row);
        return [
          {
            by,
            says: (write) => `used ${write.inline(by)} instead of ${write.inline(node)}`,
          },
        ];
      },
    },
    zForH,
  ],
};

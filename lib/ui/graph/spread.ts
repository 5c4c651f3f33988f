export interface Wish {
  /** Where it would stand best. */
  readonly at: number;
  /** How much room it takes. */
  readonly size: number;
  /** How much it counts that it stands there; 1 unless told. */
  readonly weight?: number;
}

/** Places for things in a line of this length, in their order, none on another, each as near as can be to where it
 *  would stand best (least squares: pool adjacent violators). They must fit. */
export function spread(wishes: readonly Wish[], length: number): number[] {
  const starts = offsets(wishes);
  const room = length - sum(wishes.map(({ size }) => size));
  // Without the room that those before take, "none on another" is "none before another".
  const free = inOrder(
    wishes.map(({ at, size, weight = 1 }, i) => {
      return { mean: at - size / 2 - (starts[i] ?? 0), weight };
    }),
  );
  return wishes.map(({ size }, i) => {
    const shift = Math.min(Math.max(free[i] ?? 0, 0), Math.max(room, 0));
    return shift + (starts[i] ?? 0) + size / 2;
  });
}

function offsets(wishes: readonly Wish[]): number[] {
  let taken = 0;
  return wishes.map(({ size }) => {
    taken += size;
    return taken - size;
  });
}

/** The nearest values that do not fall. */
function inOrder(values: readonly { readonly mean: number; readonly weight: number }[]): number[] {
  const blocks: { mean: number; weight: number; count: number }[] = [];
  for (const value of values) {
    blocks.push({ ...value, count: 1 });
    for (;;) {
      const [before, last] = [blocks.at(-2), blocks.at(-1)];
      if (!before || !last || before.mean <= last.mean) break;
      const weight = before.weight + last.weight;
      const mean = (before.mean * before.weight + last.mean * last.weight) / weight;
      blocks.splice(-2, 2, { mean, weight, count: before.count + last.count });
    }
  }
  return blocks.flatMap(({ mean, count }) => Array<number>(count).fill(mean));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

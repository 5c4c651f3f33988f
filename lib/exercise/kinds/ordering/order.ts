/** A partial order of the steps 0 to n − 1: for each step, all that must come before it (transitively closed). */
export type Before = readonly (readonly number[])[];

/** The first right order by place of writing, or a cycle among `after` (each step after the next, the last after the
 *  first). */
export function firstOrder(after: Before): { order: number[] } | { cycle: number[] } {
  const order: number[] = [];
  const placed = (i: number) => order.includes(i);
  while (order.length < after.length) {
    const next = after.findIndex((needs, i) => !placed(i) && needs.every(placed));
    if (next < 0) return { cycle: findCycle(after, placed) };
    order.push(next);
  }
  return { order };
}

function findCycle(after: Before, placed: (i: number) => boolean): number[] {
  const path: number[] = [];
  let step = after.findIndex((_, i) => !placed(i));
  while (!path.includes(step)) {
    path.push(step);
    step = after[step]?.find((need) => !placed(need)) ?? step;
  }
  return path.slice(path.indexOf(step));
}

/** Everything that must come before each step, given what it stands directly after. The steps must be in a right
 *  order already. */
export function closed(after: Before): number[][] {
  const before: number[][] = [];
  for (const needs of after) {
    before.push([...new Set(needs.flatMap((need) => [need, ...(before[need] ?? [])]))]);
  }
  return before;
}

/** Which items of a sequence are in a longest part of it that agrees with the partial order; −1 stands for an item
 *  that is no step and never is. A set of steps can stay in their sequence, the rest put in around them, exactly
 *  when no two of them are turned round; so the largest such set leaves the fewest deletions and insertions. All
 *  subsets are tried, which the limit of 12 steps keeps small. */
export function longestRight(sequence: readonly number[], before: Before): boolean[] {
  const places = sequence.flatMap((step, place) => (step >= 0 ? [place] : []));
  const turned = places.map((place, i) =>
    places.reduce((mask, other, j) => {
      const [early, late] = i < j ? [place, other] : [other, place];
      const wrong = i !== j && before[sequence[early] ?? -1]?.includes(sequence[late] ?? -1);
      return wrong ? mask | (1 << j) : mask;
    }, 0),
  );
  let best = 0;
  for (let mask = 1; mask < 1 << places.length; mask++) {
    const agrees = turned.every((others, i) => !(mask & (1 << i)) || (others & mask) === 0);
    if (agrees && bits(mask) > bits(best)) best = mask;
  }
  return sequence.map(
    (_, place) => (best & (1 << places.indexOf(place))) !== 0 && places.includes(place),
  );
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** Whether all n steps, and nothing else, stand in a right order. */
export function isRight(sequence: readonly number[], before: Before): boolean {
  const all = sequence.length === before.length && new Set(sequence).size === before.length;
  return all && longestRight(sequence, before).every((kept) => kept);
}

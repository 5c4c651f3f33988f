import { type Item, settle, straighten } from "./settle";

/** Something that builds on others, which stand before it. */
export interface GraphNode {
  readonly id: string;
  readonly buildsOn: readonly string[];
  /** The rows that it takes; 1 unless told. */
  readonly size?: number;
}

interface Wanted {
  /** A line to each of what a node builds on, also where that follows from the others. */
  readonly everyLine?: boolean;
  /** What builds on nothing stands just before the first that builds on it, and not at the beginning. */
  readonly late?: boolean;
}

/** Where something stands: the column counts from 0, the row's middle is at a half. */
export interface GraphPlace {
  readonly column: number;
  readonly row: number;
}

/** A line from a node to one that builds on it, with a point in every column on its way. */
export interface GraphLine {
  readonly from: string;
  readonly to: string;
  readonly points: readonly GraphPlace[];
}

export interface LayeredGraph {
  readonly columns: readonly (readonly string[])[];
  readonly rows: number;
  readonly places: ReadonlyMap<string, GraphPlace>;
  readonly lines: readonly GraphLine[];
}

const bendSize = 0.45;
/** Lays nodes out in columns, each right of all it builds on, so that lines run to the right, cross little and pass no
 *  node. What is built on through another node gets no line of its own, unless every line is wanted. Nodes come after what they
 *  build on. */
export function layOutLayers(
  nodes: readonly GraphNode[],
  { everyLine = false, late = false }: Wanted = {},
): LayeredGraph {
  const depths = late ? startingLate(nodes, depthsOf(nodes)) : depthsOf(nodes);
  const items = new Map(
    nodes.map(({ id, size = 1 }) => [id, newItem(id, depths.get(id) ?? 0, size)]),
  );
  const lines = everyLine ? allLines(nodes) : directLines(nodes);
  const chains = lines.map(([from, to]) => chain(items.get(from)!, items.get(to)!));
  const all = new Set([...items.values(), ...chains.flat()]);
  const columns = Array.from({ length: Math.max(0, ...depths.values()) + 1 }, (_, column) =>
    [...all].filter((item) => item.column === column),
  );
  const rows = Math.max(0, ...columns.map((column) => sizeOf(column)));
  settle(columns, rows);
  straighten(chains, columns, rows);
  const placeOf = ({ column, row }: Item): GraphPlace => ({ column, row });
  return {
    columns: columns.map((column) => column.filter(({ id }) => items.has(id)).map(({ id }) => id)),
    rows,
    places: new Map([...items.values()].map((item) => [item.id, placeOf(item)])),
    lines: chains.map((line) => ({
      from: line[0]!.id,
      to: line.at(-1)!.id,
      points: line.map(placeOf),
    })),
  };
}

const newItem = (id: string, column: number, size: number, isBend = false): Item => ({
  id,
  column,
  size,
  isBend,
  before: [],
  after: [],
  row: 0,
});

const sizeOf = (items: readonly Item[]) => items.reduce((total, { size }) => total + size, 0);

function depthsOf(nodes: readonly GraphNode[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, buildsOn } of nodes) {
    depths.set(id, Math.max(0, ...buildsOn.map((below) => (depths.get(below) ?? 0) + 1)));
  }
  return depths;
}

/** Depths with what builds on nothing as deep as it can be. */
function startingLate(
  nodes: readonly GraphNode[],
  depths: ReadonlyMap<string, number>,
): Map<string, number> {
  return new Map(
    nodes.map(({ id, buildsOn }) => {
      const after = nodes.flatMap((one) =>
        one.buildsOn.includes(id) ? [depths.get(one.id)!] : [],
      );
      const isStart = buildsOn.length === 0 && after.length > 0;
      return [id, isStart ? Math.min(...after) - 1 : (depths.get(id) ?? 0)];
    }),
  );
}

const allLines = (nodes: readonly GraphNode[]) =>
  nodes.flatMap(({ id, buildsOn }) => buildsOn.map((one): [string, string] => [one, id]));

/** Who builds on whom, but for what follows from the others. */
function directLines(nodes: readonly GraphNode[]): [from: string, to: string][] {
  const below = new Map<string, ReadonlySet<string>>();
  for (const { id, buildsOn } of nodes) {
    below.set(id, new Set(buildsOn.flatMap((one) => [one, ...(below.get(one) ?? [])])));
  }
  return nodes.flatMap(({ id, buildsOn }) =>
    buildsOn
      .filter((one) => !buildsOn.some((other) => below.get(other)?.has(one)))
      .map((one): [string, string] => [one, id]),
  );
}

/** A line's items from column to column, joined to one another. */
function chain(from: Item, to: Item): Item[] {
  const bends = Array.from({ length: to.column - from.column - 1 }, (_, i) =>
    newItem(`${from.id} ${to.id} ${i}`, from.column + i + 1, bendSize, true),
  );
  const line = [from, ...bends, to];
  line.forEach((item, i) => {
    const next = line[i + 1];
    if (!next) return;
    item.after.push(next);
    next.before.push(item);
  });
  return line;
}

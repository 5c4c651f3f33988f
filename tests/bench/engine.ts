import { Bench } from "tinybench";
import {
  Graph,
  layBackprop,
  layWeights,
  type Network,
  network,
  type Tensor,
  tensor,
} from "@/lib/engine";
import { constant } from "@/lib/engine/ops/constant";
import type { BenchRow } from "./row";

type Rows = number[][];

/** Medians of a pass forward and backward, in microseconds, each beside the loop one would write by hand for it. */
export async function engineBench(): Promise<BenchRow[]> {
  const small = sigmoids([2, 3, 3, 1], 1);
  const large = sigmoids([4, 64, 64, 3], 32);
  return [
    await compare("forward and backward, 2-3-3-1", small, 100, 0.8),
    await compare("forward and backward, 4-64-64-3, 32 examples", large, 1, 1),
  ];
}

interface Task {
  readonly net: Network;
  readonly x: Tensor;
  readonly y: Tensor;
}

/** Both do `passes` of them between two looks at the clock, so that the clock itself does not count. */
async function compare(name: string, task: Task, passes: number, aim: number): Promise<BenchRow> {
  const { net, x, y } = task;
  const W = net.W.map(rowsOf);
  const b = net.b.map(({ data }) => [...data]);
  const [xs, ys] = [rowsOf(x), rowsOf(y)];
  const graph = new Graph();
  const [inputs, targets] = [graph.lay(constant, [], x), graph.lay(constant, [], y)];
  const pass = layBackprop(graph, layWeights(graph, net), inputs, targets);
  const difference = pass.loss.data[0]! - handWritten(W, b, xs, ys).loss;
  if (Math.abs(difference) > 1e-9) throw new Error(`${name}: the two do not do the same`);
  const bench = new Bench({ time: 500, warmupTime: 300 });
  bench.add(name, () => {
    for (let i = 0; i < passes; i++) graph.run();
  });
  bench.add("a loop over plain arrays", () => {
    for (let i = 0; i < passes; i++) handWritten(W, b, xs, ys);
  });
  await bench.run();
  const [engine, loop] = bench.tasks.map((run) => {
    if (!("latency" in run.result)) throw new Error(`${run.name} did not run to its end`);
    return { name: run.name, value: (run.result.latency.p50 * 1000) / passes };
  });
  const { value } = engine!;
  return { name, value, unit: "µs", floor: loop!, aim, met: value <= aim * loop!.value };
}

/** A network of sigmoids with weights that are arbitrary and always the same, and examples for it. */
function sigmoids(sizes: readonly number[], m: number): Task {
  const last = sizes.length - 1;
  const numbers = (rows: number, cols: number, phase: number) =>
    tensor(
      rows,
      cols,
      Array.from({ length: rows * cols }, (_, i) => Math.sin(i + phase)),
    );
  const net = network({
    sizes,
    activations: sizes.map(() => "sigmoid"),
    loss: "binary-cross-entropy",
    W: sizes.map((size, l) => (l === 0 ? tensor(0, 0, []) : numbers(size, sizes[l - 1]!, l))),
    b: sizes.map((size, l) => (l === 0 ? tensor(0, 0, []) : numbers(size, 1, l + 0.5))),
  });
  const labels = numbers(sizes[last]!, m, 7).data.map((v) => (v > 0 ? 1 : 0));
  return { net, x: numbers(sizes[0]!, m, 3), y: tensor(sizes[last]!, m, labels) };
}

/** What one would write without an engine: sigmoids and binary cross-entropy, example by example over plain arrays. */
function handWritten(W: readonly Rows[], b: readonly number[][], xs: Rows, ys: Rows) {
  const m = xs[0]!.length;
  const last = W.length - 1;
  const dW = W.map((rows) => rows.map((row) => row.map(() => 0)));
  const db = b.map((column) => column.map(() => 0));
  let loss = 0;
  for (let e = 0; e < m; e++) {
    const h = [xs.map((row) => row[e]!)];
    for (let l = 1; l <= last; l++) {
      const below = h[l - 1]!;
      const out: number[] = [];
      for (let i = 0; i < W[l]!.length; i++) {
        const row = W[l]![i]!;
        let z = b[l]![i]!;
        for (let j = 0; j < row.length; j++) z += row[j]! * below[j]!;
        out.push(1 / (1 + Math.exp(-z)));
      }
      h.push(out);
    }
    const p = h[last]!;
    let dz = p.map((value, i) => (value - ys[i]![e]!) / m);
    for (let i = 0; i < p.length; i++) {
      const y = ys[i]![e]!;
      loss -= (y * Math.log(p[i]!) + (1 - y) * Math.log(1 - p[i]!)) / m;
    }
    for (let l = last; l >= 1; l--) {
      const below = h[l - 1]!;
      const dh = below.map(() => 0);
      for (let i = 0; i < dz.length; i++) {
        const row = W[l]![i]!;
        const slopes = dW[l]![i]!;
        const error = dz[i]!;
        db[l]![i]! += error;
        for (let j = 0; j < row.length; j++) {
          slopes[j]! += error * below[j]!;
          dh[j]! += row[j]! * error;
        }
      }
      dz = dh.map((value, j) => value * below[j]! * (1 - below[j]!));
    }
  }
  return { loss, dW, db };
}

function rowsOf({ rows, cols, data }: Tensor): Rows {
  return Array.from({ length: rows }, (_, i) => [...data.subarray(i * cols, (i + 1) * cols)]);
}

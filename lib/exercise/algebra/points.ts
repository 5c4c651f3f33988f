import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { type Balls, balls, entriesOf, type Probe, probeOf, slip } from "./balls";
import type { Values } from "./evaluate";
import type { Variable } from "./variables";

/** The same points for ever. */
const seed = 271828;

/** From so many points on, so many corners of the domain are among them. */
const many = 256;
const corners = 32;

/** `count` points in the variables' domain, drawn towards its middle by `scale`: each entry takes each of `count`
 *  equal parts of its interval once (McKay, Beckman and Conover's Latin hypercube, 1979). */
export function pointsIn(variables: readonly Variable[], count: number, scale: number): Values {
  const generator = xoroshiro128plus(seed + count);
  const probe = probeOf(count);
  return new Map(
    variables.map((variable, i) => [variable.name, drawn(variable, probe, scale, generator, i)]),
  );
}

function drawn(
  { shape, from, to }: Variable,
  probe: Probe,
  scale: number,
  generator: RandomGenerator,
  index: number,
): Balls {
  const out = balls(probe, shape);
  const { count } = probe;
  const middle = (from + to) / 2;
  for (let entry = 0; entry < entriesOf(shape); entry++) {
    const strata = shuffled(count, generator);
    for (let point = 0; point < count; point++) {
      const place = ((strata[point] as number) + uniformFloat64(generator)) / count;
      const value = isCorner(point, count)
        ? cornerOf(point, entry + index, from, to)
        : middle + (place - 0.5) * (to - from) * scale;
      out.re[entry * count + point] = value;
      out.seen[entry * count + point] = slip * Math.abs(value);
    }
  }
  return out;
}

/** Where there are many points, the first are corners of the domain: what shows near an edge alone shows there most. */
function isCorner(point: number, count: number): boolean {
  return count === many && point < corners;
}

function cornerOf(point: number, entry: number, from: number, to: number): number {
  return (point >> (entry % 5)) & 1 ? to : from;
}

function shuffled(count: number, generator: RandomGenerator): number[] {
  const strata = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i);
    [strata[i], strata[j]] = [strata[j] as number, strata[i] as number];
  }
  return strata;
}

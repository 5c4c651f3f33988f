import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { Generator } from "@/lib/exercise/language/expr";

/** The indices 0 to n − 1 in a drawn order: Fisher and Yates's shuffle. */
export function drawOrder(n: number, generator: Generator): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

import type { Exercise, Part } from "@/lib/exercise/exercise";
import { rekeyed } from "./rekeyed";

const known = new WeakMap<Part, ReadonlySet<string>>();

/** The names of the givens and parts that a part's key is worked out from, also by way of others. */
export function leadingTo(exercise: Exercise, part: Part): ReadonlySet<string> {
  const before = known.get(part);
  if (before) return before;
  const names = new Set<string>();
  const add = (read: readonly string[]) => {
    for (const name of read) {
      if (names.has(name)) continue;
      names.add(name);
      add(readBy(exercise, name));
    }
  };
  add(namesIn(part));
  known.set(part, names);
  return names;
}

function readBy({ givens, parts }: Exercise, name: string): readonly string[] {
  const part = parts.find((one) => one.name === name);
  return part ? namesIn(part) : (givens.find((one) => one.name === name)?.expr.names ?? []);
}

/** The names in a part's own expressions. */
function namesIn(part: Part): string[] {
  const names: string[] = [];
  rekeyed(part, (expr) => {
    names.push(...expr.names);
    return 0;
  });
  return names;
}

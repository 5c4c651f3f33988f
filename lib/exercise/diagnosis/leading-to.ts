import type { Exercise, Part } from "@/lib/exercise/exercise";
import type { Expr } from "@/lib/exercise/language/expr";

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

/** The names in a part's own expressions, wherever its kind keeps them in its settings. */
function namesIn({ settings }: Part): string[] {
  return Object.values(settings as object).flatMap((setting) =>
    isExpr(setting) ? setting.names : [],
  );
}

const isExpr = (setting: unknown): setting is Expr =>
  typeof setting === "object" && setting !== null && "run" in setting && "names" in setting;

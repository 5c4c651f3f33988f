import type { Grading } from "@/lib/exercise/grading";
import type { Variant } from "@/lib/exercise/variant";

/** What grading needs of a variant just drawn. */
export function gradingOf({ parts, scope }: Variant): Grading {
  const each = Object.entries(parts);
  return {
    keys: Object.fromEntries(each.map(([name, { key }]) => [name, key])),
    views: Object.fromEntries(each.map(([name, { view }]) => [name, view])),
    scope: () => scope,
  };
}

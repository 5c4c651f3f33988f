import { choice } from "./choice";
import { expression } from "./expression";
import type { Kinds } from "./kind";
import { matrix } from "./matrix";
import { network } from "./network";
import { numeric } from "./numeric";
import { ordering } from "./ordering";

/** Every kind by its name. A new kind is a folder, and a line here and in inputs.tsx; one that is answered on
 *  a drawing has its drawing in lib/content/exercise-card/drawings.ts. */
export const kinds: Kinds = {
  numeric,
  choice,
  ordering,
  matrix,
  network,
  expression,
};

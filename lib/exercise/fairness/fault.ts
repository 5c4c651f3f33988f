import type { RuleName } from "@/lib/exercise/diagnosis/foreseen";
import type { Flaw } from "@/lib/exercise/kinds/kind";

/** Why numbers are not fair to whoever gets them. */
export type Fault =
  | { readonly why: "not finite" }
  | {
      readonly why: "degenerate" | "tie" | "rounding edge" | "figures shown";
      readonly part: string;
    }
  | { readonly why: Flaw; readonly part: string }
  | { readonly why: "rounding bound"; readonly part: string; readonly from: readonly string[] }
  | { readonly why: "misconception"; readonly part: string; readonly rule: RuleName }
  | { readonly why: "hidden"; readonly rule: RuleName };

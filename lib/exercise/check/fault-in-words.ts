import { nameOfRule } from "@/lib/exercise/diagnosis/explanations";
import type { RuleName } from "@/lib/exercise/diagnosis/foreseen";
import type { Fallen } from "./sample";

/** A mistake as an author knows it: a changed rule's name, or which of their own. */
export function ruleInWords(rule: RuleName): string {
  const own = /^own-(\d+)$/.exec(rule)?.[1];
  return own ? `your misconception ${own}` : `“${nameOfRule(rule) ?? rule}”`;
}

/** Why draws fell, as a clause. */
export function faultInWords({ fault }: Pick<Fallen, "fault">): string {
  if (fault.why === "not finite") return "a key is not finite";
  if (fault.why === "misconception") {
    return `${ruleInWords(fault.rule)} would pass for right in ${fault.part}`;
  }
  if (fault.why === "degenerate") return `${fault.part} is 0, or all alike`;
  return `${fault.part} is on a rounding edge`;
}

/** What an author can do about it. */
export function mendOf({ fault, error }: Fallen): string {
  if (fault.why === "not finite") {
    const { line, column } = error?.position ?? {};
    return `At ${line}:${column}, ${error?.message}. ${error?.mend}`;
  }
  if (fault.why === "degenerate") {
    return `Draw the givens so that ${fault.part} is not 0, or write may-be-zero on it.`;
  }
  if (fault.why === "rounding edge") {
    return `Show more figures of what ${fault.part} is worked out from, or ask for fewer of it, or write tolerance="auto".`;
  }
  return `Draw the givens so that the two differ, or ask for more figures of ${fault.part}.`;
}

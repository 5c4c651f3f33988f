import { nameOfRule } from "@/lib/exercise/diagnosis/explanations";
import type { RuleName } from "@/lib/exercise/diagnosis/foreseen";
import type { Fallen } from "./sample";

/** A mistake as an author knows it: a misconception's name, or which of their own. */
export function ruleInWords(rule: RuleName): string {
  const own = /^own-(\d+)$/.exec(rule)?.[1];
  return own ? `your misconception ${own}` : `“${nameOfRule(rule) ?? rule}”`;
}

/** Why draws fell, as a clause. */
export function faultInWords({ fault }: Pick<Fallen, "fault">): string {
  switch (fault.why) {
    case "not finite":
      return "a key is not finite";
    case "degenerate":
      return `${fault.part} is 0 or all alike, or 0 would pass for it`;
    case "tie":
      return `${fault.part} depends on which of several equal entries is taken as the largest`;
    case "alike":
      return `two options or steps of ${fault.part} say the same`;
    case "few slips":
      return `too few mistakes can be told apart from the right option of ${fault.part} and from each other`;
    case "rounding edge":
      return `${fault.part} is on a rounding edge`;
    case "figures shown":
      return `the figures shown do not carry ${fault.part}`;
    case "rounding bound":
      return `rounding ${named(fault.from)} moves ${fault.part} by more than three units in its last place`;
    case "misconception":
      return `${ruleInWords(fault.rule)} would pass for right in ${fault.part}`;
    case "hidden":
      return `${ruleInWords(fault.rule)} makes no difference`;
  }
}

/** What an author can do about it. */
export function mendOf({ fault, error }: Fallen): string {
  switch (fault.why) {
    case "not finite": {
      const { line, column } = error?.position ?? {};
      return `At ${line}:${column}, ${error?.message}. ${error?.mend}`;
    }
    case "degenerate":
      return `Draw the givens so that ${fault.part} is not 0, or write may-be-zero on it.`;
    case "tie":
      return "Draw the givens in finer steps, so that no two entries are equal.";
    case "alike":
      return `Draw the givens so that what ${fault.part} offers differs, or write one of the two otherwise.`;
    case "few slips":
      return `Lower count on ${fault.part}, let its right option be worked out in more steps, or draw the givens so that mistakes make a difference.`;
    case "rounding edge":
      return `Show more figures of what ${fault.part} is worked out from, or ask for fewer of it, or write tolerance="auto".`;
    case "figures shown":
      return `Show more figures of what ${fault.part} is worked out from.`;
    case "rounding bound":
      return `Ask for more figures of ${named(fault.from)}, or for fewer of ${fault.part}.`;
    case "misconception":
      return `Draw the givens so that the two differ, or ask for more figures of ${fault.part}, or of the parts before it.`;
    case "hidden":
      return "Draw the givens so that it makes a difference, or leave it out.";
  }
}

const named = (names: readonly string[]) => names.join(" and ");

import { formulaFunctions, type Variable } from "@/lib/exercise/algebra";
import type { Warning } from "@/lib/exercise/kinds/kind";
import { suggest } from "@/lib/exercise/language/suggest";

/** What is wrong with an author's answer that is no formula. `told` is what a student would read. */
export function unreadableAnswer(
  answer: string,
  told: string,
  variables: readonly Variable[],
): Warning {
  const called = [...answer.matchAll(/(?<![\\\w])([A-Za-z]\w*)\s*\(/g)].map(
    ([, name = ""]) => name,
  );
  const known = [...variables.map(({ name }) => name), ...formulaFunctions];
  const strange = called.find((name) => !known.includes(name));
  // Of several values of a function the comma is met first.
  if (strange && (told.startsWith(`${strange} isn’t`) || told.startsWith(", "))) {
    return noFunction(strange);
  }
  const reason = told.replace(/\.$/, "");
  const mend = /isn’t a name here/.test(reason)
    ? "Name every variable in where={{ … }}; a value is written \\val{…}."
    : "Write it as students type it, such as p (1 - p).";
  const shown = answer.length > 60 ? `${answer.slice(0, 60)}…` : answer;
  return { message: `the answer “${shown}” cannot be read: ${reason}`, mend };
}

function noFunction(name: string): Warning {
  const near = suggest(name, formulaFunctions);
  const mend = near
    ? `Did you mean ${near}(…)?`
    : `Formulas may use ${formulaFunctions.join(", ")}. For a product, write ${name} * (…), and name ${name} in where.`;
  return { message: `the answer cannot be read: there is no function ${name} in formulas`, mend };
}

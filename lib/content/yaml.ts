import { LineCounter, parseDocument } from "yaml";
import { depthOf } from "./depth-of";

/** Characters of one YAML text. */
const longest = 100_000;
/** Brackets inside each other. */
const deepest = 20;

/** What is wrong, and where. */
export interface YamlProblem {
  readonly problem: string;
  readonly line: number;
  readonly column: number;
}

export type ReadYaml = { readonly value: unknown } | YamlProblem;

/** The value that a YAML text has, or the first thing that is wrong with it. Aliases are refused: a few lines of them
 *  can stand for more values than memory holds. */
export function readYaml(text: string): ReadYaml {
  const first = (problem: string) => ({ problem, line: 1, column: 1 });
  if (text.length > longest) return first(`this is longer than ${longest} characters`);
  if (depthOf(text, "[{", "]}") > deepest) return first("brackets are nested too deep");
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter });
    const [error] = document.errors;
    if (error) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      const [problem = "this is not YAML"] = error.message.split(" at line");
      return { problem, line, column: col };
    }
    return { value: document.toJS({ maxAliasCount: 0 }) };
  } catch (error) {
    if (error instanceof ReferenceError) return first("aliases (* and &) are not read here");
    if (error instanceof RangeError) return first("this is nested too deep");
    throw error;
  }
}

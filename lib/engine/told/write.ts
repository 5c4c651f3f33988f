import type { Node } from "../graph";
import { constant } from "../ops/constant";
import { toldOf } from "./index";
import { numberWriter } from "./number-writer";
import type { Formula, Write } from "./told";

/** How a page writes its nodes. */
export interface Page {
  /** What the page calls a node; undefined where it has no name for it. */
  letter(node: Node): Formula | undefined;
  /** Significant figures of its numbers. */
  readonly digits: number;
  /** Is told of each value that stands where there are no letters for it. */
  readonly onValue?: () => void;
  /** Whether dots stand there instead: for whoever has not answered yet, a value may be the answer. */
  readonly hidesValues?: true;
}

export type PageWrite = Write & Required<Pick<Write, "numbers">>;

/** Writes nodes in the letters of a page: one without a name as the formula that it is. */
export function inLetters(page: Page): PageWrite {
  const numbers = numberWriter(page.digits);
  const known = new Map<Node, Formula>();
  const of = (node: Node): Formula => {
    const made = known.get(node) ?? page.letter(node) ?? short(formula(node));
    known.set(node, made);
    return made;
  };
  const formula = (node: Node): Formula => {
    if (node.op === (constant as Node["op"])) return valued(node, write);
    const told = toldOf(node.op)?.tex(node, write) ?? byName(node, write);
    if (told) return told;
    page.onValue?.();
    return page.hidesValues ? dots : valued(node, write);
  };
  const write = { of, inline: (node: Node) => `$${of(node).tex}$`, numbers };
  return write;
}

/** A formula that can be read; a longer one is left out, since what hangs on it grows with every use of it. */
const short = (formula: Formula): Formula => (formula.tex.length <= longest ? formula : dots);

const dots: Formula = { tex: "\\ldots", binds: 4 };
const longest = 1_000;

/** Writes nodes with their numbers: what has a name by what it comes to, the rest as the formula that it is. */
export function inNumbers(page: Page): PageWrite {
  const numbers = numberWriter(page.digits);
  const of = (node: Node): Formula =>
    (page.letter(node) ? undefined : worked(node, write)) ?? valued(node, write);
  const write = { of, inline: (node: Node) => `$${of(node).tex}$`, numbers, isWorked: true };
  return write;
}

/** The formula that a node itself is, whatever it is called; undefined of one that has none. */
export function formulaOf(node: Node, write: PageWrite): Formula | undefined {
  if (write.isWorked) return worked(node, write);
  return toldOf(node.op)?.tex(node, write) ?? byName(node, write);
}

function worked(node: Node, write: PageWrite): Formula | undefined {
  const told = toldOf(node.op);
  return told?.worked ? told.worked(node, write, write.numbers) : told?.tex(node, write);
}

/** What a node comes to. A negative number holds together no better than a sum. */
function valued(node: Node, { numbers }: PageWrite): Formula {
  const tex = numbers.tensor(node);
  return { tex, binds: tex.startsWith("-") ? 1 : 4 };
}

/** A function that is no op, by its name, where it is taken of few things. */
function byName({ op: { name }, inputs }: Node, write: Write): Formula | undefined {
  const isFunction = /^[a-z]\w*$/i.test(name) && inputs.length > 0 && inputs.length <= mostInputs;
  if (!isFunction) return undefined;
  const list = inputs.map((input) => write.of(input).tex).join(", ");
  return { tex: `\\operatorname{${name}}\\left(${list}\\right)`, binds: 4 };
}

const mostInputs = 3;

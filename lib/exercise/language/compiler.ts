import type * as estree from "estree";
import type { Issue, Position } from "@/lib/exercise/issue";
import { limits } from "./budget";
import { LanguageError, type Laying } from "./expr";
import type { Laid } from "./laid";
import { Refusal } from "./refusal";

/** A node as acorn and remark-mdx make it: with offsets into the text. */
export type Located = estree.Node & { readonly start?: number; readonly end?: number };

/** A compiled node: lays itself down. */
export type Run = (laying: Laying) => Laid;

/** How one node is compiled, and through the compiler those inside it. */
export type CompileNode = (compiler: Compiler, node: estree.Node) => Run;

/** Compiles one expression, gathering its issues, the names it reads and whether it draws. */
export class Compiler {
  readonly issues: Issue[] = [];
  readonly reads = new Set<string>();
  draws = false;
  /** The calls of grad in it. */
  readonly gradients: estree.Node[] = [];
  private nodes = 0;
  private depth = 0;
  private parameters: ReadonlySet<string> = new Set();

  /** `compileNode` says which nodes the language has, and what each of them does. */
  constructor(
    private readonly compileNode: CompileNode,
    readonly names: ReadonlySet<string>,
    readonly locate: (node: estree.Node) => Position,
    readonly others: {
      readonly answers: ReadonlySet<string>;
      readonly later: ReadonlySet<string>;
    } = { answers: new Set(), later: new Set() },
    private readonly text?: string,
  ) {}

  /** What the author wrote for these nodes; undefined where that is not known. */
  written(nodes: readonly estree.Node[]): readonly string[] | undefined {
    const { text } = this;
    if (text === undefined) return undefined;
    return nodes.map(({ start, end }: Located) => text.slice(start, end));
  }

  /** The closure of a node; after an issue, one that must never run. */
  value(node: estree.Node): Run {
    this.nodes += 1;
    if (this.nodes === limits.nodes + 1) {
      return this.refuse(
        node,
        `this expression has more than ${limits.nodes} parts`,
        "Split it over several <Given>s.",
      );
    }
    if (this.nodes > limits.nodes) return never;
    if (this.depth >= limits.depth) {
      const message = `this expression is nested deeper than ${limits.depth} levels`;
      return this.refuse(node, message, "Split it over several <Given>s.");
    }
    this.depth += 1;
    const run = this.compileNode(this, node);
    this.depth -= 1;
    return run;
  }

  /** The closure of an arrow function's body, which these names mean its parameters in, and of how many nodes it is. */
  body(
    node: estree.Node,
    parameters: readonly string[],
  ): { readonly run: Run; readonly nodes: number } {
    const [outer, before] = [this.parameters, this.nodes];
    this.parameters = new Set([...outer, ...parameters]);
    const run = this.value(node);
    this.parameters = outer;
    return { run, nodes: this.nodes - before };
  }

  /** Whether a name is a parameter here. */
  isParameter(name: string): boolean {
    return this.parameters.has(name);
  }

  /** The names that mean something here. */
  get known(): readonly string[] {
    return [...this.parameters, ...this.names];
  }

  refuse(node: estree.Node, message: string, mend: string): Run {
    const { line, column } = this.locate(node);
    this.issues.push({ line, column, message, mend });
    return never;
  }

  /** Runs `operation` so that what it refuses, or the engine throws, carries this node's place. */
  placed(node: estree.Node, operation: Run): Run {
    const at = this.locate(node);
    return (laying) => {
      try {
        return operation(laying);
      } catch (error) {
        throw placedError(error, at);
      }
    };
  }
}

function placedError(error: unknown, at: Position): unknown {
  if (error instanceof LanguageError || !(error instanceof Error)) return error;
  const mend =
    error instanceof Refusal
      ? error.mend
      : "Check the shapes: a vector is a column, T(a) transposes, shape(a) tells the shape.";
  return Object.assign(new LanguageError(error.message, mend, at), { cause: error });
}

const never: Run = () => {
  throw new Error("an expression with issues must not run");
};

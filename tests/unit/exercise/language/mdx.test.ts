import type { Expression, Program } from "estree";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, it } from "vitest";
import { compile, compileRecord, isFreeName } from "@/lib/exercise/language";

const text = `# A lesson

<Given name="x"
  value={uniform(0, 1) +
    sgmoid(zz)} />

<Variant givens={{ p: [0.8, 0.2], get q() { return 1 } }} />
`;

it("an issue stands where the author's file has it, as remark-mdx counts", () => {
  const compiled = compile(attribute("value"), { names: [], text });
  expect(compiled).toEqual({
    issues: [
      expect.objectContaining({ line: 5, column: 12, message: "there is no value named zz" }),
      expect.objectContaining({ line: 5, column: 5, mend: "Did you mean sigmoid?" }),
    ],
  });
});

it("a record's properties are compiled one by one, and its issues are placed too", () => {
  const compiled = compileRecord(attribute("givens"), { names: [], text });
  expect(compiled).toEqual({ issues: [expect.objectContaining({ line: 7, column: 35 })] });
});

it("names that functions, constants or every object have are not free", () => {
  expect(["x", "dz3", "W_1"].every(isFreeName)).toBe(true);
  expect(
    ["sum", "pi", "toString", "constructor", "true", "new", "this", "1a", "a-b", ""].some(
      isFreeName,
    ),
  ).toBe(false);
});

interface Node {
  readonly name?: string;
  readonly value?: unknown;
  readonly children?: readonly Node[];
  readonly attributes?: readonly Node[];
  readonly data?: { readonly estree?: Program };
}

/** The expression of the first attribute of this name. */
function attribute(name: string): Expression {
  const queue: Node[] = [unified().use(remarkParse).use(remarkMdx).parse(text) as Node];
  for (const node of queue) {
    const found = node.attributes?.find((candidate) => candidate.name === name)?.value as Node;
    const statement = found?.data?.estree?.body[0];
    if (statement?.type === "ExpressionStatement") return statement.expression;
    queue.push(...(node.children ?? []));
  }
  throw new Error(`there is no attribute ${name}`);
}

import type * as estree from "estree";
import { spend } from "@/lib/exercise/language/budget";
import type { Compiler, Run } from "@/lib/exercise/language/compiler";
import { finite } from "@/lib/exercise/language/finite";
import { inWords } from "@/lib/exercise/language/in-words";
import { binaryOperators, negated } from "@/lib/exercise/language/operators";
import { Refusal } from "@/lib/exercise/language/refusal";
import type { Value } from "@/lib/exercise/value";
import { idiomOf } from "./idioms";

export function binaryNode(compiler: Compiler, node: estree.BinaryExpression): Run {
  const left = compiler.value(node.left);
  const right = compiler.value(node.right);
  const operation = Object.hasOwn(binaryOperators, node.operator)
    ? binaryOperators[node.operator]
    : undefined;
  if (!operation) {
    const mend = "Use + - * / ** % or a comparison such as <.";
    return compiler.refuse(node, `${node.operator} is not part of this language`, mend);
  }
  const run: Run = (context) => {
    spend(context.meter, 1);
    return finite(operation(left(context), right(context), context.meter), node.operator);
  };
  const sides = {
    operator: node.operator,
    left: { node: node.left, run: left },
    right: { node: node.right, run: right },
    runOf: (inner: estree.Node) => compiler.runOf(inner),
  };
  return compiler.placed(node, compiler.underRules(run, idiomOf(sides)));
}

export function unaryNode(compiler: Compiler, node: estree.UnaryExpression): Run {
  const argument = compiler.value(node.argument);
  switch (node.operator) {
    case "-":
      return compiler.placed(node, (context) => negated(argument(context), context.meter));
    case "+":
      return compiler.placed(node, (context) => {
        const value = argument(context);
        negated(value, context.meter);
        return value;
      });
    case "!":
      return compiler.placed(node, (context) => !truth(argument(context), "!"));
    default: {
      const message = `${node.operator} is not part of this language`;
      return compiler.refuse(node, message, "Use - + or ! before a value.");
    }
  }
}

export function logicalNode(compiler: Compiler, node: estree.LogicalExpression): Run {
  const left = compiler.value(node.left);
  const right = compiler.value(node.right);
  const { operator } = node;
  if (operator === "??") {
    return compiler.refuse(node, "?? is not part of this language", "Use condition ? a : b.");
  }
  return compiler.placed(node, (context) => {
    const first = truth(left(context), operator);
    if (first === (operator === "||")) return first;
    return truth(right(context), operator);
  });
}

export function conditionalNode(compiler: Compiler, node: estree.ConditionalExpression): Run {
  const test = compiler.value(node.test);
  const consequent = compiler.value(node.consequent);
  const alternate = compiler.value(node.alternate);
  return compiler.placed(node, (context) =>
    truth(test(context), "?") ? consequent(context) : alternate(context),
  );
}

function truth(value: Value, sign: string): boolean {
  if (typeof value === "boolean") return value;
  const message = `${sign} wants true or false, not ${inWords(value)}`;
  throw new Refusal(message, "Compare first, such as x > 0.");
}

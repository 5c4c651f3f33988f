import type * as estree from "estree";
import { spend } from "@/lib/exercise/language/budget";
import type { Compiler, Run } from "@/lib/exercise/language/compiler";
import type { Laying } from "@/lib/exercise/language/expr";
import { finiteLaid } from "@/lib/exercise/language/finite";
import { inWords } from "@/lib/exercise/language/in-words";
import { type Laid, toValue } from "@/lib/exercise/language/laid";
import { binaryOperators, negated } from "@/lib/exercise/language/operators";
import { Refusal } from "@/lib/exercise/language/refusal";

export function binaryNode(compiler: Compiler, node: estree.BinaryExpression): Run {
  const left = compiler.value(node.left);
  const right = compiler.value(node.right);
  const operation = Object.hasOwn(binaryOperators, node.operator)
    ? binaryOperators[node.operator]
    : undefined;
  if (!operation) {
    const mend =
      node.operator === "^"
        ? `For a power write ${asPower(compiler.written([node])?.[0])}.`
        : "Use + - * / ** % or a comparison such as <.";
    return compiler.refuse(node, `${node.operator} is not part of this language`, mend);
  }
  return compiler.placed(node, (laying) => {
    spend(laying.meter, 1);
    const sides = [left(laying), right(laying)] as const;
    return finiteLaid(operation(...sides, toolsOf(laying)), node.operator);
  });
}

/** What is written with ^ as it is written here; an example where a minus comes first, which ** cannot stand behind. */
const asPower = (written = "-") =>
  written.startsWith("-") ? "a ** 2" : written.replaceAll(/\s*\^\s*/g, " ** ");

const toolsOf = ({ graph, meter }: Laying) => ({ lay: graph.lay, meter });

export function unaryNode(compiler: Compiler, node: estree.UnaryExpression): Run {
  const argument = compiler.value(node.argument);
  switch (node.operator) {
    case "-":
      return compiler.placed(node, (laying) => negated(argument(laying), toolsOf(laying)));
    case "+":
      return compiler.placed(node, (laying) => {
        const value = argument(laying);
        negated(value, toolsOf(laying));
        return value;
      });
    case "!":
      return compiler.placed(node, (laying) => !truth(argument(laying), "!"));
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
  return compiler.placed(node, (laying) => {
    const first = truth(left(laying), operator);
    if (first === (operator === "||")) return first;
    return truth(right(laying), operator);
  });
}

export function conditionalNode(compiler: Compiler, node: estree.ConditionalExpression): Run {
  const test = compiler.value(node.test);
  const consequent = compiler.value(node.consequent);
  const alternate = compiler.value(node.alternate);
  return compiler.placed(node, (laying) =>
    truth(test(laying), "?") ? consequent(laying) : alternate(laying),
  );
}

function truth(value: Laid, sign: string): boolean {
  if (typeof value === "boolean") return value;
  const message = `${sign} wants true or false, not ${inWords(toValue(value))}`;
  throw new Refusal(message, "Compare first, such as x > 0.");
}

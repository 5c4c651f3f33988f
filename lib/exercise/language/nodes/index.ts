import type * as estree from "estree";
import type { Compiler, Run } from "@/lib/exercise/language/compiler";
import { callNode } from "./call";
import { identifierNode, listNode, literalNode } from "./leaf";
import { memberNode } from "./member";
import { binaryNode, conditionalNode, logicalNode, unaryNode } from "./operator";
import { recordNode } from "./record";
import { refusedNodes } from "./refused";

/** The closure of one node: only the node types named here are in the language, all others are refused. */
export function compileNode(compiler: Compiler, node: estree.Node): Run {
  switch (node.type) {
    case "Literal":
      return literalNode(compiler, node);
    case "Identifier":
      return identifierNode(compiler, node);
    case "ArrayExpression":
      return listNode(compiler, node);
    case "ObjectExpression":
      return recordNode(compiler, node);
    case "MemberExpression":
      return memberNode(compiler, node);
    case "CallExpression":
      return callNode(compiler, node);
    case "UnaryExpression":
      return unaryNode(compiler, node);
    case "BinaryExpression":
      return binaryNode(compiler, node);
    case "LogicalExpression":
      return logicalNode(compiler, node);
    case "ConditionalExpression":
      return conditionalNode(compiler, node);
    default: {
      const { what, mend } = refusedNodes[node.type] ?? refusedNodes.other;
      return compiler.refuse(node, `${what} not part of this language`, mend);
    }
  }
}

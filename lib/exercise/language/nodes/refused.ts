interface Refused {
  readonly what: string;
  readonly mend: string;
}

const plain = "Write one plain expression of names, numbers, + - * / and listed functions.";
const change = "Make another <Given> with the new value instead.";
const call = "Call one of the listed functions by its name, such as sum(x).";
const arrow = "Only map and scan take one: map(xs, x => 2 * x), scan((h, x) => h + x, 0, xs).";

/** JavaScript that the language leaves out, and what to write in its place. */
export const refusedNodes: Readonly<Record<string, Refused>> & { readonly other: Refused } = {
  other: { what: "this is", mend: plain },
  TemplateLiteral: { what: "template text in backticks is", mend: 'Use "plain quotes".' },
  TaggedTemplateExpression: { what: "template text in backticks is", mend: 'Use "plain quotes".' },
  ArrowFunctionExpression: { what: "a function of your own here is", mend: arrow },
  FunctionExpression: { what: "a function of your own is", mend: arrow },
  ClassExpression: { what: "a class is", mend: plain },
  NewExpression: { what: "new is", mend: call },
  ImportExpression: { what: "import() is", mend: call },
  MetaProperty: { what: "this is", mend: plain },
  AwaitExpression: { what: "await is", mend: "Give what it names another name, await1 say." },
  YieldExpression: { what: "yield is", mend: plain },
  ThisExpression: { what: "this is", mend: "Use the name of a <Given>." },
  Super: { what: "super is", mend: "Use the name of a <Given>." },
  AssignmentExpression: { what: "assignment is", mend: change },
  UpdateExpression: { what: "++ and -- are", mend: change },
  SequenceExpression: { what: "a sequence with commas is", mend: "Keep one expression." },
  SpreadElement: { what: "... is", mend: "Write the values out." },
  ChainExpression: { what: "?. is", mend: "Use a plain dot." },
  PrivateIdentifier: { what: "a private name is", mend: "Use a plain name." },
  JSXElement: { what: "an element inside an expression is", mend: plain },
  JSXFragment: { what: "an element inside an expression is", mend: plain },
};

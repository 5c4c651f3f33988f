import { functions } from "./functions";
import type { LanguageFunction, Topic } from "./functions/function";

const topics: readonly (readonly [Topic, string, string])[] = [
  ["random", "Drawing", "These draw from the variant's seed, in the order of the givens."],
  [
    "tensor",
    "Vectors and matrices",
    "A list of numbers may stand wherever a vector is wanted, a list of rows wherever a matrix is.",
  ],
  ["engine", "Networks and losses", "Layers count from 1: `net.W[1]`, `pass.dz[3]`."],
  [
    "architecture",
    "Architectures",
    "What comes out with names is a record: `attention(Q, K, V).weights`. Entries are one example a column, but for attention, where a token is a row.",
  ],
  [
    "gradient",
    "Gradients and sequences",
    "An arrow function is one expression of its parameters, which may be named like a given and then stand for it.",
  ],
  ["format", "Numbers as text", "For prose and TeX."],
];

const opening = `# The expression language

<!-- Made by referencePage() in lib/exercise/language/reference.ts from the table of functions: change it there. -->

What stands in braces, as in \`value={uniform(-1, 1, { step: 0.1 })}\`, is one expression in JavaScript's syntax. It is
interpreted, never run as JavaScript, so it reaches nothing but the values named here.

- **Values**: numbers, \`true\` and \`false\`, "texts", lists \`[1, 2]\`, records \`{ step: 0.1 }\`, vectors and matrices,
  networks and passes; \`pi\`; the givens and parts that come before, by name.
- **Operators**: \`+ - * / ** %\`, \`== != < <= > >=\`, \`&& || !\`, \`condition ? a : b\`. \`a * b\` is the matrix product, or
  scales when one side is a number or 1×1. \`+ -\` work entry by entry, a number with every entry.
- **Reaching in**: \`pass.p\`, \`net.W[1]\`, \`list[0]\`. Lists count from 0; those of a network or pass hold nothing at 0,
  so that their layers count from 1. Entries of a matrix are reached by \`at(a, i, j)\`, from 1.
- **Arrows**: \`map\` and \`scan\`, and they alone, take a function of your own: \`x => 2 * x\`, \`(h, x) => h + x\`. It is one
  expression. Inside it, its parameters mean their values, whatever a given of the same name is.
- **Names**: a given or part may have any name that is no word of JavaScript and none of the functions under Drawing,
  Networks and losses or Numbers as text. A given named \`max\` stays what it is, and \`max(…)\` is still the function.
- **In text**: \`{…}\` in prose and \`\\val{…}\` in TeX put a value in, to four figures, wherever text stands.
- **Shapes**: a vector is a column; a batch has one example a column; a 1×1 matrix is a number wherever one is wanted.
`;

/** docs/language.md: the language and every function, with an example and its value. A test holds the file to it. */
export function referencePage(): string {
  const sections = topics.map(([topic, title, note]) => {
    const entries = [...functions.values()].filter((listed) => listed.topic === topic).map(section);
    return `## ${title}\n\n${note}\n\n${entries.join("\n")}`;
  });
  return `${opening}\n${sections.join("\n")}`;
}

function section({ signature, summary, example, value }: LanguageFunction): string {
  return `### \`${signature}\`\n\n${summary}\n\n    ${example}\n    → ${value}\n`;
}

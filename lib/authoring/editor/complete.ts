import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippet,
} from "@codemirror/autocomplete";
import type { EditorState, Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import { elementsAt } from "./elements-at";
import { explain, type Words } from "./explain";
import { snippetOf } from "./snippet-of";
import type { FunctionWords, Vocabulary } from "./vocabulary";
import { whereAmI } from "./where-am-i";

/** Completes what an author writes, and explains what is under the pointer. */
export function completion(vocabulary: Vocabulary): Extension {
  return [
    autocompletion({ override: [(context) => complete(context, vocabulary)] }),
    hoverTooltip((view, at) => {
      const { from, text } = view.state.doc.lineAt(at);
      const word = wordAround(text, at - from);
      if (!word) return null;
      const words = explain(since(view.state, from + word.to), word.text, vocabulary);
      if (!words) return null;
      const create = () => ({ dom: note(words) });
      return { pos: from + word.from, end: from + word.to, above: true, create };
    }),
  ];
}

/** Characters of a lesson that are read to find out where one is; an exercise is shorter. */
const farBack = 20_000;

/** What comes before a place, since the last exercise began or the last one ended: nothing is open there. */
function since(state: EditorState, pos: number): string {
  const before = state.sliceDoc(Math.max(0, pos - farBack), pos);
  const begun = before.lastIndexOf("\n<Exercise");
  const ended = before.lastIndexOf("\n</Exercise>");
  return before.slice(Math.max(0, begun, ended) + (ended > begun ? "\n</Exercise>".length : 0));
}

function complete(context: CompletionContext, vocabulary: Vocabulary): CompletionResult | null {
  const before = since(context.state, context.pos);
  const where = whereAmI(before);
  const typed = /[\w-]*$/.exec(before)?.[0] ?? "";
  if (where.is === "prose" || (typed === "" && !context.explicit && where.is !== "tag"))
    return null;
  const from = context.pos - typed.length;
  switch (where.is) {
    case "tag":
      return {
        from: from - (before.endsWith(`<${typed}`) ? 1 : 0),
        options: tagsIn(before, vocabulary),
      };
    case "attribute":
      return { from, options: attributesOf(where.tag, where.written, vocabulary) };
    case "text":
      return { from, options: wordsFor(where.tag, where.attribute, vocabulary) };
    case "option":
      return { from, options: constants(vocabulary.words[`option ${where.option}`] ?? []) };
    case "glossary":
      return { from, options: constants(vocabulary.terms) };
    case "expression":
      return { from, options: [...namesIn(before), ...vocabulary.functions.map(functionOption)] };
  }
}

/** What may stand here, the likeliest first. */
const tagsIn = (before: string, { elements }: Vocabulary): Completion[] =>
  elementsAt(before, Object.keys(elements)).map((name, i) => ({
    label: `<${name}`,
    type: "class",
    info: elements[name]!.says,
    apply: snippet(snippetOf(elements[name]!.begins)),
    boost: -i,
  }));

const constants = (words: readonly string[]): Completion[] =>
  words.map((label) => ({ label, type: "constant" }));

function attributesOf(
  tag: string,
  written: readonly string[],
  { elements }: Vocabulary,
): Completion[] {
  const attributes = Object.entries(elements[tag]?.attributes ?? {});
  return attributes
    .filter(([name]) => !written.slice(0, -1).includes(name))
    .map(([label, info]) => ({ label, type: "property", info }));
}

function wordsFor(tag: string, attribute: string, vocabulary: Vocabulary): Completion[] {
  const { words, skills, terms, misconceptions } = vocabulary;
  if (attribute === "skills") return constants(skills);
  if (attribute === "isolates")
    return misconceptions.map(({ name, title }) => ({ label: name, detail: title }));
  if (tag === "Prerequisite") return constants(terms);
  return constants(words[`${tag} ${attribute}`] ?? []);
}

/** The givens and parts in scope: those written before, since the exercise began. */
function namesIn(before: string): Completion[] {
  const names = [...before.matchAll(/<(\w+)\s[^>]*?\bname="([\w]+)"/g)];
  return names.map(([, tag, label]) => ({
    label: label!,
    type: "variable",
    detail: tag,
    boost: 1,
  }));
}

const functionOption = ({ name, signature, summary }: FunctionWords): Completion => ({
  label: name,
  type: "function",
  detail: signature.slice(name.length),
  info: summary,
});

function wordAround(line: string, at: number) {
  for (const match of line.matchAll(/[A-Za-z_][\w-]*/g)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (from <= at && at <= to) return { from, to, text: match[0] };
  }
  return undefined;
}

function note({ title, says, example }: Words): HTMLElement {
  const dom = document.createElement("div");
  for (const [tag, text] of [
    ["strong", title],
    ["p", says],
    ["code", example ?? ""],
  ] as const) {
    const line = dom.appendChild(document.createElement(tag));
    line.textContent = text;
  }
  dom.className = "cm-note";
  return dom;
}

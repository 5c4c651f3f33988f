import type { Vocabulary } from "./vocabulary";
import { whereAmI } from "./where-am-i";

/** What is said of a word. */
export interface Words {
  readonly title: string;
  readonly says: string;
  readonly example?: string;
}

/** What is said of the word that ends a text: an element, an attribute, a skill, a name in scope or a function. */
export function explain(before: string, word: string, vocabulary: Vocabulary): Words | undefined {
  const { elements, skills } = vocabulary;
  const where = whereAmI(before);
  switch (where.is) {
    case "tag":
      return elements[word] && { title: `<${word}>`, says: elements[word].says };
    case "attribute": {
      const says = elements[where.tag]?.attributes[word];
      return says ? { title: `${word}, of <${where.tag}>`, says } : undefined;
    }
    case "text":
      return where.attribute === "skills" && skills.includes(word)
        ? { title: word, says: "A skill of this course, which the exercise practises." }
        : undefined;
    case "expression":
      return named(before, word) ?? ofFunction(word, vocabulary);
    default:
      return undefined;
  }
}

/** A given or part with this name, and how it is worked out. */
function named(before: string, word: string): Words | undefined {
  const tags = [...before.matchAll(/<(\w+)\s[^<]*?\bname="(\w+)"([^<]*)/g)];
  const [, tag, , rest = ""] = tags.findLast(([, , name]) => name === word) ?? [];
  if (!tag) return undefined;
  const value = /\b(?:value|answer)=\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(rest)?.[1];
  const says = tag === "Given" ? "A given." : `The answer to this <${tag}>.`;
  return { title: word, says, ...(value ? { example: value.trim() } : {}) };
}

function ofFunction(word: string, { functions }: Vocabulary): Words | undefined {
  const found = functions.find(({ name }) => name === word);
  if (!found) return undefined;
  const { signature, summary, example, value } = found;
  return { title: signature, says: summary, example: `${example} → ${value}` };
}

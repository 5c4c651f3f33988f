import "server-only";
import type { Vocabulary } from "@/lib/authoring/editor/vocabulary";
import { componentSpecs } from "@/lib/content/components/specs";
import type { CourseNames } from "@/lib/content/course-names";
import { elements } from "@/lib/content/elements";
import { rules } from "@/lib/engine/told/rules";
import { functions } from "@/lib/exercise/language/functions";
import { activations, outputOf } from "@/lib/exercise/language/functions/network";

/** What an editor completes and explains: the tables that the references are made of, and what the course names. */
export function vocabularyFor({ skills, terms }: CourseNames): Vocabulary {
  return {
    elements,
    functions: [...functions].map(([name, { signature, summary, example, value }]) => ({
      ...{ name, signature, summary, example, value },
    })),
    words: wordsOf(),
    skills,
    terms,
    misconceptions: Object.values(rules).map(({ name, title }) => ({ name, title })),
  };
}

/** By element and attribute, the words that it may be. */
function wordsOf(): Vocabulary["words"] {
  const words: Record<string, readonly string[]> = {};
  for (const [tag, { attributes }] of Object.entries(componentSpecs)) {
    for (const [name, spec] of Object.entries(attributes)) {
      if (spec.type === "word") words[`${tag} ${name}`] = spec.words;
    }
  }
  return {
    ...words,
    "option activation": activations,
    "option output": activations,
    "option loss": Object.keys(outputOf),
    "Matrix shape": ["shown"],
    "Numeric tolerance": ["auto"],
    "Matrix tolerance": ["auto"],
    "NetworkBlanks tolerance": ["auto"],
    "NetworkBlanks show": ["gradients"],
    "Expression form": ["expanded", "factored", "simplified"],
  };
}

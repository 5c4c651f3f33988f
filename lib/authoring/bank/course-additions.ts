import type { Document, YAMLSeq } from "yaml";
import type { Skill, Term } from "@/lib/content";
import { documentIn } from "@/lib/content/yaml";

/** A course.yaml with skills more, each with those of what it builds on that are there. What it says otherwise, and how, stays; all of it where it
 *  cannot be read. */
export function withSkills(text: string, skills: readonly Skill[]): string {
  const document = documentIn(text);
  if (!document) return text;
  const list = listIn(document, "skills");
  const known = new Set(list.items.map((item) => String((item as YAMLSeq).get("id" as never))));
  for (const { id, title, buildsOn } of skills) {
    const before = buildsOn.filter((other) => known.has(other));
    const entry = { id, title, ...(before.length > 0 ? { "builds-on": before } : {}) };
    list.add(document.createNode(entry));
    known.add(id);
  }
  return document.toString({ lineWidth: 0 });
}

/** A glossary.yaml with words more. Which lesson explains them is for its author to say. One that cannot be read stays as it
 *  is. */
export function withTerms(text: string, terms: readonly Term[]): string {
  const document = documentIn(text);
  if (!document) return text;
  const list = listIn(document);
  for (const { id, term, means, example } of terms) {
    list.add(document.createNode({ id, term, means, ...(example ? { example } : {}) }));
  }
  return document.toString({ lineWidth: 0 });
}

/** The list under a key, or the one that the document is; made where there is none. */
function listIn(document: Document, key?: string): YAMLSeq {
  const found = key === undefined ? document.contents : document.get(key);
  if (found && typeof found === "object" && "items" in found && "add" in found)
    return found as YAMLSeq;
  const made = document.createNode([]) as YAMLSeq;
  if (key === undefined) document.contents = made as never;
  else document.set(key, made);
  return made;
}

import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

/** An exercise to begin with. */
export interface Template {
  /** In its gallery's address. */
  readonly name: string;
  readonly title: string;
  /** What it is good for. */
  readonly for: string;
  /** The `<Exercise>`, with comments for its author. */
  readonly source: string;
}

let read: readonly Template[] | undefined;

/** Every template, in order. They are the files beside this one, each with its title and what it is for above the exercise. */
export function listTemplates(): readonly Template[] {
  read ??= readTemplates();
  return read;
}

/** The template of a name; null where there is none. */
export const findTemplate = (name: string): Template | null =>
  listTemplates().find((one) => one.name === name) ?? null;

function readTemplates(): Template[] {
  // The build must not take every file of the product for a part of a page.
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/authoring/templates");
  const files = readdirSync(folder).filter((file) => file.endsWith(".mdx"));
  return files.toSorted().map((file) => {
    const [, front = "", source = ""] =
      /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(path.join(folder, file), "utf8")) ?? [];
    const about = parse(front) as Pick<Template, "title" | "for">;
    return { name: file.replace(/^\d+-|\.mdx$/g, ""), ...about, source: source.trim() };
  });
}

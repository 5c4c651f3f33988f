import path from "node:path";
import type { Issue } from "@/lib/exercise";
import { contentIdOf } from "./content-id";
import { extensionOf, fileExtensions, imageExtensions, kindOf } from "./file-kinds";
import { fileLimits, inMegabytes } from "./file-limits";

/** Files that stand beside a lesson, by their names: the ids of what they say. */
export type FilesBeside = Readonly<Record<string, string>>;

type Told = Pick<Issue, "message" | "mend">;

/** What is wrong with a file that is to stand beside a lesson; undefined where nothing is. */
export function problemWith(name: string, bytes: Uint8Array): Told | undefined {
  const kind = kindOf(name);
  if (!kind) {
    const mend = `It may be ${fileExtensions}.`;
    return { message: `"${name}" is no file that can stand beside a lesson`, mend };
  }
  if (!/^[A-Za-z0-9][\w.-]*$/.test(name) || name.length > fileLimits.name) {
    const mend = `Use letters A to Z, digits, hyphens and _, such as two-layers.${extensionOf(name)}.`;
    return { message: `"${name}" can’t be the name of a file beside a lesson`, mend };
  }
  if (bytes.length > fileLimits.file) {
    const mend = kind.image
      ? "Save it smaller: 1600 pixels across are enough."
      : "Leave out what the lesson doesn’t use.";
    return { message: `${name} is larger than ${inMegabytes(fileLimits.file)}`, mend };
  }
  if (kind.holds(bytes)) return undefined;
  return { message: `${name} isn’t ${kindWords(name)}`, mend: "Save it as one, or rename it." };
}

/** What a file of this name is: "a PNG picture". */
function kindWords(name: string): string {
  const extension = extensionOf(name).toUpperCase();
  const article = /^[AEFHILMNORSX]/.test(extension) ? "an" : "a";
  if (kindOf(name)?.image) return `${article} ${extension} picture`;
  return `${article} ${extension} file${extension === "PDF" ? "" : " in UTF-8"}`;
}

/** The files beside a lesson among these, and what is wrong with them. `folder` says where they are, in issues. */
export function filesBeside(
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
): { readonly files: FilesBeside; readonly issues: Issue[] } {
  const names = [...files.keys()].filter((name) => kindOf(name) && !name.startsWith("."));
  const issues = names.flatMap((name, i) => {
    const told =
      problemWith(name, files.get(name)!) ?? clashWith(name, names.slice(0, i)) ?? undefined;
    return told ? [{ file: path.join(folder, name), line: 1, column: 1, ...told }] : [];
  });
  const ids = names.map((name) => [name, contentIdOf(files.get(name)!)]);
  return { files: Object.fromEntries(ids), issues };
}

/** Two names that are one where capitals make no difference: a Mac or Windows keeps one of them alone. */
function clashWith(name: string, before: readonly string[]): Told | undefined {
  const twin = before.find((other) => other.toLowerCase() === name.toLowerCase());
  if (!twin) return undefined;
  return { message: `${name} and ${twin} differ by capitals alone`, mend: "Rename one of them." };
}

/** The name of the file beside the lesson that an address leads to, `./cat.png` and `cat.png` alike; undefined where it
 *  leads elsewhere. */
export function fileNamed(url: string): string | undefined {
  const match = /^(?:\.\/)?([^/\\?#:]+\.[A-Za-z0-9]{1,5})$/.exec(url);
  return match ? decoded(match[1]!) : undefined;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Where a file is served. Behind # stands what data is called: browsers save it under that name. */
function addressOf(name: string, id: string): string {
  const address = `/files/${id}.${extensionOf(name)}`;
  return kindOf(name)?.image ? address : `${address}#${name}`;
}

/** The address of the file that a text leads to; undefined where it leads to none of these. */
export function addressAmong(files: FilesBeside, url: string): string | undefined {
  const name = fileNamed(url);
  if (name === undefined || !Object.hasOwn(files, name)) return undefined;
  return addressOf(name, files[name]!);
}

/** What to say of a picture or a link that leads to no file beside the lesson. */
export function missing(url: string, image: boolean, files: FilesBeside): Told {
  const name = fileNamed(url);
  if (name === undefined) {
    const mend = `Add the picture under Files, or put it into the lesson’s folder, and write its name: ![what it shows](cat.png). It may be ${imageExtensions}.`;
    return { message: `"${url.slice(0, 60)}" is no picture beside this lesson`, mend };
  }
  if (Object.hasOwn(files, name)) {
    const mend = `A picture may be ${imageExtensions}. Lead to other files by a link: [what it is](${name}).`;
    return { message: `${name} is no picture`, mend };
  }
  const there = Object.keys(files).toSorted().join(", ");
  const here = there ? `it has ${there}` : "it has no files";
  const add = "Add it under Files, or put it into the lesson’s folder, or correct its name.";
  const mend = image ? add : `${add} The address of another site starts with https://.`;
  return { message: `this lesson has no file ${name}; ${here}`, mend };
}

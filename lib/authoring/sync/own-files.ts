import { type CourseFiles, isOfCourse } from "@/lib/content";

/** What isn't part of a course among files that came from elsewhere. */
export interface Foreign {
  /** The first few paths. */
  readonly paths: readonly string[];
  readonly count: number;
}

/** How many are told by name. */
const toldPaths = 10;

/** The files of the course among these, which stand by themselves or in one folder, and what is not of it. Hidden files and what
 *  programs leave are not spoken of. */
export function ownFiles(files: CourseFiles): { files: CourseFiles; foreign: Foreign } {
  const root = rootOf(files);
  const own = new Map<string, Uint8Array>();
  const foreign: string[] = [];
  for (const [name, bytes] of files) {
    const path = name.startsWith(root) ? name.slice(root.length) : "";
    if (isOfCourse(path)) own.set(path, bytes);
    else if (!/(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/.test(name)) foreign.push(name);
  }
  return { files: own, foreign: { paths: foreign.slice(0, toldPaths), count: foreign.length } };
}

/** The folder that holds course.yaml, with a slash at its end; "" for none. */
function rootOf(files: CourseFiles): string {
  const [found = ""] = [...files.keys()]
    .filter((name) => /^(?:[^/]+\/)?course\.yaml$/.test(name))
    .toSorted((a, b) => a.length - b.length);
  return found.slice(0, -"course.yaml".length);
}

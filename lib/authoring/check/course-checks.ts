import "server-only";
import { namesIn } from "@/lib/authoring/course/course-names";
import { type Tree, treeOf } from "@/lib/authoring/files/files";
import { type CourseFiles, isCourseText } from "@/lib/content";
import type { LessonText } from "./checks";

/** A lesson of a course, as it is to be checked. */
export interface CourseLesson extends LessonText {
  readonly path: string;
}

/** The lessons of these files, in order. What the files beside them say need not be there: `tree` has its ids. */
export function lessonsIn(files: CourseFiles, tree: Tree = treeOf(files)): CourseLesson[] {
  const names = namesIn(files);
  const decoder = new TextDecoder();
  return [...files]
    .filter(([path]) => /^[^/]+\/lesson\.mdx$/.test(path))
    .map(([path, bytes]) => ({
      path,
      source: decoder.decode(bytes),
      names,
      files: besideIn(tree, path.split("/")[0] ?? ""),
    }))
    .toSorted((a, b) => numberOf(a.path) - numberOf(b.path) || a.path.localeCompare(b.path));
}

/** The files beside a lesson, by name, as findBeside tells them. */
const besideIn = (tree: Tree, folder: string) =>
  Object.fromEntries(
    Object.keys(tree)
      .filter((path) => path.startsWith(`${folder}/`) && !isCourseText(path))
      .toSorted()
      .map((path) => [path.slice(folder.length + 1), tree[path] ?? ""]),
  );

/** Those of them whose text is another than before. */
export function changedLessons(before: Tree, files: CourseFiles): CourseLesson[] {
  const tree = treeOf(files);
  return lessonsIn(files, tree).filter(({ path }) => tree[path] !== before[path]);
}

const numberOf = (path: string) => Number.parseInt(path, 10) || 0;

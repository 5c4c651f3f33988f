import type { Issue } from "@/lib/exercise";
import { suggest } from "@/lib/exercise/language";
import type { Checker } from "./checker";
import type { Link } from "./lesson";

/** A place in a course that a link leads to: a lesson of it, or the page it stands on (""), and an anchor there. */
interface Target {
  readonly lesson: string;
  readonly anchor: string;
}

/** Pages of a course that are no lessons. */
const otherPages = ["glossary"];

/** Where a link leads to in its own course, whose address is `course`; undefined where it leads elsewhere. A page of the
 *  course is written as its name, `./name`, or its whole path. */
function targetOf(url: string, course?: string): Target | undefined {
  const own = course === undefined ? url : url.replace(`/courses/${course}/`, "");
  const match = /^(?:\.\/)?([\w-]*)(?:#(.*))?$/.exec(own);
  if (!match) return undefined;
  const [, lesson = "", anchor = ""] = match;
  return otherPages.includes(lesson) ? undefined : { lesson, anchor };
}

/** The anchors of a lesson's page that links may lead to: its headings and its exercises. */
export const anchorsIn = (
  headings: readonly { readonly id: string }[],
  exercises: readonly { readonly id: string }[],
): string[] => [...headings.map(({ id }) => id), ...exercises.map(({ id }) => `exercise-${id}`)];

/** Reports links to places that a lesson does not have, and to lessons that its course does not have. */
export function checkOwnLinks(
  links: readonly Link[],
  anchors: readonly string[],
  checker: Checker,
): void {
  for (const { url, at } of links) {
    const target = targetOf(url);
    if (target?.lesson) checker.known("lessons", target.lesson, at);
    else if (target?.anchor) {
      const fault = missing("this lesson", target.anchor, anchors);
      if (fault) checker.report(at, fault.message, fault.mend);
    }
  }
}

/** What is wrong with links to places in other lessons of the course. `anchorsOf` gives those of a lesson by its name. */
export function linksElsewhere(
  links: readonly Link[],
  course: string,
  anchorsOf: (lesson: string) => readonly string[] | undefined,
): Issue[] {
  return links.flatMap(({ url, at }) => {
    const target = targetOf(url, course);
    if (!target?.lesson) return [];
    const anchors = anchorsOf(target.lesson);
    const isFull = url.startsWith("/");
    if (!anchors) {
      // What is written short has been told already.
      const mend = "Name its folder, without the number.";
      const message = `this course has no lesson “${target.lesson}”`;
      return isFull ? [{ line: at.line, column: at.column, message, mend }] : [];
    }
    const fault = target.anchor && missing(target.lesson, target.anchor, anchors);
    return fault ? [{ line: at.line, column: at.column, ...fault }] : [];
  });
}

function missing(page: string, anchor: string, anchors: readonly string[]) {
  if (anchors.includes(anchor)) return undefined;
  const near = suggest(anchor, anchors);
  const mend = near
    ? `Did you mean #${near}?`
    : "Name a heading as its address does, in small letters with hyphens, or an exercise as #exercise- and its id.";
  return { message: `${page} has no place #${anchor}`, mend };
}

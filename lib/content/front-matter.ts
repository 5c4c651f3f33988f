import type { Root, Yaml } from "mdast";
import { z } from "zod";
import { rules } from "@/lib/engine/told/rules";
import { suggest } from "@/lib/exercise/language";
import { type Checker, startOf } from "./checker";
import type { Heading, TeachingSection } from "./lesson";
import { readYaml } from "./yaml";
import { mostFaults } from "./yaml-faults";

const frontMatter = z.strictObject({
  title: z.string("must be the lesson's title").trim().min(1, "must be the lesson's title"),
  summary: z.string("must be a sentence or two").trim().min(1, "must be a sentence or two"),
  minutes: z
    .number("must be a whole number of minutes")
    .int("must be a whole number of minutes")
    .min(1, "must be a whole number of minutes")
    .max(1000, "must be a whole number of minutes")
    .optional(),
  teaches: z
    .record(z.string(), z.array(z.string()), "must name sections and what they teach")
    .default({}),
});

/** What stands above a lesson's text. */
export interface FrontMatter extends z.infer<typeof frontMatter> {
  /** The line of one of its keys, or where it begins. */
  readonly lineOf: (key: string) => number;
}

const none: FrontMatter = { title: "", summary: "", teaches: {}, lineOf: () => 1 };

/** A lesson's front matter; empty after an issue. */
export function readFrontMatter(root: Root, checker: Checker): FrontMatter {
  const [node] = root.children;
  const mend = "Begin the file with ---, title: …, summary: …, and --- again.";
  if (node?.type !== "yaml") {
    checker.report({ line: 1, column: 1 }, "the lesson has no title", mend);
    return none;
  }
  const yaml = readYaml(node.value);
  if ("problem" in yaml) {
    const at = { line: yaml.line + startOf(node).line, column: yaml.column };
    checker.report(at, `front matter: ${yaml.problem}`, yaml.mend ?? mend);
    return none;
  }
  const lineOf = linesIn(node);
  const parsed = frontMatter.safeParse(yaml.value ?? {});
  if (parsed.success) return { ...parsed.data, lineOf };
  const written = Object.keys((yaml.value ?? {}) as object);
  for (const issue of parsed.error.issues.slice(0, mostFaults)) {
    const isUnknown = issue.code === "unrecognized_keys";
    const keys = isUnknown ? issue.keys : [issue.path.join(".")];
    for (const key of keys.slice(0, mostFaults)) {
      const wrong = isUnknown ? "is not known here" : issue.message;
      const message = `front matter: ${key} ${wrong}`.replace(":  ", ": ");
      const at = { line: lineOf(key.split(".")[0] ?? ""), column: 1 };
      checker.report(at, message, isUnknown ? mendOfUnknown(key, written) : (mends[key] ?? mend));
    }
  }
  return none;
}

const keys = Object.keys(frontMatter.shape);

const mends: Readonly<Record<string, string>> = {
  title: "Write title: and what the lesson is called.",
  summary: "Write summary: and a sentence or two.",
  minutes: "Write minutes: 20, say, in digits and without quotes.",
};

function mendOfUnknown(key: string, written: readonly string[]): string {
  const free = keys.filter((one) => !written.includes(one));
  const near = suggest(key, free);
  return near
    ? `Did you mean ${near}?`
    : `Leave it out: the keys are ${keys.join(", ").replace(/, ([^,]*)$/, " and $1")}.`;
}

/** The line on which each key begins; the first of them where it is not found. */
function linesIn(node: Yaml): FrontMatter["lineOf"] {
  const { line: first } = startOf(node);
  const lines = new Map<string, number>();
  for (const [i, line] of node.value.split("\n").entries()) {
    const key = /^[^:]*(?=:)/.exec(line.trimStart())?.[0];
    if (key !== undefined && !lines.has(key)) lines.set(key, first + i + 1);
  }
  return (key) => lines.get(key) ?? first;
}

/** Every misconception, also the one that needs the rate of an update. */
const misconceptions = Object.keys(rules);

/** Skills and misconceptions that one section teaches. */
const mostTaught = 40;

/** The sections that front matter says something of. Reports those that the lesson does not have, and what is neither a
 *  skill nor a misconception. */
export function taughtIn(
  headings: readonly Heading[],
  { teaches, lineOf }: FrontMatter,
  checker: Checker,
): TeachingSection[] {
  const ids = headings.map(({ id }) => id);
  const before = checker.issues.length;
  for (const [section, names] of Object.entries(teaches)) {
    const at = { line: lineOf(section), column: 1 };
    for (const name of names.slice(0, mostTaught)) checker.teachable(name, misconceptions, at);
    if (names.length > mostTaught) {
      const message = `teaches: ${section} names more than ${mostTaught} skills and misconceptions`;
      checker.report(at, message, "Name those that the section explains.");
    }
    if (checker.issues.length - before >= mostFaults) break;
    if (ids.includes(section)) continue;
    const near = suggest(section, ids);
    const mend = near
      ? `Did you mean ${near}?`
      : "Name a heading as its address does: small letters, with hyphens for blanks.";
    checker.report(at, `teaches: this lesson has no section ${section}`, mend);
  }
  return headings.flatMap(({ id, text: title }) => {
    const names = Object.hasOwn(teaches, id) ? teaches[id] : undefined;
    return names ? [{ id, title, teaches: names }] : [];
  });
}

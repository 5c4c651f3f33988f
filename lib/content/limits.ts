import type { Issue } from "@/lib/exercise";

/** What a text may have before it is parsed at all, several times what the longest lesson has. What parsers do with a
 *  paragraph grows with the square of its marks, and with nested quotes and lists faster still, so these are counted
 *  first, by one walk over the lines. Nothing is passed over, not even code: what only looks like code would hide the rest. */
export const limits = {
  /** Characters and lines of a text. */
  characters: 120_000,
  lines: 2_500,
  /** Characters of one line. */
  line: 2_000,
  /** Spaces at the beginning of a line. */
  indentation: 40,
  /** Quotes and lists that begin on one line. */
  nested: 8,
  /** Lines without an empty line between them. */
  together: 200,
  /** Runs of * _ ~ and brackets among those. */
  marks: 400,
  /** The squares of those, over all paragraphs. */
  work: 500_000,
  /** Characters of one formula. */
  formula: 2_000,
  /** The same with its values filled in. */
  filled: 6_000,
  /** Braces inside each other in one. */
  braces: 40,
} as const;

const figure = (n: number) => n.toLocaleString("en-GB");

/** The first place at which a text has more than parsing it may cost; undefined where there is none. */
export function excessIn(text: string): Issue | undefined {
  const issue = (line: number, column: number, message: string, mend: string): Issue => ({
    line,
    column,
    message,
    mend,
  });
  if (text.length > limits.characters) {
    const message = `this text is longer than ${figure(limits.characters)} characters`;
    return issue(1, 1, message, "Split it into several lessons.");
  }
  let marks = 0;
  let work = 0;
  let together = 0;
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    const at = (message: string, mend: string, column = 1) => issue(i + 1, column, message, mend);
    if (i >= limits.lines) {
      return at(
        `this text has more than ${figure(limits.lines)} lines`,
        "Split it into several lessons.",
      );
    }
    if (line.trim() === "") {
      [marks, together] = [0, 0];
      continue;
    }
    const excess = excessOfLine(line);
    if (excess) return at(excess.message, excess.mend, excess.column);
    together += 1;
    if (together > limits.together) {
      const message = `these are more than ${limits.together} lines without an empty one between them`;
      return at(message, "Put in an empty line.");
    }
    const before = marks;
    marks += line.match(/\*+|_+|~+|[[\]]/g)?.length ?? 0;
    if (marks > limits.marks) {
      const message = `this paragraph has more than ${limits.marks} of * _ ~ [ and ]`;
      return at(message, "Split it into shorter ones.");
    }
    work += marks ** 2 - before ** 2;
    if (work > limits.work) {
      return at("this text has too many of * _ ~ [ and ]", "Split it into several lessons.");
    }
  }
  return undefined;
}

function excessOfLine(line: string): Pick<Issue, "column" | "message" | "mend"> | undefined {
  if (line.length > limits.line) {
    const message = `this line is longer than ${figure(limits.line)} characters`;
    return { column: limits.line + 1, message, mend: "Break it into several lines." };
  }
  const nothing = line.indexOf("\0");
  if (nothing >= 0) {
    const message = "this line has character 0 in it, which no text can have";
    return { column: nothing + 1, message, mend: "Take it out." };
  }
  const indentation = line.length - line.trimStart().length;
  if (indentation > limits.indentation) {
    const message = `this line is indented by more than ${limits.indentation} spaces`;
    return {
      column: indentation + 1,
      message,
      mend: "Indent it less: take it out of a list or a quote.",
    };
  }
  const [opened = ""] = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(line) ?? [];
  const nested = opened.match(/[>*+-]|\d+[.)]/g)?.length ?? 0;
  if (nested <= limits.nested) return undefined;
  const message = `more than ${limits.nested} quotes or lists begin on this line`;
  return { column: opened.length, message, mend: "Nest fewer of them in each other." };
}

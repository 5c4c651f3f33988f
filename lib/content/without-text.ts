/** What in a lesson is no tag, though it may hold a <: front matter, code, notes and formulas of one line. */
const noTags =
  /(?<![\s\S])---\n[\s\S]*?\n---$|^(```|~~~)[\s\S]*?^\1|`[^`\n]*`|\{\/\*[\s\S]*?\*\/\}|\$(?:\\\$|[^$\n"])*\$/gm;

/** A text with blanks in place of all this, so that every place in it stays where it is. */
export const withoutText = (source: string): string =>
  source.replaceAll(noTags, (text) => text.replaceAll(/[^\n]/g, " "));

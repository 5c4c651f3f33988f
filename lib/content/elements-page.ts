import { type ElementWords, elements } from "./elements";

const opening = `# Elements and attributes

<!-- Made by elementsPage() in lib/content/elements-page.ts from the table of elements: change it there. -->

Every element that a lesson may have, with all its attributes. [Writing a lesson](writing-a-lesson.md) says how they go
together, and [the language](language.md) what stands in braces.
`;

/** docs/elements.md: every element with its attributes. A test holds the file to it. */
export function elementsPage(): string {
  return `${opening}\n${Object.entries(elements).map(section).join("\n")}`;
}

function section([tag, { says, begins, attributes }]: [string, ElementWords]): string {
  const rows = Object.entries(attributes).map(
    ([name, words]) => `| \`${name}\` | ${words.replaceAll("|", "\\|")} |`,
  );
  const table =
    rows.length > 0 ? `\n| attribute | what it says |\n|---|---|\n${rows.join("\n")}\n` : "";
  const lines = begins.replace("|", "").replaceAll(/\n\n+/g, "\n").split("\n");
  return `## \`<${tag}>\`\n\n${says}\n\n${lines.map((line) => `    ${line}`).join("\n")}\n${table}`;
}

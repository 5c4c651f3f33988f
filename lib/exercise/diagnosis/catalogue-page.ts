import { changedRules } from "@/lib/engine";
import { explanations } from "./explanations";

const opening = `# Misconceptions the engine knows

<!-- Made by cataloguePage() in lib/exercise/diagnosis/catalogue-page.ts from the table of explanations: change it there. -->

Each is one changed rule. A wrong answer is matched against every one that makes a difference to its exercise, and where
none fits against every pair of them, by working the exercise's own expressions out again under the changed rules. They
stand in the order in which they are tried, the likelier first. The names may be given to an exercise that isolates one:
\`<Exercise isolates="sign-turned">\`.
`;

/** docs/misconceptions.md: every changed rule as a student reads of it. A test holds the file to it. */
export function cataloguePage(): string {
  const entries = changedRules(1).map(({ name }) => {
    const { name: title, says, instead } = explanations[name];
    return `### \`${name}\`\n\n${title}. "You ${says}." ${instead}\n`;
  });
  return `${opening}\n${entries.join("\n")}`;
}

import { rules } from "@/lib/engine/told/rules";

const opening = `# Misconceptions the engine knows

<!-- Made by cataloguePage() in lib/exercise/diagnosis/catalogue-page.ts from the rules of lib/engine/told: change it there. -->

Each can be made at a node of an exercise: at one place, or wherever it can be made. A wrong answer is held against every one
that its exercise allows, and where there is enough to tell by against pairs of the likeliest, by working the exercise out again
with the slip put in. The commonest stand first. The names may be given to an exercise that isolates one:
\`<Exercise isolates="sign-turned">\`.
`;

/** docs/misconceptions.md: every mistake as a student reads of it. A test holds the file to it. */
export function cataloguePage(): string {
  const entries = Object.values(rules)
    .toSorted((a, b) => b.prior - a.prior)
    .map(
      ({ name, title, says, instead }) =>
        `### \`${name}\`\n\n${title}. "You ${says}." ${instead}\n`,
    );
  return `${opening}\n${entries.join("\n")}`;
}

const parts = ["Numeric", "Matrix", "Choice", "Ordering", "NetworkBlanks", "Expression"];
const ofExercises = [...parts, "Given", "Hint", "Solution", "Misconception", "Variant"];

/** Elements that have a home: what goes inside each of these, and nowhere else. */
const homes: Readonly<Record<string, readonly string[]>> = {
  Choice: ["Option"],
  Ordering: ["Step", "Distractor"],
  Derivation: ["DerivationLine"],
};
const housed = Object.values(homes).flat();

/** What of these elements may stand at the end of a text, the likeliest first. The text begins where nothing is open. */
export function elementsAt(before: string, names: readonly string[]): readonly string[] {
  for (const [home, inside] of Object.entries(homes)) {
    if (isOpen(before, home)) return names.filter((name) => inside.includes(name));
  }
  const free = names.filter((name) => !housed.includes(name));
  if (!isOpen(before, "Exercise")) {
    const elsewhere = ofExercises.filter((name) => name !== "Given");
    return inOrder(
      free.filter((name) => !elsewhere.includes(name)),
      ["Exercise", "Given"],
    );
  }
  return inOrder(
    free.filter((name) => name !== "Exercise" && name !== "Explore"),
    ofExercises,
  );
}

/** Whether the last tag of this name is neither closed nor closed at once. */
function isOpen(before: string, name: string): boolean {
  const begun = [...before.matchAll(new RegExp(`<${name}(?=[\\s>])`, "g"))].at(-1)?.index;
  if (begun === undefined || before.includes(`</${name}>`, begun)) return false;
  const tag = /^<\w+(?:\s+[\w-]+(?:=(?:"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\}))?)*\s*(\/?)>/.exec(
    before.slice(begun),
  );
  return tag?.[1] === "";
}

const inOrder = (names: readonly string[], first: readonly string[]) => [
  ...first.filter((name) => names.includes(name)),
  ...names.filter((name) => !first.includes(name)),
];

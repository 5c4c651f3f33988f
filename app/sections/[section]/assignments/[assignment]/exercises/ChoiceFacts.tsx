import type { Choice } from "@/lib/assessment/setting/choices";

const kindWords: Readonly<Record<Choice["kinds"][number], string>> = {
  choice: "choice",
  ordering: "ordering",
  numeric: "numbers",
  expression: "formulas",
  matrix: "matrices",
  network: "networks",
};

/** What is known of an exercise, below its title; what follows where each student has the same numbers. */
export function ChoiceFacts({ choice }: { choice: Partial<Choice> }) {
  const { kinds = [], skills = [], minutes, draws } = choice;
  const facts = [
    kinds.map((kind) => kindWords[kind]).join(", "),
    minutes === undefined ? "" : `about ${minutes} min`,
    skills.join(", "),
  ].filter(Boolean);
  return (
    <span className="block text-muted text-sm">
      {facts.join(" · ")}
      {draws === false ? (
        <span className="mt-0.5 block text-half">
          No numbers of its own: its practice, hints and solution close while this is open.
        </span>
      ) : null}
    </span>
  );
}

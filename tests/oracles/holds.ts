import { drawVariant, type Exercise, gradeSubmission, type Variant } from "@/lib/exercise";
import { type Answer, Givens, type Oracle } from "./answers";

/** What is wrong with a lesson's exercises by an oracle: every part whose own worked answer does not get full marks, and
 *  every exercise that the oracle does not know. Each is drawn for so many seeds, after its fixed variants. */
export function faultsBy(
  oracle: Oracle,
  exercises: readonly Exercise[],
  seeds: readonly string[],
): string[] {
  return exercises.flatMap((exercise) => {
    const worked = oracle[exercise.id];
    if (!worked) return [`${exercise.id}: nobody worked it out`];
    const fixed = exercise.fixed.map((_, i) => ({ seed: "fixed", number: i + 1 }));
    const drawn = seeds.map((seed) => ({ seed, number: exercise.fixed.length + 1 }));
    return [...fixed, ...drawn].flatMap((place) => {
      const variant = drawVariant(exercise, place);
      const answers = worked(new Givens(variant.givens));
      return wrong(exercise, variant, answers).map(
        (what) => `${exercise.id}, ${place.seed} ${place.number}: ${what}`,
      );
    });
  });
}

function wrong(exercise: Exercise, variant: Variant, answers: Readonly<Record<string, Answer>>) {
  const column = (field: "key" | "view") =>
    Object.fromEntries(Object.entries(variant.parts).map(([name, part]) => [name, part[field]]));
  const [keys, views] = [column("key"), column("view")];
  const responses = Object.fromEntries(
    exercise.parts.map(({ name }) => [name, typed(answers[name], views[name])]),
  );
  const asked = exercise.parts.map(({ name }) => name);
  const result = gradeSubmission(
    exercise,
    { keys, views, scope: () => variant.scope },
    { responses, asked },
  );
  return result.parts.flatMap((part) => {
    const said = `${part.part} by hand is ${JSON.stringify(answers[part.part])}`;
    if (part.status === "unreadable") return [`${said}: ${part.message}`];
    const followed = part.followed ? " (only from an own answer)" : "";
    return part.verdict === "right" && !followed ? [] : [`${said}: ${part.verdict}${followed}`];
  });
}

/** An answer as the page would send it. */
export function typed(answer: Answer | undefined, view: unknown): string {
  if (answer === undefined) return "";
  if (typeof answer === "string") return answer;
  if (typeof answer === "number") return String(answer);
  if ("option" in answer) return idOf(answer.option, view);
  if ("options" in answer) return answer.options.map((text) => idOf(text, view)).join(",");
  if ("steps" in answer) return answer.steps.map((text) => idOf(text, view)).join(",");
  if ("weights" in answer) return answer.weights.join(",");
  if ("blanks" in answer) {
    return Object.entries(answer.blanks)
      .map(([name, value]) => `${name} = ${value}`)
      .join("\n");
  }
  return answer.map((row) => row.join("\t")).join("\n");
}

function idOf(text: string, view: unknown): string {
  const { options = [], items = options } = view as Record<string, { id: string; text: string }[]>;
  return items.find((item) => item.text === text)?.id ?? `no “${text}”`;
}

import { type Exercise, gradeSubmission, type Variant } from "@/lib/exercise";
import type { Part } from "@/lib/exercise/exercise";

/** The causes that a response to one part is given, each by its rules' names; undefined where it is right or is not graded. */
export function causesOf(
  exercise: Exercise,
  variant: Variant,
  part: Part,
  raw: string,
): readonly (readonly string[])[] | undefined {
  const column = (field: "key" | "view") =>
    Object.fromEntries(Object.entries(variant.parts).map(([name, one]) => [name, one[field]]));
  const grading = { keys: column("key"), views: column("view"), scope: () => variant.scope };
  const sent = { responses: { [part.name]: raw }, asked: [part.name] };
  const [result] = gradeSubmission(exercise, grading, sent).parts;
  if (result?.status !== "graded" || result.verdict === "right") return undefined;
  return result.diagnosis ?? [];
}

import "server-only";
import { cameWith, knownIn, responsesOf } from "@/lib/content/exercise-card/responses";
import { recordDrafts } from "./drafts";
import { asOwner, type Call, type Gate, numbersIn, type Outcome, open } from "./exercise-form";

/** What is typed, before it is checked. */
export function keepTyped(call: Call, gate: Gate = open): Promise<Outcome> {
  const { form } = call;
  return asOwner(call, "draft", async (learner) => {
    const shut = await gate(learner);
    if (shut) return shut;
    const drafted = await recordDrafts(learner, {
      ...numbersIn(call),
      responses: responsesOf(form),
      known: knownIn(form),
      was: cameWith(form),
      taken: form.getAll("take"),
      settled: form.getAll("settle"),
    });
    return drafted.status === "kept" ? { json: { others: drafted.others } } : drafted;
  });
}

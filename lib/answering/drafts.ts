import "server-only";
import type { Learner } from "@/lib/auth/guest";
import { findExerciseVersion } from "@/lib/catalogue/exercise-version";
import { pool } from "@/lib/db/client";
import { type Exercise, isTooLong } from "@/lib/exercise";
import { keepableText } from "./keep-submission";
import { findShownVariant, type ShownNumbers, type ShownVariant } from "./shown-variant";
import { type DraftEdit, editsOf } from "./typed-since";

/** What a window says of a variant's drafts. */
export interface DraftsInput extends ShownNumbers {
  /** By part, as typed. */
  readonly responses: Readonly<Record<string, string>>;
  /** By part that was typed to: the texts that the window knows to have stood there. */
  readonly known: Readonly<Record<string, readonly string[]>>;
  /** By part, the text that a page without scripts came with: only what differs from it was typed. */
  readonly was: Readonly<Record<string, string>>;
  /** The parts where the learner has chosen between two texts: `taken` the other one, `settled` their own. */
  readonly taken: readonly string[];
  readonly settled: readonly string[];
}

export type Drafted =
  /** `others`: by part, what another window had there that this one did not know of. */
  | { readonly status: "kept"; readonly others: Readonly<Record<string, string>> }
  | { readonly status: "unknown-exercise" }
  | { readonly status: "unknown-part" }
  | { readonly status: "too-long" }
  | { readonly status: "other-numbers" };

/** Keeps what is being typed, and with it the numbers it is typed to. Of two windows that typed to one part without
 *  knowing of each other the later text is the draft, and the earlier one stays beside it until the learner chooses. */
export async function recordDrafts(
  learner: Pick<Learner, "seedKey"> & { readonly userId: string },
  input: DraftsInput,
): Promise<Drafted> {
  const version = await findExerciseVersion(input.versionId);
  if (!version) return { status: "unknown-exercise" };
  const names = version.exercise.parts.map(({ name }) => name);
  const said = [...Object.keys(input.known), ...input.taken, ...input.settled];
  if (!said.every((part) => names.includes(part))) return { status: "unknown-part" };
  const variant = await findShownVariant(learner, version, input);
  if (!variant) return { status: "other-numbers" };
  if (anyTooLong(version.exercise, variant.view, input)) return { status: "too-long" };
  const edits = editsOf(version.exercise, variant, input);
  const others = await saveDrafts(variant.id, edits);
  await choose(
    variant.id,
    input.taken,
    input.settled.filter((name) => !edits.some(({ part }) => part === name)),
  );
  return { status: "kept", others };
}

/** Whether a text is longer than an answer to its part can be, and than what is kept of one that is (see cutResponses). */
function anyTooLong(
  { parts }: Exercise,
  view: ShownVariant["view"],
  { responses, known }: DraftsInput,
): boolean {
  return parts.some((part) => {
    const texts = [responses[part.name] ?? "", ...(known[part.name] ?? [])];
    return texts.some((text) => isTooLong(part, view[part.name], text.slice(1)));
  });
}

/** Keeps drafts of one variant, all in one statement; what comes back is by part what stands beside them. */
async function saveDrafts(
  variantId: string,
  edits: readonly DraftEdit[],
): Promise<Record<string, string>> {
  if (edits.length === 0) return {};
  const typed = edits.map(({ response, known, ...edit }) => ({
    ...edit,
    response: keepableText(response),
    known: known.map(keepableText),
  }));
  const { rows } = await pool.query<{ part: string; other: string | null }>({
    ...keepDrafts,
    values: [variantId, JSON.stringify(typed)],
  });
  return Object.fromEntries(
    rows.flatMap(({ part, other }) => (other === null ? [] : [[part, other]])),
  );
}

/** A clash: what stands in the part was typed elsewhere, and the window that now types did not know of it. */
const clashes = (text: string) =>
  `(${text} ~ '\\S' and ${text} <> typed.response and not typed.known ? ${text})`;

/** Parts are taken in order, so that two windows do not wait for each other. */
const keepDrafts = {
  name: "keep-drafts",
  text: `
    with typed as (
      select edit.*, coalesce((
        select responses ->> edit.part from submission
        where variant_id = $1 and edit.part = any(asked)
        order by created_at desc limit 1
      ), '') as judged
      from jsonb_to_recordset($2)
        as edit(part text, response text, known jsonb, yields bool, settles bool)
    )
    insert into draft (variant_id, part, response, other)
    select $1, part,
      case when ${clashes("judged")} and yields then judged else response end,
      case when ${clashes("judged")} then case when yields then response else judged end end
    from typed order by part
    on conflict (variant_id, part) do update set (response, other, updated_at) = (
      select
        case when ${clashes("draft.response")} and yields then draft.response else typed.response end,
        case
          when ${clashes("draft.response")}
            then case when yields then typed.response else draft.response end
          when not settles then nullif(draft.other, typed.response)
        end,
        now()
      from typed where typed.part = draft.part
    )
    returning part, other`,
};

/** Ends the choice between two texts: for the other one where it was taken, else for the one that stands there. */
async function choose(
  variantId: string,
  taken: readonly string[],
  settled: readonly string[],
): Promise<void> {
  if (taken.length + settled.length === 0) return;
  await pool.query({
    name: "choose-drafts",
    text: `
      update draft set
        response = case when part = any($2) then coalesce(other, response) else response end,
        other = null,
        updated_at = now()
      where variant_id = $1 and part = any($2 || $3::text[])`,
    values: [variantId, taken, settled],
  });
}

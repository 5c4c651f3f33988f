import type { StoredVariant } from "../pages/records";
import type { SentField, SentForm } from "../pages/sent-forms";
import { slugOf, type Visit } from "./visit";

/** Does all that somebody can do with a lesson's exercises without being right: looks at them, types, asks how it is
 *  read, answers wrongly, looks back, reviews, takes new numbers and hints. */
export async function useExercises(
  visit: Visit,
  lesson: string,
  listVariants: () => Promise<readonly StoredVariant[]>,
): Promise<void> {
  const forms = await visit.openExercises(lesson);
  await eachOf(forms, (form) => begin(visit, form));
  const variants = await listVariants();
  await eachOf(forms, (form) => read(visit, form, variants));
  visit.stage = "answered";
  await eachOf(forms, (form) => answer(visit, form));
  await eachOf(variants, (one) => visit.openPage(`/progress/${one.exerciseId}`, one.slug));
  await visit.openPage("/progress");
  const review = await visit.openPage("/review");
  visit.stage = "helped";
  const hints = Math.floor(mostHints / forms.length);
  await eachOf(forms, (form) => takeHints(visit, form, hints));
  await visit.openExercises(lesson);
  visit.stage = "opened";
  await eachOf(forms, ({ hidden }) => visit.post("/api/variants", slugOf(hidden), hidden));
  await visit.openExercises(lesson);
  await eachOf(sittingsIn(review), (path) => sit(visit, path));
}

/** The pages of the sitting that a page of what is due leads to, one for each exercise. */
function sittingsIn(html: string): string[] {
  const [path = ""] = /\/review\/sitting\?exercises=[\w.~-]+/.exec(html) ?? [];
  return path.split("~").map((_, i) => `${path}&at=${i + 1}`);
}

async function sit(visit: Visit, path: string): Promise<void> {
  for (const form of await visit.openExercises(path)) await begin(visit, form);
}

/** Puts an exercise's numbers into the database, as who begins to type does. */
async function begin(visit: Visit, { hidden }: SentForm): Promise<void> {
  await visit.post("/api/drafts", slugOf(hidden), hidden);
  await visit.newest(hidden, slugOf(hidden));
}

async function read(visit: Visit, { hidden, fields }: SentForm, all: readonly StoredVariant[]) {
  const slug = slugOf(hidden);
  const view = all.find((variant) => variant.slug === slug)?.view ?? {};
  for (const { name } of fields) {
    const part = name.replace(/^r\./, "");
    for (const response of ["12345.678", "?!"]) {
      const asked = { part, view: JSON.stringify(view[part]), response };
      await visit.post("/api/readings", slug, { exercise: hidden.exercise ?? "", ...asked });
    }
  }
}

async function answer(visit: Visit, { hidden, fields }: SentForm): Promise<void> {
  for (const answerTo of [unreadable, wrong]) {
    const responses = Object.fromEntries(fields.map((field) => [field.name, answerTo(field)]));
    const form = { ...hidden, submission: crypto.randomUUID(), ...responses };
    await visit.post("/api/submissions", slugOf(hidden), form);
  }
}

const unreadable = () => "?!";

/** Of options, the first; of steps, the order shown, which is never right; else a number nobody computes. */
const wrong = ({ options }: SentField) => options[0] ?? "12345.678";

/** Fewer than anybody may take in a minute. */
const mostHints = 56;

async function takeHints(visit: Visit, { hidden }: SentForm, count: number): Promise<void> {
  for (let taken = 0; taken < count; taken++) {
    await visit.post("/api/hints", slugOf(hidden), { ...hidden, taken: String(taken) });
  }
}

/** Four at a time: as many as a browser has on their way to one site, and then some are waiting. */
async function eachOf<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all];
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await act(one);
  };
  await Promise.all([work(), work(), work(), work()]);
}

import { goOnWithRegrade } from "@/lib/assessment/regrade/go-on";
import { applyRegrade, planRegrade, type RegradeOf } from "@/lib/assessment/regrade/regrade";
import { db } from "@/lib/db/client";
import { exerciseNamed, lesson, load } from "../a-course";

/** A lesson with one exercise: the double of a drawn number, which the wrong key takes for its triple. */
export const doubled = (answer: string, more = "") =>
  lesson(`<Exercise id="double" title="Twice">
  <Given name="a" value={integer(10, 99)} />
  <Numeric name="two" label="$2a$" answer={${answer}} tolerance={0.001} />
  ${more}
</Exercise>`);

export const wrongKey = doubled("3 * a");
export const rightKey = doubled("2 * a");

export const loadLesson = (text: string) => load({ maths: { "01-one": text } });

/** Works a regrade of the exercise out, as the job does. */
export async function plan(of: Omit<RegradeOf, "actorId" | "exerciseId">, slug = "double") {
  const { id: exerciseId } = await exerciseNamed(slug);
  const id = await planRegrade({ actorId: await anActor(), exerciseId, ...of });
  await goOnWithRegrade(id!);
  return db.regrade.findUniqueOrThrow({
    where: { id: id! },
    include: { changes: { orderBy: { before: "asc" } } },
  });
}

export const choice = { treatment: "keep", keepsHigher: true, reason: "The key was 3a." } as const;

/** Applies it, as the job does. */
export async function apply(
  { id, sectionId }: { readonly id: string; readonly sectionId: string },
  chosen: Partial<Parameters<typeof applyRegrade>[3]> = {},
): Promise<void> {
  const begun = await applyRegrade(await anActor(), sectionId, id, { ...choice, ...chosen });
  if (!begun) throw new Error("this regrade was not waiting");
  await goOnWithRegrade(id);
}

async function anActor(): Promise<string> {
  const data = { email: "regrader@school.test", name: "Rita" };
  const row = await db.user.upsert({ where: { email: data.email }, create: data, update: {} });
  return row.id;
}

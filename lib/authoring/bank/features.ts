import "server-only";
import { setImmediate } from "node:timers/promises";
import { toString as textOf } from "mdast-util-to-string";
import { getExerciseVersion } from "@/lib/catalogue/exercise-version";
import { db } from "@/lib/db/client";
import type { Exercise } from "@/lib/exercise";
import { inNames } from "@/lib/exercise/wording";
import { type Architecture, architectures } from "./architectures";

/** What the bank finds an exercise by. */
interface Features {
  readonly kinds: readonly string[];
  readonly architectures: readonly Architecture[];
  readonly words: string;
}

/** The features of a checked exercise. Its architectures are those whose functions it calls. */
export function featuresOf({ parts, body, hints, source }: Exercise): Features {
  const called = new Set(
    [...source.matchAll(/\b([A-Za-z][A-Za-z0-9]*)\(/g)].map(([, name]) => name),
  );
  const uses = architectures.filter(({ functions }) => functions.some((one) => called.has(one)));
  const texts = [
    ...body.map((node) => textOf(node)),
    ...parts.map(({ label }) => inNames(label)),
    ...hints.flatMap((hint) => hint.body.map((node) => textOf(node))),
  ];
  return {
    kinds: [...new Set(parts.map(({ kind }) => kind))],
    architectures: uses.length > 0 ? uses.map(({ name }) => name) : ["none"],
    words: texts.join(" ").replace(/\s+/g, " "),
  };
}

/** Works out the features of the current versions of these courses' exercises that have none yet. A version never changes,
 *  so each is worked out once. */
export async function keepFeatures(courseIds: readonly string[]): Promise<void> {
  const rows = await db.exerciseVersion.findMany({
    where: {
      features: null,
      exercise: { lesson: { courseId: { in: [...courseIds] } } },
    },
    select: { id: true, exercise: { select: { currentId: true } } },
  });
  for (const { id, exercise: of } of rows) {
    if (of.currentId !== id) continue;
    const { exercise } = await getExerciseVersion(id);
    const { kinds, architectures, words } = featuresOf(exercise);
    const data = { versionId: id, kinds: [...kinds], architectures: [...architectures], words };
    await db.exerciseFeatures.createMany({ data: [data], skipDuplicates: true });
    // Others are served between one exercise and the next.
    await setImmediate();
  }
}

import "server-only";
import { z } from "zod";
import { nameOfRule } from "@/lib/exercise/diagnosis/explanations";
import { practicePath } from "@/lib/review/practice-topic";
import { listMistakes } from "../mistakes";
import { quietDays, week } from "./attention";
import { listAttention } from "./list-attention";
import { exercisesOf, findSectionCourse, type SectionCourse } from "./section-course";

/** Whom a group of a section's page holds. */
export interface Recipients {
  /** What they have in common, as Markdown with TeX. */
  readonly what: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
  }[];
  /** The address of exercises against their mistake; null where it is none. */
  readonly practice: string | null;
}

const groups = {
  stuck: { of: "stuck", what: "Students who are stuck" },
  "not-begun": { of: "notBegun", what: "Students who have not begun" },
  quiet: { of: "quiet", what: `Students who have answered nothing for ${quietDays} days` },
  unusual: { of: "unusual", what: "Students who do much better or worse than before" },
} as const;

const query = z.discriminatedUnion("about", [
  z.object({ about: z.enum(["stuck", "not-begun", "quiet", "unusual"]) }),
  z.object({
    about: z.literal("mistake"),
    rule: z.string().max(60),
    exercise: z.uuid(),
    since: z.literal("week").optional(),
  }),
]);

/** The group that an address asks for; null where it asks for none. Whoever calls it has checked that the viewer is of
 *  the section's staff. */
export async function findRecipients(
  sectionId: string,
  params: unknown,
  now: Date,
): Promise<Recipients | null> {
  const asked = query.safeParse(params);
  const course = asked.success ? await findSectionCourse(sectionId) : null;
  if (!asked.success || !course) return null;
  if (asked.data.about === "mistake") return madeMistake(course, asked.data, now);
  const { of, what } = groups[asked.data.about];
  const attention = await listAttention(course, now);
  return { what, people: attention[of], practice: null };
}

/** Who has made a mistake, in the last week or so far: a misconception in any exercise, an exercise's own in that one. */
async function madeMistake(
  course: SectionCourse,
  { rule, exercise, since }: { rule: string; exercise: string; since?: "week" | undefined },
  now: Date,
): Promise<Recipients | null> {
  const everywhere = nameOfRule(rule) !== undefined;
  const mistakes = await listMistakes({
    sectionId: course.id,
    exercises: everywhere ? exercisesOf(course) : [exercise],
    since: since ? new Date(now.getTime() - week) : null,
    rule,
  });
  const [mistake] = mistakes;
  if (!mistake) return null;
  const practice = practicePath({ rule: everywhere ? rule : undefined, exercise });
  return { what: mistake.what, people: mistake.named, practice };
}

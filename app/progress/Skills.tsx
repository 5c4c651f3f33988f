import type { CourseProgress } from "@/lib/progress/course-progress";
import type { NextStep } from "@/lib/progress/next-step";
import { HowItCounts } from "./HowItCounts";
import { SkillMap } from "./SkillMap";
import { SkillPanel } from "./SkillPanel";

interface SkillsProps {
  course: CourseProgress;
  /** What the address asks for: course and skill with a dot between. */
  wanted: string | undefined;
  next: NextStep | null;
}

/** The skills of a course as a map, with what is shown by how sure one is of each; the one chosen with its exercises. */
export function Skills({ course: { slug, skills }, wanted, next }: SkillsProps) {
  if (skills.length === 0) return null;
  const chosen = skills.find(({ id }) => `${slug}.${id}` === wanted);
  const hrefOf = (id: string) => `/progress?skill=${slug}.${id}#skill`;
  const practised = skills.filter(({ exercises }) => exercises.length > 0);
  const sure = practised.filter(({ sureness }) => sureness.level === "sure");
  return (
    <section aria-labelledby={`skills-${slug}`} className="mt-6">
      <h3 id={`skills-${slug}`} className="font-semibold text-xl">
        Skills
      </h3>
      <p className="mt-1 max-w-4xl text-muted text-sm">
        You’re sure of {sure.length} of {practised.length}. Choose a skill to see its exercises.{" "}
        <a href={`#lessons-${slug}`} className="text-accent underline underline-offset-2 lg:hidden">
          Or go to the lessons.
        </a>
      </p>
      <HowItCounts />
      <SkillMap
        skills={skills}
        chosen={chosen?.id ?? null}
        next={next?.course === slug ? (next.skill?.id ?? null) : null}
        hrefOf={hrefOf}
      />
      {chosen ? <SkillPanel course={slug} skill={chosen} skills={skills} hrefOf={hrefOf} /> : null}
    </section>
  );
}

import type { SectionOn } from "@/lib/content/taught-section";
import type { CourseProgress } from "@/lib/progress/course-progress";
import { standing } from "@/lib/progress/sureness";

interface CourseSkillsProps {
  course: CourseProgress;
  sectionOn: SectionOn;
}

/** The skills of a course, each leading to the section that teaches it, with how sure the reader is of those they tried. */
export function CourseSkills({ course: { slug, skills }, sectionOn }: CourseSkillsProps) {
  if (skills.length === 0) return null;
  return (
    <section aria-labelledby="skills" className="mt-10 font-sans">
      <h2 id="skills" className="font-semibold text-lg">
        Skills
      </h2>
      <ul className="mt-3 gap-x-8 sm:columns-2">
        {skills.map(({ id, title, sureness }) => (
          <li key={id} className="break-inside-avoid border-line border-b py-1.5 text-[0.95rem]">
            <SkillTitle title={title} path={sectionOn(id)?.path} />
            {sureness.level === "untried" ? null : (
              <span className="block text-muted text-sm">{standing(sureness)}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm">
        <a
          href={`/progress?course=${slug}#skills-${slug}`}
          className="text-accent underline underline-offset-2"
        >
          See how they build on each other
        </a>
      </p>
    </section>
  );
}

function SkillTitle({ title, path }: { title: string; path: string | undefined }) {
  if (!path) return title;
  return (
    <a href={path} className="text-accent hover:underline">
      {title}
    </a>
  );
}

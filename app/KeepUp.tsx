import type { CourseProgress } from "@/lib/progress/course-progress";
import { standing } from "@/lib/progress/sureness";
import { weakestOf } from "@/lib/progress/weakest";
import { practicePath } from "@/lib/review/practice-topic";
import { LinkButton } from "@/lib/ui/button";

interface KeepUpProps {
  readonly courses: readonly CourseProgress[];
  /** How many skills are due for review. */
  readonly due: number;
}

/** What is still worth doing for who has got everything right: review what is due, the weakest skill, a mix. */
export function KeepUp({ courses, due }: KeepUpProps) {
  const weakest = weakestOf(courses);
  const [course] = courses;
  const ways = [
    ...(due > 0
      ? [
          {
            href: "/review",
            button: "Review",
            words: `${due} ${due === 1 ? "skill" : "skills"} due`,
          },
        ]
      : []),
    ...(weakest
      ? [
          {
            href: practicePath({ course: weakest.course.slug, skill: weakest.skill.id }),
            button: "Practise your weakest skill",
            words: `${weakest.skill.title}: ${standing(weakest.skill.sureness)}`,
          },
        ]
      : []),
    ...(course
      ? [
          {
            href: practicePath({ course: course.slug }),
            button: "Practise a mix",
            words: `a few exercises from all of ${course.title}, with new numbers`,
          },
        ]
      : []),
  ];
  return (
    <section aria-label="What to do now" className="mt-6 font-sans">
      <p className="text-good">Everything here is right. Here’s how to keep it that way:</p>
      <ul className="mt-3 space-y-3">
        {ways.map(({ href, button, words }, i) => (
          <li key={href} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <LinkButton variant={i === 0 ? "primary" : "secondary"} href={href}>
              {button}
            </LinkButton>
            <span className="text-muted text-sm">{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

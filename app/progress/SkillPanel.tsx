import type { SkillExercise, SkillProgress } from "@/lib/progress/skills";
import { standing } from "@/lib/progress/sureness";
import { practicePath } from "@/lib/review/practice-topic";
import { percent } from "@/lib/ui/percent";

interface SkillPanelProps {
  course: string;
  skill: SkillProgress;
  skills: readonly SkillProgress[];
  hrefOf: (id: string) => string;
}

/** The skill that was chosen in the map: what it builds on, what builds on it, and the exercises that practise it. */
export function SkillPanel({ course, skill, skills, hrefOf }: SkillPanelProps) {
  const { sureness, exercises } = skill;
  const below = skills.filter(({ id }) => skill.buildsOn.includes(id));
  const above = skills.filter(({ buildsOn }) => buildsOn.includes(skill.id));
  return (
    <section
      id="skill"
      aria-labelledby="skill-title"
      className="mt-6 max-w-4xl scroll-mt-4 rounded-sm border border-line bg-card px-4 py-3 lg:scroll-mt-120"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h4 id="skill-title" className="font-semibold">
          {skill.title}
        </h4>
        <a
          href={`/progress#skills-${course}`}
          className="text-accent text-sm underline underline-offset-2"
        >
          Close
        </a>
      </div>
      <p className="mt-1 text-sm">
        You: {standing(sureness)}. {sureness.tried} of {sureness.of} exercises answered.
      </p>
      {exercises.length > 0 ? (
        <p className="mt-1 text-sm">
          <a
            href={practicePath({ course, skill: skill.id })}
            className="text-accent underline underline-offset-2"
          >
            Practise it with new numbers
          </a>
        </p>
      ) : null}
      <SkillLinks words="Builds on" skills={below} hrefOf={hrefOf} />
      <SkillLinks words="Leads to" skills={above} hrefOf={hrefOf} />
      {exercises.length > 0 ? (
        <ul className="mt-3 border-line border-t text-sm">
          {exercises.map((exercise) => (
            <ExerciseItem key={exercise.id} course={course} exercise={exercise} />
          ))}
        </ul>
      ) : (
        <p className="mt-3 text-muted text-sm">No exercise practises it yet.</p>
      )}
    </section>
  );
}

interface SkillLinksProps {
  words: string;
  skills: readonly SkillProgress[];
  hrefOf: (id: string) => string;
}

function SkillLinks({ words, skills, hrefOf }: SkillLinksProps) {
  if (skills.length === 0) return null;
  return (
    <p className="mt-1 text-muted text-sm">
      {words}:{" "}
      {skills.map(({ id, title }, i) => (
        <span key={id}>
          {i > 0 ? ", " : ""}
          <a href={hrefOf(id)} className="text-accent underline underline-offset-2">
            {title}
          </a>
        </span>
      ))}
    </p>
  );
}

function ExerciseItem({ course, exercise }: { course: string; exercise: SkillExercise }) {
  const { slug, title, score, lesson } = exercise;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b py-2 last:border-b-0">
      <span>
        <a
          href={`/courses/${course}/${lesson.slug}#exercise-${slug}`}
          className="text-accent hover:underline"
        >
          {title}
        </a>{" "}
        <span className="text-muted">· lesson {lesson.number}</span>
      </span>
      <span className="text-muted tabular-nums">
        {score
          ? `best ${percent(score.best)}, first try ${percent(score.first)}`
          : "not answered yet"}
      </span>
    </li>
  );
}

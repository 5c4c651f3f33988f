import type { Reader } from "@/lib/catalogue/audience";
import type { OpenLesson } from "@/lib/catalogue/lesson";
import { type LessonEnd, lessonEndOf } from "@/lib/progress/lesson-end";
import { whyNext } from "@/lib/progress/next-words";
import { getProgress } from "@/lib/progress/progress";
import { countDue } from "@/lib/review/cards";
import { LinkButton } from "@/lib/ui/button";
import { Meter } from "@/lib/ui/Meter";
import { EndSection } from "./EndSection";
import { lessonEnd } from "./way-through";

interface EndOfLessonProps {
  reader: Reader;
  course: string;
  lesson: OpenLesson;
  best: Readonly<Record<string, number>>;
}

/** How a lesson went, what was shaky in it, and the one thing to do next. */
export async function EndOfLesson({ reader, course, lesson, best }: EndOfLessonProps) {
  const [first] = lesson.exercises;
  if (!first) return null;
  const isBegun = Object.keys(best).length > 0;
  const end = isBegun ? await getEnd(reader, course, lesson.slug) : null;
  return (
    <EndSection id={lessonEnd.id} title={lessonEnd.text}>
      {end ? (
        <>
          <Score {...end} />
          <Shaky shaky={end.shaky} />
          <NextThing next={end.next} />
        </>
      ) : (
        <p className="mt-2">
          You haven’t answered any of its exercises yet.{" "}
          <ExerciseLink slug={first.slug} title={`Start with “${first.title}”`} />
        </p>
      )}
    </EndSection>
  );
}

async function getEnd(reader: Reader, course: string, lesson: string) {
  const [{ mine, others }, due] = await Promise.all([
    getProgress(reader),
    countDue(reader, new Date()),
  ]);
  return lessonEndOf([...mine, ...others], { course, lesson, due });
}

function Score({ earned, possible, right, exercises, open }: LessonEnd) {
  return (
    <>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span>
          {right === exercises
            ? "Every exercise is right."
            : `${right} of ${exercises} exercises are right.`}
        </span>
        <Meter earned={earned} possible={possible} label="Your score" />
      </p>
      {open.length > 0 && right > 0 ? (
        <details className="mt-2 text-sm">
          <summary className="py-1 text-accent">
            {open.length === 1 ? "One you haven’t tried" : `${open.length} you haven’t tried`}
          </summary>
          <Exercises exercises={open} />
        </details>
      ) : null}
    </>
  );
}

function Shaky({ shaky }: Pick<LessonEnd, "shaky">) {
  if (shaky.length === 0) return null;
  return (
    <>
      <h3 className="mt-5 font-semibold">Worth a second look</h3>
      <p className="text-muted text-sm">
        {shaky.length === 1 ? "This one wasn’t" : "These weren’t"} right on your first try.
      </p>
      <Exercises exercises={shaky} />
    </>
  );
}

function Exercises({
  exercises,
}: {
  exercises: readonly { slug: string; title: string; right?: boolean }[];
}) {
  return (
    <ul className="mt-1 list-disc space-y-1 pl-5">
      {exercises.map(({ slug, title, right }) => (
        <li key={slug}>
          <ExerciseLink slug={slug} title={title} />
          {right === undefined ? null : (
            <span className={right ? "text-good" : "text-muted"}>
              {right ? ", now right" : ", not right yet"}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const ExerciseLink = ({ slug, title }: { slug: string; title: string }) => (
  <a href={`#exercise-${slug}`} className="text-accent underline underline-offset-2">
    {title}
  </a>
);

function NextThing({ next }: Pick<LessonEnd, "next">) {
  if (next.kind === "review") {
    return (
      <Next
        href="/review"
        words={next.due > 0 ? "Review now" : "Practise ahead"}
        title={
          next.due > 0
            ? `${next.due} ${next.due === 1 ? "skill is" : "skills are"} due for review.`
            : "Everything in the course is right. New numbers keep you in practice."
        }
      />
    );
  }
  if (next.kind === "open") {
    return (
      <Next
        href={`#exercise-${next.slug}`}
        words="Go to it"
        title={`Next: ${next.title}`}
        why="You haven’t tried this one yet."
      />
    );
  }
  const { course, lesson, exercise, reason } = next.step;
  const begins = reason === "begin";
  return (
    <Next
      href={`/courses/${course}/${lesson.slug}${begins && lesson.earned === 0 ? "" : `#exercise-${exercise.slug}`}`}
      words={begins && lesson.earned === 0 ? `Go to lesson ${lesson.number}` : "Go to it"}
      title={`${begins ? "Next" : "Worth another try"}: ${begins && lesson.earned === 0 ? lesson.title : exercise.title}`}
      why={whyNext(next.step)}
    />
  );
}

interface NextProps {
  href: string;
  words: string;
  title: string;
  why?: string;
}

const Next = ({ href, words, title, why }: NextProps) => (
  <p className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-sm bg-accent-soft px-4 py-3">
    <span className="min-w-56 flex-1">
      <strong className="font-medium">{title}</strong>
      {why ? <span className="block text-sm">{why}</span> : null}
    </span>
    <LinkButton variant="primary" size="small" href={href}>
      {words}
    </LinkButton>
  </p>
);

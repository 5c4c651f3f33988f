import { getLearner } from "@/lib/auth/guest";
import { getProgress, type Progress } from "@/lib/progress/progress";
import { countDue } from "@/lib/review/cards";
import { CourseCard } from "./CourseCard";
import { KeepUp } from "./KeepUp";
import { NextUp } from "./NextUp";

export default async function HomePage() {
  const learner = await getLearner();
  const [progress, due] = await Promise.all([getProgress(learner), countDue(learner, new Date())]);
  const { mine, others } = progress;
  const isNew = mine.length === 0;
  return (
    <div className="mx-auto max-w-2xl pt-12">
      <h1 className="font-semibold font-serif text-4xl leading-tight tracking-tight">
        {isNew
          ? "Work it out by hand. See exactly where you slipped."
          : "Pick up where you left off"}
      </h1>
      {isNew ? (
        <p className="mt-4 font-serif text-lg text-muted leading-relaxed">
          Every exercise gives you numbers of your own, checks each answer you type, and shows you
          where a wrong one came from.
        </p>
      ) : null}
      <Now progress={progress} due={due} />
      <Courses id="mine" title="Your courses" courses={mine} />
      <Courses id="others" title={isNew ? "Courses" : "More courses"} courses={others} />
    </div>
  );
}

/** The one next thing, and what is due for review beside it. */
function Now({ progress: { mine, others, next }, due }: { progress: Progress; due: number }) {
  const courses = [...mine, ...others];
  if (!next) return mine.length > 0 ? <KeepUp courses={mine} due={due} /> : null;
  const title = courses.find(({ slug }) => slug === next.course)?.title;
  return (
    <>
      <NextUp next={next} course={courses.length > 1 ? title : undefined} />
      {due > 0 ? (
        <p className="mt-3 font-sans text-sm">
          Also: {due} {due === 1 ? "skill is" : "skills are"} due for{" "}
          <a href="/review" className="text-accent underline underline-offset-2">
            review
          </a>
          .
        </p>
      ) : null}
    </>
  );
}

interface CoursesProps {
  id: string;
  title: string;
  courses: Progress["mine"];
}

function Courses({ id, title, courses }: CoursesProps) {
  if (courses.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-12">
      <h2 id={id} className="font-sans font-semibold text-lg">
        {title}
      </h2>
      <ul className="mt-3 border-line border-b">
        {courses.map((course) => (
          <CourseCard key={course.slug} course={course} heading="h3" />
        ))}
      </ul>
    </section>
  );
}

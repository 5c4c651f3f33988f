import type { Metadata } from "next";
import { KeepUp } from "@/app/KeepUp";
import { NextUp } from "@/app/NextUp";
import { getLearner } from "@/lib/auth/guest";
import type { CourseProgress } from "@/lib/progress/course-progress";
import type { NextStep } from "@/lib/progress/next-step";
import { getProgress } from "@/lib/progress/progress";
import { countDue } from "@/lib/review/cards";
import { Lessons } from "./Lessons";
import { Skills } from "./Skills";

export const metadata: Metadata = { title: "Progress" };

interface Props {
  searchParams: Promise<{ skill?: string | string[]; course?: string | string[] }>;
}

export default async function ProgressPage({ searchParams }: Props) {
  const learner = await getLearner();
  const [{ mine, others, next }, due, asked] = await Promise.all([
    getProgress(learner),
    countDue(learner, new Date()),
    searchParams,
  ]);
  const skill = [asked.skill].flat()[0];
  // Of the courses that are not theirs, one that the address asks for.
  const wanted = [asked.course].flat()[0] ?? skill?.split(".")[0];
  const courses =
    mine.length > 0 ? [...mine, ...others.filter(({ slug }) => slug === wanted)] : others;
  const nextIn = courses.find(({ slug }) => slug === next?.course);
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Your progress</h1>
      {learner.viewer ? null : (
        <p className="mt-3 text-muted">
          You’re not signed in: this is what you’ve done in this browser.{" "}
          <a href="/sign-in?next=/progress" className="text-accent underline underline-offset-2">
            Sign in
          </a>{" "}
          to keep it for good.
        </p>
      )}
      {next ? (
        <NextUp next={next} course={courses.length > 1 ? nextIn?.title : undefined} />
      ) : mine.length > 0 ? (
        <KeepUp courses={mine} due={due} />
      ) : null}
      {courses.map((course) => (
        <Course key={course.slug} course={course} wanted={skill} next={next} />
      ))}
    </div>
  );
}

interface CourseProps {
  course: CourseProgress;
  /** The skill that the address asks for. */
  wanted: string | undefined;
  next: NextStep | null;
}

function Course({ course, wanted, next }: CourseProps) {
  const { slug, title, lessons } = course;
  return (
    <section aria-labelledby={`course-${slug}`} className="mt-10">
      <h2 id={`course-${slug}`} className="font-semibold font-serif text-2xl">
        <a href={`/courses/${slug}`} className="hover:text-accent hover:underline">
          {title}
        </a>
      </h2>
      <Skills course={course} wanted={wanted} next={next} />
      <h3 id={`lessons-${slug}`} className="mt-10 font-semibold text-xl">
        Lessons
      </h3>
      <Lessons course={slug} lessons={lessons} current={next?.lesson.id ?? null} />
    </section>
  );
}

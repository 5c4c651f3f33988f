import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DraftMark } from "@/app/CourseCard";
import { LessonRow } from "@/app/LessonRow";
import { NextUp } from "@/app/NextUp";
import { enterCourse } from "@/lib/access/enter-course";
import { hoursInWords, hoursOf } from "@/lib/catalogue/course-time";
import { findCourse } from "@/lib/catalogue/lesson";
import type { CourseProgress } from "@/lib/progress/course-progress";
import { nextStepOf } from "@/lib/progress/next-step";
import { getCourseProgress } from "@/lib/progress/progress";
import { Breadcrumb } from "@/lib/ui/site/Breadcrumb";
import { CourseSkills } from "./CourseSkills";

interface Props {
  params: Promise<{ course: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course } = await enterCourse("page /courses/[course]", (await params).course);
  const contents = await findCourse(course.slug);
  return contents ? { title: contents.title, description: contents.summary } : {};
}

/** A course before its lessons: what it teaches, for whom, how long it takes, and how far the reader is. */
export default async function CoursePage({ params }: Props) {
  const { course: slug } = await params;
  const { course: notes, learner } = await enterCourse("page /courses/[course]", slug);
  const contents = await findCourse(slug);
  if (!contents) notFound();
  const course = await getCourseProgress(learner, contents);
  const next = nextStepOf([course]);
  return (
    <div className="mx-auto max-w-2xl pt-10">
      <Breadcrumb
        above={[
          { href: "/", label: "Home" },
          { href: "/courses", label: "Courses" },
        ]}
        here={course.title}
      />
      <h1 className="mt-2 font-semibold font-serif text-4xl leading-tight tracking-tight">
        {course.title}
        {course.draft ? <DraftMark /> : null}
      </h1>
      <p className="mt-4 font-serif text-muted text-xl leading-relaxed">{course.summary}</p>
      <Facts course={course} />
      {next ? <NextUp next={next} /> : null}
      <Outcomes outcomes={course.outcomes} />
      <section aria-labelledby="lessons" className="mt-10 font-sans">
        <h2 id="lessons" className="font-semibold text-lg">
          Lessons
        </h2>
        <ol className="mt-3 border-line border-t">
          {course.lessons.map((lesson) => (
            <LessonRow key={lesson.id} course={slug} lesson={lesson} />
          ))}
        </ol>
      </section>
      <CourseSkills course={course} sectionOn={notes.sectionOn} />
      {notes.hasGlossary ? (
        <p className="mt-8 font-sans text-sm">
          <a
            href={`/courses/${slug}/glossary`}
            className="text-accent underline underline-offset-2"
          >
            Glossary
          </a>
          <span className="text-muted">: every term of the course in a sentence or two.</span>
        </p>
      ) : null}
    </div>
  );
}

function Facts({ course }: { course: CourseProgress }) {
  const hours = hoursOf(course);
  const count = course.lessons.length;
  return (
    <dl className="mt-5 space-y-1 font-sans text-[0.95rem]">
      {course.audience ? (
        <div>
          <dt className="inline font-medium">Who it’s for: </dt>
          <dd className="inline">{course.audience}</dd>
        </div>
      ) : null}
      <div>
        <dt className="inline font-medium">How long: </dt>
        <dd className="inline">
          {count} {count === 1 ? "lesson" : "lessons"}
          {hours === null ? "" : `, ${hoursInWords(hours)} in all`}
        </dd>
      </div>
    </dl>
  );
}

function Outcomes({ outcomes }: Pick<CourseProgress, "outcomes">) {
  if (outcomes.length === 0) return null;
  return (
    <section aria-labelledby="outcomes" className="mt-10 font-sans">
      <h2 id="outcomes" className="font-semibold text-lg">
        What you’ll be able to do
      </h2>
      <ul className="mt-3 list-disc space-y-1 pl-5">
        {outcomes.map((outcome) => (
          <li key={outcome}>{outcome}</li>
        ))}
      </ul>
    </section>
  );
}

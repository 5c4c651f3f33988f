import type { Metadata } from "next";
import { getLearner } from "@/lib/auth/guest";
import { getProgress } from "@/lib/course/progress";
import { Lessons } from "./Lessons";
import { Skills } from "./Skills";
import { WhatNext } from "./WhatNext";

export const metadata: Metadata = { title: "Progress" };

interface Props {
  searchParams: Promise<{ skill?: string | string[] }>;
}

export default async function ProgressPage({ searchParams }: Props) {
  const { userId, viewer } = await getLearner();
  const [{ courses, next }, { skill }] = await Promise.all([getProgress(userId), searchParams]);
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Your progress</h1>
      {viewer ? null : (
        <p className="mt-3 text-muted">
          You are not signed in: this is what this browser did.{" "}
          <a href="/sign-in?next=/progress" className="text-accent underline underline-offset-2">
            Sign in
          </a>{" "}
          to keep it for good.
        </p>
      )}
      <WhatNext next={next} />
      {courses.map((course) => (
        <div key={course.slug}>
          <Skills course={course} wanted={[skill].flat()[0]} next={next} />
          <h2 id={`lessons-${course.slug}`} className="mt-10 font-semibold text-xl">
            {course.title}
          </h2>
          <Lessons
            course={course.slug}
            lessons={course.lessons}
            current={next?.lesson.id ?? null}
          />
        </div>
      ))}
    </div>
  );
}

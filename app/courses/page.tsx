import type { Metadata } from "next";
import { CourseCard } from "@/app/CourseCard";
import { getLearner } from "@/lib/auth/guest";
import { getProgress } from "@/lib/progress/progress";
import { Breadcrumb } from "@/lib/ui/site/Breadcrumb";

export const metadata: Metadata = { title: "Courses" };

/** Every course that the reader sees, their own first. */
export default async function CoursesPage() {
  const { mine, others } = await getProgress(await getLearner());
  const courses = [...mine, ...others];
  return (
    <div className="mx-auto max-w-2xl pt-10">
      <Breadcrumb above={[{ href: "/", label: "Home" }]} here="Courses" />
      <h1 className="mt-2 font-semibold font-serif text-4xl tracking-tight">Courses</h1>
      {courses.length === 0 ? (
        <p className="mt-6">There are no courses for you yet. If your school has one, sign in.</p>
      ) : (
        <ul className="mt-6 border-line border-b">
          {courses.map((course) => (
            <CourseCard key={course.slug} course={course} heading="h2" />
          ))}
        </ul>
      )}
    </div>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/course/courses";
import { listReviews } from "@/lib/authoring/review/reviews";
import { PageLinks } from "@/lib/ui/PageLinks";
import { pageOf } from "@/lib/ui/page-of";
import { CourseHeading } from "../CourseHeading";
import { ReviewTable } from "./ReviewTable";

export const metadata: Metadata = { title: "Reviews" };

interface Props {
  params: Promise<{ course: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

/** What is to be published once another author approves, and what became of the rest. */
export default async function ReviewsPage({ params, searchParams }: Props) {
  const { course: slug } = await params;
  await enter("page /write/[course]/reviews", { course: slug });
  const course = await findWritten(slug);
  if (!course) notFound();
  const list = await listReviews(course.id, pageOf(await searchParams));
  const { waiting, decided, page, pages } = list;
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <CourseHeading course={course} here="Reviews" />
      <p className="mt-6 max-w-2xl">
        {course.reviewed
          ? "Another author approves what is published here. To publish, ask for a review: one of the others publishes it, or says what should change."
          : "Authors and co-authors publish without a review here. An author can change that in the settings."}
      </p>
      {waiting.length > 0 ? (
        <>
          <h2 className="mt-8 font-semibold text-lg">Waiting</h2>
          <ReviewTable course={slug} label="Waiting" reviews={waiting} />
        </>
      ) : null}
      {decided.length > 0 ? (
        <>
          <h2 className="mt-8 font-semibold text-lg">Decided</h2>
          <ReviewTable course={slug} label="Decided" reviews={decided} />
        </>
      ) : null}
      <PageLinks
        page={page}
        pages={pages}
        href={`/write/${slug}/reviews`}
        older="Older reviews"
        newer="Newer reviews"
      />
    </div>
  );
}

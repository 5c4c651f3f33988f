import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/courses";
import { listReviews } from "@/lib/authoring/reviews";
import { LocalTime } from "@/lib/ui/LocalTime";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";
import { CourseHeading } from "../CourseHeading";
import { reviewStates } from "./review-states";

export const metadata: Metadata = { title: "Reviews" };

interface Props {
  params: Promise<{ course: string }>;
}

/** What is to be published once another author approves, and what became of the latest. */
export default async function ReviewsPage({ params }: Props) {
  const { course: slug } = await params;
  await enter("page /write/[course]/reviews", { course: slug });
  const course = await findWritten(slug);
  if (!course) notFound();
  const reviews = await listReviews(course.id);
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <CourseHeading course={course} here="Reviews" />
      <p className="mt-6 max-w-2xl">
        {course.reviewed
          ? "Another author approves what is published here. To publish, ask for a review: one of the others publishes it, or says what should change."
          : "Authors and co-authors publish without a review here. An author can change that in the settings."}
      </p>
      {reviews.length > 0 ? (
        <ScrollBox label="Reviews" className="mt-6">
          <table className="w-full min-w-xl text-left text-sm">
            <TableHead heads={["What changed", "Asked by", "When", "State"]} />
            <tbody>
              {reviews.map(({ id, note, askedBy, askedAt, state }) => (
                <tr key={id} className="border-line border-b align-top">
                  <td className="break-words py-1.5 pr-4">
                    <a
                      href={`/write/${slug}/reviews/${id}`}
                      className="text-accent underline underline-offset-2"
                    >
                      {note}
                    </a>
                  </td>
                  <td className="py-1.5 pr-4">{askedBy?.name ?? "a former author"}</td>
                  <td className="py-1.5 pr-4 text-muted">
                    <LocalTime at={askedAt} zone="UTC" />
                  </td>
                  <td className="py-1.5">{reviewStates[state]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : null}
    </div>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findWritten } from "@/lib/authoring/course/courses";
import { filesIn, latestTree } from "@/lib/authoring/files/files";
import {
  comparisonMark,
  isOnlyWriter,
  listApprovers,
  overtakenFiles,
} from "@/lib/authoring/review/approval";
import { reviewChecks } from "@/lib/authoring/review/review-checks";
import { filesWith, findReview, type Review } from "@/lib/authoring/review/reviews";
import { isId } from "@/lib/db/id";
import { LocalTime } from "@/lib/ui/LocalTime";
import { CourseHeading } from "../../CourseHeading";
import { FileDifferences } from "../../FileDifferences";
import { reviewStates } from "../review-states";
import { ApprovalNote } from "./ApprovalNote";
import { CheckLines } from "./CheckLines";
import { DecideForm } from "./DecideForm";

export const metadata: Metadata = { title: "A review" };

interface Props {
  params: Promise<{ course: string; review: string }>;
}

/** What an author wants published: how it differs from what is, what its check says, and the decision. */
export default async function ReviewPage({ params }: Props) {
  const { course: slug, review: id } = await params;
  const viewer = await enter("page /write/[course]/reviews/[review]", { course: slug, review: id });
  const course = await findWritten(slug);
  const review = course && isId(id) ? await findReview(course.id, id) : null;
  if (!course || !review) notFound();
  const isWaiting = review.state === "waiting";
  const before = await latestTree(course.id);
  const after = isWaiting ? await filesWith(course.id, review) : null;
  const asked = review.askedBy?.id === viewer.id;
  const wrote = isOnlyWriter(review, viewer.id);
  const overtaken = overtakenFiles(before, review);
  const mayApprove = !asked && !wrote && overtaken.length === 0;
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <CourseHeading course={course} here="Reviews" />
      <h2 className="mt-6 break-words font-semibold text-lg">{review.note}</h2>
      <p className="text-muted text-sm">
        Asked by {review.askedBy?.name ?? "a former author"},{" "}
        <LocalTime at={review.askedAt} zone="UTC" />
      </p>
      {after ? (
        <>
          <CheckLines course={slug} checks={await reviewChecks(course.id, before, after)} />
          <ApprovalNote
            course={slug}
            {...{ asked, wrote, overtaken }}
            approvers={await listApprovers(course.id, review)}
          />
          <DecideForm
            course={slug}
            review={id}
            asked={asked}
            seen={mayApprove ? comparisonMark(before, review) : null}
          />
          <FileDifferences before={await filesIn(before)} after={after} />
        </>
      ) : (
        <Decided review={review} />
      )}
    </div>
  );
}

function Decided({ review: { state, decidedBy, decidedAt, comment, files } }: { review: Review }) {
  return (
    <div className="mt-4 text-sm">
      <p>
        {reviewStates[state]}
        {decidedBy ? ` by ${decidedBy.name}` : ""}
        {decidedAt ? (
          <>
            , <LocalTime at={decidedAt} zone="UTC" />
          </>
        ) : null}
        .
      </p>
      {comment ? <p className="mt-2 max-w-2xl whitespace-pre-wrap break-words">{comment}</p> : null}
      <p className="mt-2 text-muted">{Object.keys(files).join(", ")}</p>
    </div>
  );
}

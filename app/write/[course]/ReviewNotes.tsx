import type { ReviewNotice, ReviewNotices } from "@/lib/authoring/review/review-notices";

interface ReviewNotesProps extends ReviewNotices {
  course: string;
  viewerId: string;
}

/** What became of requests for a review: those that wait, and the viewer’s last where it was declined. */
export function ReviewNotes({ course, viewerId, waiting, declined }: ReviewNotesProps) {
  if (waiting.length === 0 && !declined) return null;
  return (
    <ul className="mt-2 text-sm">
      {declined ? (
        <li className="mb-2 break-words rounded-sm bg-half-soft px-3 py-2">
          <Notice course={course} notice={declined} /> was declined
          {declined.decidedBy ? ` by ${declined.decidedBy.name}` : ""}: {declined.comment}
        </li>
      ) : null}
      {waiting.map((notice) => (
        <li key={notice.id} className="mb-2 break-words rounded-sm bg-accent-soft px-3 py-2">
          {ownerOf(notice, viewerId)} request <Notice course={course} notice={notice} /> waits for
          an approval.
        </li>
      ))}
    </ul>
  );
}

const ownerOf = ({ askedBy }: ReviewNotice, viewerId: string) =>
  askedBy?.id === viewerId ? "Your" : `${askedBy?.name ?? "A former author"}’s`;

const Notice = ({ course, notice: { id, note } }: { course: string; notice: ReviewNotice }) => (
  <a href={`/write/${course}/reviews/${id}`} className="text-accent underline underline-offset-2">
    “{note}”
  </a>
);

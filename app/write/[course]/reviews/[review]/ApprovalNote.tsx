interface ApprovalNoteProps {
  course: string;
  /** Whether the viewer asked for the review, or alone wrote what it is about. */
  asked: boolean;
  wrote: boolean;
  /** Files that were published anew since it was asked for. */
  overtaken: readonly string[];
  /** Names of the authors who can approve it. */
  approvers: readonly string[];
}

const either = new Intl.ListFormat("en", { type: "disjunction" });
const all = new Intl.ListFormat("en", { type: "conjunction" });

/** Why a viewer cannot approve a review, and what there is to do; nothing where they can. */
export function ApprovalNote({ course, asked, wrote, overtaken, approvers }: ApprovalNoteProps) {
  if (overtaken.length > 0)
    return (
      <p role="status" className="mt-4 max-w-3xl break-words text-sm">
        Another version of {all.format(overtaken)} is published since this review was asked for.
        Approving it would undo that, as you see below, so nobody can.{" "}
        {asked ? "Withdraw it, and ask again from " : "Decline it; a new one is asked for from "}
        <a href={`/write/${course}`} className="text-accent underline underline-offset-2">
          the course’s lessons
        </a>
        .
      </p>
    );
  if (!asked && !wrote) return null;
  return (
    <p className="mt-4 max-w-3xl break-words text-sm">
      {asked
        ? "Another author has to approve this."
        : "You alone wrote this since it was last published, so another author has to approve it."}{" "}
      {approvers.length > 0 ? (
        `${either.format(approvers)} can.`
      ) : (
        <>
          Right now nobody can: one author asked, and the other wrote it all. Withdraw it and let
          the writer ask, or add an author in{" "}
          <a
            href={`/write/${course}/settings`}
            className="text-accent underline underline-offset-2"
          >
            the settings
          </a>
          .
        </>
      )}
    </p>
  );
}

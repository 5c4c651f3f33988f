import type { Review } from "@/lib/authoring/review/reviews";
import { LocalTime } from "@/lib/ui/LocalTime";
import { ScrollBox } from "@/lib/ui/ScrollBox";
import { TableHead } from "@/lib/ui/TableHead";
import { reviewStates } from "./review-states";

interface ReviewTableProps {
  course: string;
  label: string;
  reviews: readonly Review[];
}

/** Reviews of a course, each with what became of it. */
export function ReviewTable({ course, label, reviews }: ReviewTableProps) {
  return (
    <ScrollBox label={label} className="mt-2">
      <table className="w-full min-w-xl text-left text-sm">
        <TableHead heads={["What changed", "Asked by", "When", "State"]} />
        <tbody>
          {reviews.map(({ id, note, askedBy, askedAt, decidedBy, state }) => (
            <tr key={id} className="border-line border-b align-top">
              <td className="break-words py-1.5 pr-4">
                <a
                  href={`/write/${course}/reviews/${id}`}
                  className="text-accent underline underline-offset-2"
                >
                  {note}
                </a>
              </td>
              <td className="py-1.5 pr-4">{askedBy?.name ?? "a former author"}</td>
              <td className="py-1.5 pr-4 text-muted">
                <LocalTime at={askedAt} zone="UTC" />
              </td>
              <td className="py-1.5">
                {reviewStates[state]}
                {decidedBy ? ` by ${decidedBy.name}` : ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

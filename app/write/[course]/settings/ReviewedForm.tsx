import { Button } from "@/lib/ui/button";
import { setCourseReviewed } from "./actions";

interface ReviewedFormProps {
  course: string;
  reviewed: boolean;
  /** Whether nobody else writes the course. */
  isAlone: boolean;
}

/** Sets whether another author approves what is published. */
export function ReviewedForm({ course, reviewed, isAlone }: ReviewedFormProps) {
  return (
    <form action={setCourseReviewed} className="mt-2 text-sm">
      <input type="hidden" name="course" value={course} />
      <p>
        {reviewed
          ? "Another author has to approve what is published."
          : "Authors and co-authors publish without a review."}
        {reviewed && isAlone
          ? " There is no other author yet, so nothing can be published: add one."
          : ""}
      </p>
      <Button
        type="submit"
        size="small"
        name="reviewed"
        value={reviewed ? "no" : "yes"}
        className="mt-2"
      >
        {reviewed ? "Publish without a review" : "Have another author approve first"}
      </Button>
    </form>
  );
}

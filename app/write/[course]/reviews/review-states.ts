import type { Review } from "@/lib/authoring/review/reviews";

export const reviewStates: Readonly<Record<Review["state"], string>> = {
  waiting: "Waiting",
  published: "Approved and published",
  declined: "Declined",
  withdrawn: "Withdrawn",
};

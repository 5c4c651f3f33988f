"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { findWritten } from "@/lib/authoring/course/courses";
import {
  type Approved,
  approveReview,
  commentForm,
  declineReview,
  withdrawReview,
} from "@/lib/authoring/review/decide-review";
import { formatIssue } from "@/lib/content";
import { isId } from "@/lib/db/id";
import { firstErrors, textIn } from "@/lib/ui/filled-form";
import { type DecideState, undecided } from "./decide-state";

const placeIn = (form: FormData) => ({
  course: textIn(form, "course"),
  review: textIn(form, "review"),
});

async function reviewOf(place: ReturnType<typeof placeIn>, userId: string) {
  const course = await findWritten(place.course);
  return course && isId(place.review) ? { course, userId, id: place.review } : null;
}

/** Publishes what a review asks for, or has it checked first. */
export async function approve(_: DecideState, sent: FormData): Promise<DecideState> {
  const form = formIn(sent);
  const place = placeIn(form);
  const viewer = await enter("action /write/[course]/reviews/[review]/actions approve", place);
  const review = await reviewOf(place, viewer.id);
  const approved: Approved = review
    ? await approveReview(review, textIn(form, "seen"))
    : { status: "not-yours" };
  if (approved.status === "published")
    redirect(`/write/${place.course}?published=${approved.number}`);
  if (approved.status === "checking") return { ...undecided, checking: approved };
  // The page then shows what is so by now, the new comparison among it.
  revalidatePath(`/write/${place.course}/reviews/${place.review}`);
  return { ...undecided, errors: { form: wordsOf(approved) } };
}

function wordsOf(approved: Exclude<Approved, { status: "published" | "checking" }>): string {
  switch (approved.status) {
    case "refused":
      return `Not published. ${approved.issues.map(formatIssue).join("\n")}`;
    case "unchanged":
      return "All of this is published already.";
    case "overtaken":
    case "outdated":
      return "Not published. Another version is published since you opened this page. Look at what differs now, below, before you decide.";
    case "wrote-it":
      return "You alone wrote this, so another author has to approve it.";
    case "needs-review":
    case "not-yours":
      return notWaiting;
  }
}

const notWaiting = "This isn’t waiting for you any more. Reload the page.";

/** Declines what a review asks for. */
export async function decline(_: DecideState, sent: FormData): Promise<DecideState> {
  const form = formIn(sent);
  const place = placeIn(form);
  const viewer = await enter("action /write/[course]/reviews/[review]/actions decline", place);
  const comment = textIn(form, "comment");
  const read = commentForm.safeParse({ comment });
  if (!read.success) return { ...undecided, comment, errors: firstErrors(read.error) };
  const review = await reviewOf(place, viewer.id);
  const isDeclined = review !== null && (await declineReview(review, read.data.comment));
  if (!isDeclined) return { ...undecided, comment, errors: { form: notWaiting } };
  redirect(`/write/${place.course}/reviews`);
}

/** Takes back what one asked for. */
export async function withdraw(sent: FormData): Promise<void> {
  const place = placeIn(formIn(sent));
  const viewer = await enter("action /write/[course]/reviews/[review]/actions withdraw", place);
  const review = await reviewOf(place, viewer.id);
  if (review) await withdrawReview(review);
  redirect(`/write/${place.course}/reviews`);
}

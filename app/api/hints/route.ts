import { submissionForm } from "@/lib/answering/exercise-form";
import { takeHintNow } from "@/lib/assessment/answer-form";
import { formRoute } from "@/lib/auth/form-route";

export const POST = formRoute(submissionForm, takeHintNow);

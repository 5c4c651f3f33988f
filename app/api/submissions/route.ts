import { submissionForm } from "@/lib/answering/exercise-form";
import { submitAnswer } from "@/lib/assessment/sitting/answer-form";
import { formRoute } from "@/lib/auth/form-route";

export const POST = formRoute(submissionForm, submitAnswer);

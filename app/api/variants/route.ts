import { submissionForm } from "@/lib/answering/exercise-form";
import { takeNewNumbers } from "@/lib/assessment/sitting/answer-form";
import { formRoute } from "@/lib/auth/form-route";

export const POST = formRoute(submissionForm, takeNewNumbers);

import { submissionForm } from "@/lib/answering/exercise-form";
import { showSolution } from "@/lib/assessment/sitting/answer-form";
import { formRoute } from "@/lib/auth/form-route";

export const POST = formRoute(submissionForm, showSolution);

import { formRoute } from "@/lib/auth/form-route";
import { submissionForm } from "@/lib/course/exercise-form";
import { newNumbers } from "@/lib/course/submission-form";

export const POST = formRoute(submissionForm, newNumbers);

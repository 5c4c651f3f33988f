import { formRoute } from "@/lib/auth/form-route";
import { solution, submissionForm } from "@/lib/course/submission-form";

export const POST = formRoute(submissionForm, solution);

import { formRoute } from "@/lib/auth/form-route";
import { newNumbers, submissionForm } from "@/lib/course/submission-form";

export const POST = formRoute(submissionForm, newNumbers);

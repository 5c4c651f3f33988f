import { formRoute } from "@/lib/auth/form-route";
import { hint, submissionForm } from "@/lib/course/submission-form";

export const POST = formRoute(submissionForm, hint);

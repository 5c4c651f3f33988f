import { formRoute } from "@/lib/auth/form-route";
import { submissionForm, submit } from "@/lib/course/submission-form";

export const POST = formRoute(submissionForm, submit);

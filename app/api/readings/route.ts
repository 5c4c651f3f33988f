import { formRoute } from "@/lib/auth/form-route";
import { readingForm, tellReading } from "@/lib/course/reading";

export const POST = formRoute(readingForm, tellReading);

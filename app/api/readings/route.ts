import { readingForm, tellReading } from "@/lib/answering/reading";
import { formRoute } from "@/lib/auth/form-route";

export const POST = formRoute(readingForm, tellReading);

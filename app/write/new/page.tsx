import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { NewCourseForm } from "./NewCourseForm";

export const metadata: Metadata = { title: "New course" };

export default async function NewCoursePage() {
  await enter("page /write/new", {});
  return (
    <div className="mx-auto max-w-lg pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">New course</h1>
      <p className="mt-2 text-muted">
        A course is a list of lessons. Nobody sees it until you publish it, and you can change the
        title and the summary later.
      </p>
      <NewCourseForm />
    </div>
  );
}

import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { listCourseTitles } from "@/lib/catalogue/lesson";
import { timeZones } from "@/lib/cohort/time-zone";
import { NewSectionForm } from "./NewSectionForm";

export const metadata: Metadata = { title: "New section" };

export default async function NewSectionPage() {
  await enter("page /sections/new", {});
  return (
    <div className="mx-auto max-w-lg pt-10 font-sans">
      <h1 className="font-semibold font-serif text-3xl">New section</h1>
      <p className="mt-2 text-muted">
        A group of students who take a course together. You can change all of this later.
      </p>
      <NewSectionForm courses={await listCourseTitles()} zones={timeZones} />
    </div>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { findCourse } from "@/lib/catalogue/lesson";
import { findSectionHead } from "@/lib/cohort/section";
import { findSettings } from "@/lib/cohort/settings";
import { timeZones } from "@/lib/cohort/time-zone";
import { SectionHeading } from "../SectionHeading";
import { JoinCode } from "./JoinCode";
import { SettingsForm } from "./SettingsForm";

export const metadata: Metadata = { title: "Section settings" };

interface Props {
  params: Promise<{ section: string }>;
}

export default async function SettingsPage({ params }: Props) {
  const { section } = await params;
  const viewer = await enter("page /sections/[section]/settings", { section });
  const [head, settings] = await Promise.all([
    findSectionHead(viewer, section),
    findSettings(section),
  ]);
  const course = settings && (await findCourse(settings.course.slug));
  if (!head || !course) notFound();
  const lessons = course.lessons.map(({ id, number, title }) => ({
    id,
    title: `${number}. ${title}`,
    taken: !settings.leavesOut.includes(id),
  }));
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="Settings" />
      <div className="mt-8 grid grid-cols-1 gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,32rem)_1fr]">
        <section>
          <h2 className="font-semibold text-lg">The section</h2>
          <SettingsForm settings={settings} lessons={lessons} zones={timeZones} />
        </section>
        <section>
          <h2 className="font-semibold text-lg">Joining by code</h2>
          <JoinCode section={section} code={settings.joinCode} />
          <h2 className="mt-12 font-semibold text-lg">Next term</h2>
          <p className="mt-2 max-w-md">
            <a href={`/sections/${section}/copy`} className="text-accent underline">
              Copy this section
            </a>{" "}
            with its settings, staff and assignments, all dates moved, and no students.
          </p>
        </section>
      </div>
    </div>
  );
}

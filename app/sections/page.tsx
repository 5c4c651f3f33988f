import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { listOpenLive } from "@/lib/cohort/live/session";
import { listSections, listTakenSections } from "@/lib/cohort/section";
import { LinkButton } from "@/lib/ui/button";
import { JoinForm } from "./JoinForm";
import { LiveNotice } from "./LiveNotice";

export const metadata: Metadata = { title: "Sections" };

export default async function SectionsPage() {
  const viewer = await enter("page /sections", {});
  const [taught, taken] = await Promise.all([listSections(viewer), listTakenSections(viewer.id)]);
  const live = await listOpenLive(taken.map(({ id }) => id));
  const mayTeach = viewer.role !== "student";
  return (
    <div className="mx-auto max-w-3xl pt-10 font-sans">
      <div className="flex flex-wrap items-baseline justify-between gap-4">
        <h1 className="font-semibold font-serif text-3xl">Your sections</h1>
        {mayTeach ? (
          <LinkButton href="/sections/new" variant="primary" size="small">
            New section
          </LinkButton>
        ) : null}
      </div>
      {live.length > 0 ? (
        <div className="mt-6 flex flex-col gap-2">
          {live.map(({ id, sectionId, title }) => (
            <LiveNotice key={id} sectionId={sectionId} title={title} />
          ))}
        </div>
      ) : null}
      {mayTeach && taught.length === 0 ? (
        <p className="mt-4 text-muted">
          You don’t teach a section yet. Create one, and your students can join with a code or from
          a list.
        </p>
      ) : null}
      {taught.length > 0 ? (
        <>
          <h2 className="mt-8 font-semibold text-lg">You teach</h2>
          <ul className="mt-2 border-line border-t">
            {taught.map(({ id, name, course, students }) => (
              <li key={id} className="border-line border-b">
                <a href={`/sections/${id}`} className={row}>
                  <span className="font-medium">{name}</span>
                  <span className="text-muted text-sm">{course}</span>
                  <span className="ml-auto text-sm">
                    {students} {students === 1 ? "student" : "students"}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {taken.length > 0 ? (
        <>
          <h2 className="mt-8 font-semibold text-lg">You learn in</h2>
          <ul className="mt-2 border-line border-t">
            {taken.map(({ id, name, course }) => (
              <li key={id} className="border-line border-b">
                <a href={`/sections/${id}/mine`} className={row}>
                  <span className="font-medium">{name}</span>
                  <span className="text-muted text-sm">{course.title}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2 className="mt-10 font-semibold text-lg">Join a section</h2>
      <JoinForm />
    </div>
  );
}

const row = "flex flex-wrap items-baseline gap-x-4 py-3 hover:bg-accent-soft";

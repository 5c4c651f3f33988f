import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { listMoveTargets, listPeople } from "@/lib/cohort/people";
import { findSectionHead } from "@/lib/cohort/section";
import { LinkButton } from "@/lib/ui/button";
import { NoStudents } from "../NoStudents";
import { SectionHeading } from "../SectionHeading";
import { PeopleTable } from "./PeopleTable";
import { PersonForm } from "./PersonForm";

export const metadata: Metadata = { title: "People" };

interface Props {
  params: Promise<{ section: string }>;
  searchParams: Promise<{ person?: string | string[] }>;
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const { section } = await params;
  const viewer = await enter("page /sections/[section]/people", { section });
  const [head, people, { person }] = await Promise.all([
    findSectionHead(viewer, section),
    listPeople(section),
    searchParams,
  ]);
  if (!head) notFound();
  const chosen = head.mayChange ? people.find(({ id }) => id === [person].flat()[0]) : undefined;
  const students = people.filter(({ role, removedAt }) => role === "student" && !removedAt).length;
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="People">
        {head.mayChange ? (
          <span className="flex flex-wrap gap-2">
            <LinkButton href={`/sections/${section}/settings`} size="small">
              Join code
            </LinkButton>
            <LinkButton href={`/sections/${section}/people/invitations`} size="small">
              Invitations
            </LinkButton>
            <LinkButton href={`/sections/${section}/people/import`} size="small" variant="primary">
              Import a roster
            </LinkButton>
          </span>
        ) : null}
      </SectionHeading>
      {chosen ? (
        <PersonForm
          key={chosen.id}
          section={section}
          person={chosen}
          targets={await listMoveTargets(viewer, section)}
        />
      ) : null}
      <div className="mt-6">
        {students === 0 ? (
          <NoStudents section={head} />
        ) : (
          <p className="text-muted text-sm">
            {students} {students === 1 ? "student" : "students"}
          </p>
        )}
      </div>
      <PeopleTable section={section} people={people} mayChange={head.mayChange} />
    </div>
  );
}

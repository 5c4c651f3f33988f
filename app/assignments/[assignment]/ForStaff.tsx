import { notFound } from "next/navigation";
import { findAssignmentHead } from "@/lib/assessment/setting/assignment-head";
import { LinkButton } from "@/lib/ui/button";

/** What staff see at the address that their students work at: the way to their own page. */
export async function ForStaff({ assignment }: { assignment: string }) {
  const head = await findAssignmentHead(assignment);
  if (!head) notFound();
  const { id, title, section } = head;
  return (
    <div className="mx-auto max-w-3xl pt-10 font-sans">
      <p className="text-muted text-sm">{section.name}</p>
      <h1 className="break-words font-semibold font-serif text-3xl">{title}</h1>
      <p className="mt-4">
        Students of the section work on this here. You’re not one of them, so you have nothing to
        hand in.
      </p>
      <p className="mt-4">
        <LinkButton href={`/sections/${section.id}/assignments/${id}`}>Open it as staff</LinkButton>
      </p>
    </div>
  );
}

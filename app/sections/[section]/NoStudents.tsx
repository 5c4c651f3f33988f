import type { SectionHead } from "@/lib/cohort/section";

/** What a section without students says, and how they come into it. */
export function NoStudents({ section: { id, mayChange } }: { section: SectionHead }) {
  if (!mayChange) return <p className="text-muted text-sm">There are no students here yet.</p>;
  return (
    <p className="text-sm">
      There are no students here yet.{" "}
      <a href={`/sections/${id}/people/import`} className={link}>
        Import a roster
      </a>
      , or give them{" "}
      <a href={`/sections/${id}/settings`} className={link}>
        the code to join by
      </a>
      .
    </p>
  );
}

const link = "text-accent underline underline-offset-2";

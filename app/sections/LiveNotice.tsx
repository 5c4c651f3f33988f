import { LinkButton } from "@/lib/ui/button";

interface LiveNoticeProps {
  sectionId: string;
  /** Of the exercise. */
  title: string;
}

/** Leads a student to the exercise that is open in their section. */
export function LiveNotice({ sectionId, title }: LiveNoticeProps) {
  return (
    <aside
      aria-label="Open now"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-sm border border-accent bg-accent-soft px-4 py-3"
    >
      <p>
        Open in class now: <strong className="font-medium">{title}</strong>
      </p>
      <LinkButton variant="primary" href={`/sections/${sectionId}/live/answer`}>
        Answer it
      </LinkButton>
    </aside>
  );
}

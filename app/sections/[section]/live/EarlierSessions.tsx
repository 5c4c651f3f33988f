import type { LiveSession } from "@/lib/cohort/live/session";
import { LocalTime } from "@/lib/ui/LocalTime";

interface EarlierSessionsProps {
  sectionId: string;
  sessions: readonly LiveSession[];
}

/** What was answered together before, each with the way to how it went. */
export function EarlierSessions({ sectionId, sessions }: EarlierSessionsProps) {
  if (sessions.length === 0) return null;
  return (
    <section className="mt-12 max-w-xl" aria-labelledby="earlier">
      <h2 id="earlier" className="font-semibold text-lg">
        Other times
      </h2>
      <ul className="mt-2 border-line border-t">
        {sessions.map(({ id, title, startedAt, timeZone, open }) => (
          <li key={id} className="border-line border-b">
            <a
              href={`/sections/${sectionId}/live${open ? "" : `?session=${id}`}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 py-2 hover:bg-accent-soft"
            >
              <span>{title}</span>
              <span className="text-muted text-sm">
                {open ? "open now" : <LocalTime at={startedAt} zone={timeZone} />}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

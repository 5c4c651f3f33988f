import type { Standing } from "@/lib/authoring/editor/remote";

const words: Readonly<Record<Standing["state"], string>> = {
  saved: "Saved",
  saving: "Saving…",
  offline: "Not saved yet: the server can’t be reached. Keep this page open, and we’ll try again.",
  "signed-out":
    "Not saved yet: you’re signed out. Sign in again in another tab, and what you typed is saved.",
  gone: "This file isn’t in the course any more. Copy what you still need.",
  "too-long": "Not saved: a lesson can’t be this long. Split it into two.",
};

/** Whether what was typed is kept, and who else is writing here. */
export function StandingLine({ standing: { state, others } }: { standing: Standing }) {
  const isTrouble = state !== "saved" && state !== "saving";
  return (
    <p role="status" className="mt-2 flex flex-wrap gap-x-4 text-sm">
      <span className={isTrouble ? "text-bad" : "text-muted"}>{words[state]}</span>
      {others.length > 0 ? (
        <span>
          {new Intl.ListFormat("en").format(others)} {others.length === 1 ? "is" : "are"} writing
          here too. You see each other’s changes.
        </span>
      ) : null}
    </p>
  );
}

import type { Standing, State } from "@/lib/authoring/editor/standing";

const words: Readonly<Record<State, string>> = {
  saved: "Saved",
  saving: "Saving…",
  offline: "Not saved yet: the server can’t be reached. Keep this page open, and we’ll try again.",
  trouble:
    "Not saved yet: something went wrong on our side. Keep this page open, and we’ll try again.",
  "too-fast":
    "Not saved yet: more was sent than we take in a minute. Keep this page open, and we’ll try again.",
  "signed-out":
    "Not saved yet: you’re signed out. Sign in again in another tab, and what you typed is saved.",
  gone: "Not saved: this file isn’t in the course any more. If it’s put back, we’ll save what you typed; else copy what you need.",
  "too-long":
    "Not saved: a lesson can’t be this long. Take some out, or move a part to another lesson.",
  refused:
    "Not saved: we couldn’t read what you typed last. Copy what you need, and reload the page.",
};

/** Whether what was typed is kept, and who else is writing here. */
export function StandingLine({ standing: { state, others, isMerged } }: { standing: Standing }) {
  const isTrouble = state !== "saved" && state !== "saving";
  return (
    <p role="status" className="mt-2 flex flex-wrap gap-x-4 text-sm">
      <span className={isTrouble ? "text-bad" : "text-muted"}>{words[state]}</span>
      {isMerged ? (
        <span>
          The text was changed while this page was away. What you typed is in it: look whether it
          still fits.
        </span>
      ) : null}
      {others.length > 0 ? (
        <span>
          {new Intl.ListFormat("en").format(others)} {others.length === 1 ? "is" : "are"} writing
          here too. You see each other’s changes.
        </span>
      ) : null}
    </p>
  );
}

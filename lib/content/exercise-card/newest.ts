import type { PublicPart } from "./public-result";
import type { Responses } from "./responses";
import type { SubmissionReply } from "./send";

/** What stands in one variant's form by now. */
export interface Newest {
  readonly responses: Responses;
  readonly results: Readonly<Record<string, PublicPart>>;
  readonly others: Responses;
  readonly standing: SubmissionReply["standing"];
}

/** The server's answer for a page's forms, by the numbers' marks. */
export type NewestReply = Readonly<Record<string, Newest>>;

/** A form that wants to know what is newest whenever its window comes to the front. */
export interface Watcher {
  readonly owner: string;
  readonly versionId: string;
  readonly number: number;
  readonly mark: string;
  /** The assigned exercise, where it is graded. */
  readonly assigned?: string;
  /** Called before the server is asked; what comes back takes the answer: null where it knows nothing of the variant, or
   *  could not be reached. */
  readonly ask: () => (newest: Newest | null) => void;
}

const watchers = new Set<Watcher>();
const signs = ["focus", "pageshow", "online"] as const;
let asking = false;

/** Starts telling a form; what comes back stops it. */
export function watchNewest(watcher: Watcher): () => void {
  if (watchers.size === 0) {
    for (const sign of signs) addEventListener(sign, askAll);
    document.addEventListener("visibilitychange", askAll);
  }
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** One question for all forms of the page. */
async function askAll(event: Event): Promise<void> {
  const isFirstShow = event.type === "pageshow" && !(event as PageTransitionEvent).persisted;
  if (document.hidden || isFirstShow || asking) return;
  asking = true;
  const asked = [...watchers].map((watcher) => ({ watcher, take: watcher.ask() }));
  const reply = await fetchNewest(asked.map(({ watcher }) => watcher));
  asking = false;
  for (const { watcher, take } of asked) take(reply[watcher.mark] ?? null);
}

async function fetchNewest(forms: readonly Watcher[]): Promise<NewestReply> {
  const address = new URLSearchParams({ owner: forms[0]?.owner ?? "" });
  for (const { versionId, number, mark, assigned } of forms) {
    const graded = assigned ? `.${assigned}` : "";
    address.append("at", `${versionId}.${number}.${mark}${graded}`);
  }
  try {
    const response = await fetch(`/api/drafts?${address}`, { signal: AbortSignal.timeout(10_000) });
    return response.ok ? await response.json() : {};
  } catch {
    return {};
  }
}

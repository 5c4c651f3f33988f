import { useState } from "react";
import type { IncomingAnswer } from "@/lib/authoring/sync/preview";

export type IncomingState =
  | { readonly step: "start"; readonly error?: string }
  | { readonly step: "busy" }
  | { readonly step: "told"; readonly answer: IncomingAnswer; readonly body: File | null };

/** Asks at an address what would change if files came in, and brings them in once that was looked at. What is sent, a zip or
 *  nothing, is the same both times. */
export function useIncoming(address: string) {
  const [state, setState] = useState<IncomingState>({ step: "start" });
  const send = async (body: File | null, search: string) => {
    setState({ step: "busy" });
    setState(await answerOf(`${address}${search}`, body));
  };
  return {
    state,
    look: (body: File | null) => send(body, ""),
    apply: (take: readonly string[]) => {
      if (state.step !== "told") return;
      const words = [["seen", state.answer.plan.mark], ...take.map((path) => ["take", path])];
      return send(state.body, `?${new URLSearchParams(words)}`);
    },
    leave: () => setState({ step: "start" }),
  };
}

async function answerOf(url: string, body: File | null): Promise<IncomingState> {
  const error = "The server can’t be reached. Nothing was changed; try again.";
  try {
    const response = await fetch(url, { method: "POST", body });
    const said = await response.json();
    if (response.ok) return { step: "told", answer: said, body };
    return { step: "start", error: said.message ?? error };
  } catch {
    return { step: "start", error };
  }
}

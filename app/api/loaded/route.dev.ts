import { loadedChannel } from "@/lib/catalogue/loaded-channel";
import { listen } from "@/lib/db/listen";

export const dynamic = "force-dynamic";

const encoder = new TextEncoder();

/** Tells pages, as server-sent events, each time that lessons were loaded. Development serves it alone. */
export function GET(): Response {
  let leave = () => {};
  const events = new ReadableStream<Uint8Array>({
    start(controller) {
      leave = listen(loadedChannel, () => controller.enqueue(encoder.encode("data: loaded\n\n")));
    },
    cancel: () => leave(),
  });
  return new Response(events, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
    },
  });
}

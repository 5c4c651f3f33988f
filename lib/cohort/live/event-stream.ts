import "server-only";
import type { Watcher } from "./room";
import { watchLive } from "./watch";

/** What waits for a browser that reads slowly, in messages. Each state is whole, so it misses nothing but what is old. */
const MOST_WAITING = 4;

/** How long a browser waits before it asks anew, in ms. */
const RETRY = 2000;

const encoder = new TextEncoder();

/** A live session as server-sent events: `state` with each change of its figures, whole each time, so that who lost the
 *  line needs nothing but the next one; `over` with the last when it is closed; a comment now and then in between. It ends
 *  when the session is closed, when the watcher may see it no longer, or when nobody reads it. */
export function liveEvents(
  liveId: string,
  { who, mayStay }: Pick<Watcher, "who" | "mayStay">,
): ReadableStream<Uint8Array> {
  let leave = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(`retry: ${RETRY}\n\n`));
        leave = watchLive(liveId, { ...written(controller), who, mayStay });
      },
      cancel: () => leave(),
    },
    { highWaterMark: MOST_WAITING },
  );
}

/** Writes to a stream: what there is no room for waits, and only the newest of it. */
function written(
  controller: ReadableStreamDefaultController<Uint8Array>,
): Pick<Watcher, "send" | "beat" | "end"> {
  let waiting: string | null = null;
  const hasRoom = () => (controller.desiredSize ?? 0) > 0;
  const write = (text: string) => controller.enqueue(encoder.encode(text));
  const send = (state: string) => {
    waiting = hasRoom() ? null : state;
    if (waiting === null) write(eventOf("state", state));
  };
  return {
    send,
    beat: () => {
      if (waiting !== null) send(waiting);
      else if (hasRoom()) write(": still here\n\n");
    },
    end: (last) => {
      if (last !== null) write(eventOf("over", last));
      controller.close();
    },
  };
}

/** JSON has no line breaks of its own. */
const eventOf = (name: string, data: string) => `event: ${name}\ndata: ${data}\n\n`;

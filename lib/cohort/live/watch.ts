import "server-only";
import { liveChannel } from "@/lib/answering/keep-submission";
import { listen } from "@/lib/db/listen";
import { Room, type Watcher } from "./room";

/** Proxies close what is silent for long: a minute, most of them. */
const BEAT = 10_000;

interface Watching {
  readonly rooms: Map<string, Room>;
  /** Ends the connection that hears of answers and the beats; null while nobody watches. */
  stop: (() => void) | null;
}

// Kept on globalThis: a process listens on one connection, however many of its bundles hold this module.
const held = globalThis as typeof globalThis & { chainruleWatching?: Watching };

/** Lets somebody watch a live session: they get its state now and with each change, until they leave, by the function that
 *  this gives, or are sent away. While anybody watches, this process listens for answers on one connection. */
export function watchLive(liveId: string, watcher: Watcher): () => void {
  held.chainruleWatching ??= { rooms: new Map(), stop: null };
  const { rooms } = held.chainruleWatching;
  const room = rooms.get(liveId) ?? new Room(liveId, close);
  rooms.set(liveId, room);
  held.chainruleWatching.stop ??= start(rooms);
  return room.enter(watcher);
}

/** Whether as many watch a live session in this process as it holds. */
export const isFull = (liveId: string): boolean =>
  held.chainruleWatching?.rooms.get(liveId)?.isFull ?? false;

function start(rooms: Watching["rooms"]): () => void {
  const stopListening = listen(liveChannel, (liveId) => {
    if (liveId !== null) rooms.get(liveId)?.hear();
    else for (const room of rooms.values()) room.hear();
  });
  const beats = setInterval(() => {
    for (const room of rooms.values()) room.beat();
  }, BEAT);
  return () => {
    stopListening();
    clearInterval(beats);
  };
}

function close({ liveId }: Room): void {
  const watching = held.chainruleWatching;
  if (!watching?.rooms.delete(liveId) || watching.rooms.size > 0) return;
  watching.stop?.();
  watching.stop = null;
}

import { setTimeout as wait } from "node:timers/promises";

/** Follows a server's requests, so that it can be ended without leaving any of them unanswered. */
export function drainable(server) {
  const open = new Set();
  const sockets = new Set();
  let draining = false;
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });

  /** To be called with each response before it is begun. */
  function follow(response) {
    open.add(response);
    if (draining) response.setHeader("Connection", "close");
    response.on("close", () => {
      open.delete(response);
      if (draining) server.closeIdleConnections();
    });
  }

  /** Takes no new connections, waits until what was asked is answered, `grace` ms at most, and closes the rest. */
  async function drain(grace) {
    draining = true;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const response of open) {
      if (!response.headersSent) response.setHeader("Connection", "close");
      // It has no end of its own, and its browser asks the next server for it.
      else if (isEventStream(response)) response.destroy();
    }
    server.closeIdleConnections();
    // Browsers open connections that they may never use, and Node does not call those idle.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    const over = new AbortController();
    await Promise.race([closed, wait(grace, null, { signal: over.signal }).catch(() => {})]);
    over.abort();
    server.closeAllConnections();
  }

  return { follow, drain };
}

const isEventStream = (response) =>
  String(response.getHeader("content-type")).startsWith("text/event-stream");

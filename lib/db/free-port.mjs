import net from "node:net";

/** Ports that no system gives to outgoing connections, so that a free one is still free when it is used later. */
const [FIRST, LAST] = [15_000, 32_000];

/** A port of this machine that nothing uses. */
export async function freePort() {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) return port;
  }
}

/** Listens as servers do, on this machine alone and on every address: either may be what another program holds. */
async function isFree(port) {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port));
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}

import net from "node:net";

/**
 * Where to serve: PORT (3000) on HOST, which is this machine alone unless it is set.
 * @param {Record<string, string | undefined>} env
 */
export function readAddress(env = process.env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT must be a number from 1 to 65535, but it is ${env.PORT}.`);
  }
  return { host: env.HOST || "127.0.0.1", port };
}

const reasons = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken: stop whatever uses it, or choose another port, as in PORT=${port === 65535 ? 3000 : port + 1} npm start.`,
  EACCES: ({ port }) => `Port ${port} isn’t open to this account: choose one above 1023 with PORT.`,
  EADDRNOTAVAIL: ({ host }) => `HOST is ${host}, which isn’t an address of this machine.`,
  ENOTFOUND: ({ host }) => `HOST is ${host}, which isn’t an address of this machine.`,
};

/** What went wrong when a server was to listen there, in words. */
export function cannotListen(error, address) {
  const reason = reasons[error.code];
  return new Error(
    reason
      ? reason(address)
      : `Cannot serve on ${address.host}:${address.port} (${error.message}).`,
  );
}

/** Resolves when a server listens there; throws one sentence when it cannot. */
export function listen(server, address) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(cannotListen(error, address)));
    server.listen(address.port, address.host, resolve);
  });
}

/** Throws when nobody could serve there: asked before the long work, so that nobody waits for it in vain. */
export async function checkAddress(address) {
  const server = net.createServer();
  await listen(server, address);
  await new Promise((resolve) => server.close(resolve));
}

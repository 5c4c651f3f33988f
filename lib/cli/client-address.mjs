import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * Which addresses are proxies of ours, by TRUSTED_PROXIES: addresses and networks, as in `10.0.0.0/8, 2001:db8::7`, or how
 * many proxies stand in a row before us. Unset, none is.
 * @param {string | undefined} said
 * @returns {(address: string, hop: number) => boolean}
 */
export function readTrustedProxies(said = process.env.TRUSTED_PROXIES) {
  const words = (said ?? "").split(/[\s,]+/).filter(Boolean);
  if (words.length === 1 && /^\d+$/.test(words[0])) return (_, hop) => hop < Number(words[0]);
  const networks = words.map(readNetwork);
  return (address) =>
    ipaddr.isValid(address) &&
    networks.some(([network, bits]) => {
      const asked = ipaddr.process(address);
      return asked.kind() === network.kind() && asked.match(network, bits);
    });
}

function readNetwork(word) {
  const isWhole = isIP(word.split("/")[0]) !== 0;
  if (isWhole && ipaddr.isValidCIDR(word)) return ipaddr.parseCIDR(word);
  if (!isWhole || !ipaddr.isValid(word)) {
    throw new Error(
      `TRUSTED_PROXIES must be addresses and networks, such as 10.0.0.0/8, or how many proxies there are: ${word} is neither.`,
    );
  }
  const address = ipaddr.process(word);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

/**
 * Where a request comes from: the connection's other end, and where that is a proxy of ours, what it says, and so on. What
 * nobody trusted said counts for nothing: anybody can send X-Forwarded-For.
 */
export function clientAddress(request, isProxy) {
  const said = request.headers["x-forwarded-for"]?.split(",").map((one) => one.trim()) ?? [];
  const hops = [request.socket.remoteAddress ?? "unknown", ...said.reverse().filter(Boolean)];
  const client = hops.findIndex((address, hop) => !isProxy(address, hop));
  const address = hops[client === -1 ? hops.length - 1 : client];
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address;
}

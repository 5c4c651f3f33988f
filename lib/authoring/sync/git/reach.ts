import "server-only";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { type Address, isAllowedPath, isNamed } from "./address";
import { GitRefused } from "./git-refused";

/** How git is to reach a repository: what it may speak, and settings that hold it to the place that was looked at. */
export interface Reach {
  readonly protocol: "https" | "ssh" | "file";
  readonly settings: readonly string[];
  readonly ssh?: string;
}

/** How to reach an address. A host that nobody named must be a public one, and git is held to the address that was found to be
 *  so: asked again, its name could lead into our own network. Throws GitRefused. */
export async function reachOf(address: Address): Promise<Reach> {
  if (address.is === "path") {
    if (!(await isAllowedPath(address.path)))
      throw new GitRefused("There’s no repository in that folder that may be followed.");
    return { protocol: "file", settings: [] };
  }
  const { host, port } = address;
  const ip = await publicAddressOf(host);
  if (address.is === "https") {
    // A number leads nowhere else.
    if (isIP(bare(host))) return { protocol: "https", settings: [] };
    const shown = ip.includes(":") ? `[${ip}]` : ip;
    return { protocol: "https", settings: [`http.curloptResolve=${host}:${port}:${shown}`] };
  }
  const ssh = [
    "ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=15",
    `-o HostName=${ip} -o HostKeyAlias=${host}`,
  ].join(" ");
  return { protocol: "ssh", settings: [], ssh };
}

const bare = (host: string): string => host.replace(/^\[|\]$/g, "");

async function publicAddressOf(host: string): Promise<string> {
  const found = await lookup(bare(host), { all: true }).catch(() => []);
  const [first] = found;
  if (!first) throw new GitRefused(`There’s no server named ${host}.`);
  const isPublic = found.every(({ address }) => ipaddr.process(address).range() === "unicast");
  if (isPublic || isNamed(host)) return first.address;
  throw new GitRefused(
    `${host} is in this server’s own network. Ask the people who run it to name it in GIT_REMOTE_HOSTS.`,
  );
}

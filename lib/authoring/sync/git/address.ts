import "server-only";
import { realpath } from "node:fs/promises";
import path from "node:path";

/** A repository's address, taken apart. */
export type Address =
  | { readonly is: "https" | "ssh"; readonly host: string; readonly port: number }
  | { readonly is: "path"; readonly path: string };

/** The hosts that whoever runs the server lets authors follow, GIT_REMOTE_HOSTS; null where any public one will do. */
const hostsAllowed = (): readonly string[] | null => {
  const said = process.env.GIT_REMOTE_HOSTS?.trim();
  return said ? said.toLowerCase().split(/[\s,]+/) : null;
};

/** Whether whoever runs the server has named this host: then it may be in their own network. */
export const isNamed = (host: string): boolean => hostsAllowed()?.includes(host) ?? false;

/** The folders of this machine whose repositories may be followed, GIT_REMOTE_PATHS; none where it is not set. */
const pathsAllowed = (): readonly string[] =>
  (process.env.GIT_REMOTE_PATHS ?? "").split(path.delimiter).filter((one) => path.isAbsolute(one));

/** What an address leads to; undefined where it is none that git is to be run with. */
export function addressOf(url: string): Address | undefined {
  if (/[\s\p{Cc}]/u.test(url)) return undefined;
  if (path.isAbsolute(url)) return { is: "path", path: url };
  const short = /^[A-Za-z0-9_][\w.-]*@([A-Za-z0-9][A-Za-z0-9.-]*):(?![-/]{2})[^-].*$/.exec(url);
  if (short) return { is: "ssh", host: short[1]!.toLowerCase(), port: 22 };
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port, password } = new URL(url);
  const host = hostname.toLowerCase();
  if (!host || host.startsWith("-") || password) return undefined;
  if (protocol === "https:") return { is: "https", host, port: Number(port || 443) };
  if (protocol === "ssh:") return { is: "ssh", host, port: Number(port || 22) };
  return undefined;
}

/** Why a repository at this address cannot be followed, in a sentence; undefined where it may be. */
export function addressProblem(url: string): string | undefined {
  const address = addressOf(url);
  if (!address)
    return "Give the repository’s https or ssh address, without a password in it, such as https://github.com/you/course.git.";
  if (address.is === "path") {
    return pathsAllowed().length > 0
      ? undefined
      : "Folders of this server can’t be followed. Give an https or ssh address.";
  }
  if (address.is === "https" && new URL(url).username)
    return "Leave the name out of the address: it would be stored for your co-authors to read.";
  const allowed = hostsAllowed();
  if (allowed && !allowed.includes(address.host))
    return `Courses here may follow ${allowed.join(", ")} alone. Ask the people who run this server.`;
  if (address.is === "ssh" && !allowed)
    return "This server has no ssh key for authors. Give an https address, or ask the people who run it.";
  return undefined;
}

/** Whether a path is in one of the folders that may be followed, links in it followed. */
export async function isAllowedPath(asked: string): Promise<boolean> {
  const real = await realpath(asked).catch(() => null);
  if (!real) return false;
  const roots = await Promise.all(pathsAllowed().map((root) => realpath(root).catch(() => null)));
  return roots.some((root) => root !== null && real.startsWith(root + path.sep));
}

import "server-only";
import { realpath } from "node:fs/promises";
import path from "node:path";

/** A repository's address, taken apart. */
export type Address =
  | {
      readonly is: "https" | "ssh";
      readonly host: string;
      readonly port: number;
      /** As git is given it. */
      readonly url: string;
    }
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

/** A name of a host, or its number, without anything that one program reads as the end of it and another does not. */
const host = String.raw`[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\]`;

/** An address in which every program finds the same host: a letter more is allowed nowhere. A name stands before an ssh host
 *  alone. */
const whole = new RegExp(
  String.raw`^(?:https://|ssh://(?:[A-Za-z0-9_][\w.-]*@)?)(?:${host})(?::\d{1,5})?(?:/[\w.~!$&'()*+,;=:@%/-]*)?$`,
  "i",
);

const short = /^[A-Za-z0-9_][\w.-]*@([A-Za-z0-9][A-Za-z0-9.-]*):(?![-/]{2})[^-][!-~]*$/;

/** What an address leads to; undefined where it is none that git is to be run with. */
export function addressOf(text: string): Address | undefined {
  if (/[\s\p{Cc}]/u.test(text)) return undefined;
  if (path.isAbsolute(text)) return { is: "path", path: text };
  const [, named] = short.exec(text) ?? [];
  if (named) return { is: "ssh", host: named.toLowerCase(), port: 22, url: text };
  if (!whole.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, hostname, port, href: url } = new URL(text);
  const is = protocol === "https:" ? "https" : "ssh";
  const usual = is === "https" ? 443 : 22;
  return { is, host: hostname.toLowerCase(), port: Number(port || usual), url };
}

/** Why a repository at this address cannot be followed, in a sentence; undefined where it may be. */
export function addressProblem(text: string): string | undefined {
  if (/^https:\/\/[^/]*@/i.test(text))
    return "Leave the name out of the address: it would be stored for your co-authors to read.";
  const address = addressOf(text);
  if (!address)
    return "Give the repository’s https or ssh address, without a password in it, such as https://github.com/you/course.git.";
  if (address.is === "path") {
    return pathsAllowed().length > 0
      ? undefined
      : "Folders of this server can’t be followed. Give an https or ssh address.";
  }
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

import "server-only";
import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { GitRefused } from "./git-refused";
import type { Reach } from "./reach";

/** How long one run of git may take, in ms. */
const longest = 60_000;

/** Bytes that a repository may fill: one commit of a course and what lies beside it. */
const largest = 200_000_000;

/** Bytes that git may say: the files of a course, or the list of them. */
const mostSaid = 40_000_000;

/** How often what it has filled is looked at, in ms. */
const often = 250;

/** What git must not do, whoever wrote the repository: ask for a password, go where a server sends it, run a hook. */
const settings = [
  "http.followRedirects=false",
  "credential.helper=",
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "transfer.fsckObjects=true",
  "protocol.allow=never",
];

interface Run {
  readonly reach: Reach;
  /** A folder of this run alone, where all it writes goes. */
  readonly folder: string;
  readonly input?: string;
}

/** Runs git, without a shell, and gives what it says. Nothing of this machine's settings reaches it, and nothing of its own
 *  environment. Throws GitRefused where it fails, takes too long, or brings too much. */
export async function runGit(
  words: readonly string[],
  { reach, folder, input = "" }: Run,
): Promise<Buffer> {
  const own = [...settings, `protocol.${reach.protocol}.allow=always`, ...reach.settings];
  const child = spawn("git", [...own.flatMap((one) => ["-c", one]), ...words], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      LC_ALL: "C",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_TERMINAL_PROMPT: "0",
      GIT_ASKPASS: "/bin/false",
      GIT_ALLOW_PROTOCOL: reach.protocol,
      ...(reach.ssh && { GIT_SSH_COMMAND: reach.ssh }),
    } as unknown as NodeJS.ProcessEnv,
    // Its helpers end with it.
    detached: true,
  });
  let why: string | undefined;
  const end = (reason: string) => {
    why ??= reason;
    try {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  const timer = setTimeout(() => end("It took longer than a minute."), longest);
  const watch = setInterval(async () => {
    if ((await sizeOf(folder)) > largest) end("It is larger than 200 MB.");
  }, often);
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  try {
    const [said, complaint, code] = await Promise.all([
      textOf(child.stdout, end),
      textOf(child.stderr, end),
      new Promise<number | null>((resolve, reject) => {
        child.on("error", reject);
        child.on("close", resolve);
      }),
    ]);
    if (code === 0) return said;
    throw new GitRefused(why ?? inWords(complaint.toString()));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new GitRefused("git isn’t installed on this server. Ask the people who run it.");
    throw error;
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}

/** What a stream says; where it is more than any course, `end` stops it. A tree can list itself without end. */
async function textOf(stream: Readable, end: (reason: string) => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > mostSaid) end("It has more files than a course may have.");
    else chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What git complains of, for an author. Its own words may name folders of this machine. */
function inWords(complaint: string): string {
  const branch = /Remote branch (\S+) not found/.exec(complaint)?.[1];
  if (branch) return `The repository has no branch ${branch}.`;
  if (/could not read Username|Authentication failed|Permission denied|403/i.test(complaint))
    return "The repository is private: this server may not read it.";
  if (/not found|does not exist|not appear to be a git repository|404/i.test(complaint))
    return "There’s no repository at that address.";
  if (/Host key verification failed/i.test(complaint))
    return "This server doesn’t know that host’s key. Ask the people who run it.";
  if (/redirect|returned error: 3\d\d/i.test(complaint))
    return "The repository has moved. Give the address that it leads to.";
  return "git couldn’t read the repository. Check the address and the branch.";
}

/** Bytes that a folder's files fill; those that vanish meanwhile are none. */
async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map(async (name) => {
    const is = await stat(path.join(folder, name)).catch(() => null);
    return is?.isFile() ? is.size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

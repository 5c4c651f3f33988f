import "server-only";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type CourseFiles, fileLimits, inMegabytes } from "@/lib/content";
import { type Foreign, ownFiles } from "../own-files";
import { addressOf, addressProblem } from "./address";
import { GitRefused } from "./git-refused";
import { type Reach, reachOf } from "./reach";
import type { Remote } from "./remote";
import { runGit } from "./run-git";

/** What the folder in the repository may hold. */
const most = { entries: 5_000, bytes: 30_000_000 } as const;

export interface RemoteFiles {
  readonly commit: string;
  readonly files: CourseFiles;
  readonly foreign: Foreign;
}

/** The files of a course as a repository's branch has them now, byte by byte. Its newest commit alone is brought here, into a
 *  folder that is gone afterwards, and nothing is checked out. Throws GitRefused. */
export async function readRemote({ url, branch, folder }: Remote): Promise<RemoteFiles> {
  const problem = addressProblem(url);
  const address = addressOf(url);
  // Whoever runs the server may have changed what is allowed since it was saved.
  if (problem || !address) throw new GitRefused(problem ?? "There’s no repository there.");
  const reach = await reachOf(address);
  const from = address.is === "path" ? pathToFileURL(address.path).href : address.url;
  const place = await mkdtemp(path.join(tmpdir(), "chainrule-git-"));
  try {
    const clone = ["clone", "--bare", "--depth=1", "--single-branch", "--no-tags", "--quiet"];
    await runGit([...clone, `--branch=${branch}`, "--", from, "repository"], {
      reach,
      folder: place,
    });
    return await filesIn(new Repository(place, reach), folder);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

class Repository {
  constructor(
    private readonly place: string,
    private readonly reach: Reach,
  ) {}

  run(words: readonly string[], input?: string): Promise<Buffer> {
    const run = { reach: this.reach, folder: this.place, ...(input && { input }) };
    return runGit(["--git-dir=repository", ...words], run);
  }
}

interface TreeEntry {
  readonly path: string;
  readonly id: string;
  readonly size: number;
}

async function filesIn(repository: Repository, folder: string): Promise<RemoteFiles> {
  const commit = (await repository.run(["rev-parse", "HEAD"])).toString().trim();
  const tree = folder ? `HEAD:${folder}` : "HEAD";
  await repository.run(["rev-parse", "--verify", "--quiet", tree]).catch(() => {
    throw new GitRefused(`There’s no folder ${folder} in the repository.`);
  });
  const listed = await repository.run(["ls-tree", "-r", "-l", "-z", "--full-tree", tree]);
  const entries = entriesOf(listed.toString());
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > most.entries || total > most.bytes) {
    const limit = `${most.entries.toLocaleString("en-GB")} files or ${inMegabytes(most.bytes)}`;
    throw new GitRefused(`The folder holds more than ${limit}. Name the course’s folder alone.`);
  }
  return { commit, ...ownFiles(await contentsOf(repository, entries)) };
}

/** What `ls-tree -l -z` lists. */
function entriesOf(listed: string): TreeEntry[] {
  return listed.split("\0").flatMap((line) => {
    const [, mode = "", id = "", size = "", path = ""] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(line) ?? [];
    if (!path) return [];
    if (mode === "120000")
      throw new GitRefused(`${path} is a link to another file. Put the file itself in its place.`);
    // A repository in the repository is none of ours.
    return mode === "160000" ? [] : [{ path, id, size: Number(size) }];
  });
}

async function contentsOf(
  repository: Repository,
  entries: readonly TreeEntry[],
): Promise<CourseFiles> {
  const small = entries.filter(({ size }) => size <= fileLimits.file);
  const asked = small.map(({ id }) => `${id}\n`).join("");
  const said = await repository.run(["cat-file", "--batch"], asked);
  const files = new Map<string, Uint8Array>();
  let at = 0;
  for (const { path: name, size } of small) {
    // `<id> blob <size>`, the bytes, and a line's end.
    const begins = said.indexOf("\n", at) + 1;
    files.set(name, new Uint8Array(said.subarray(begins, begins + size)));
    at = begins + size + 1;
  }
  // Larger than any file may be: what they are does not matter.
  for (const { path: name, size } of entries)
    if (size > fileLimits.file) files.set(name, new Uint8Array(fileLimits.file + 1));
  return files;
}

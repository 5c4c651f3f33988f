import { stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { CourseCopy } from "@/lib/authoring/sync/copy-form";
import { type Pushed, pushedForm } from "@/lib/authoring/sync/exchange";
import { contentIdOf, formatIssue, readFiles } from "@/lib/content";
import { type Outcome, UsageError, type Wanted } from "./arguments";
import { courseFilesIn, keepCopy, readCopy, theirs } from "./course-copy";
import { toldPath, typedPath } from "./place";
import { ask, type Server, serverAt } from "./server";

/** Sends what changed in a course's folder since it was pulled to where the course is written, and publishes it where that is
 *  asked for. Where others changed the same file since, nothing is taken there. */
export async function push({ name, ...wanted }: Wanted): Promise<Outcome> {
  if (wanted.publish !== (wanted.message !== ""))
    throw new UsageError(
      'Publishing needs a note, and a note is for publishing: --publish --message "what changed".',
    );
  const folder = typedPath(name);
  if (!(await stat(folder).catch(() => null))?.isDirectory())
    throw new UsageError(`There is no folder ${name}.`);
  const copy = await readCopy(folder);
  const server = await serverAt(wanted.server, wanted.tokenFile);
  if (copy && copy.server !== server.url && !wanted.server)
    throw new UsageError(
      `${name} was pulled from ${copy.server}, and CHAINRULE_SERVER is ${server.url}. If that is where it is to go, write --server ${server.url}.`,
    );
  const course = copy?.course ?? path.basename(folder);
  // Another server knows nothing of what this one had.
  const base = copy?.server === server.url ? copy.files : {};
  await refuseTheirs(folder);
  const { files, tree } = await changedIn(folder, base);
  const removed = Object.keys(base).filter((file) => !Object.hasOwn(tree, file));
  if (Object.keys(files).length + removed.length === 0 && !wanted.publish)
    return { text: "Nothing has changed since the last pull." };
  const note = wanted.publish ? { publish: wanted.message } : {};
  const first = await ask(server, course, pushedForm, { base, files, removed, ...note });
  const pushed = await onceChecked(first, () =>
    ask(server, course, pushedForm, { base: tree, files: {}, removed: [], ...note }),
  );
  if (pushed.status !== "taken") return notTaken(folder, server, course, pushed);
  const copied = { server: server.url, course, version: copy?.version ?? null, files: tree };
  await keepCopy(folder, withVersion(copied, pushed));
  return outcomeOf(folder, server, course, pushed);
}

async function refuseTheirs(folder: string): Promise<void> {
  const left = [...(await readFiles(folder)).keys()].filter((file) => file.endsWith(theirs));
  if (left.length === 0) return;
  const how = `Put each together with the file beside it, and delete it`;
  throw new Error(`These are still apart: ${left.join(", ")}. ${how}.`);
}

/** What is not as it was pulled, and the ids of all there is. */
async function changedIn(folder: string, base: Readonly<Record<string, string>>) {
  const files: Record<string, string> = {};
  const tree: Record<string, string> = {};
  for (const [file, bytes] of await courseFilesIn(folder)) {
    const id = contentIdOf(bytes);
    tree[file] = id;
    if (base[file] !== id) files[file] = Buffer.from(bytes).toString("base64");
  }
  return { files, tree };
}

/** Between two questions whether the lessons are checked, and all of them together, in ms. */
const [between, longest] = [1000, 600_000];

/** What came of a push once the server has checked the lessons that it publishes, with the changes that were taken first. */
async function onceChecked(first: Pushed, again: () => Promise<Pushed>): Promise<Pushed> {
  const until = Date.now() + longest;
  let pushed = first;
  while (isChecking(pushed) && Date.now() < until) {
    await wait(between);
    pushed = await again();
  }
  if (first.status !== "taken" || pushed.status !== "taken") return pushed;
  return { ...pushed, changes: first.changes };
}

const isChecking = (pushed: Pushed) =>
  pushed.status === "taken" && pushed.published?.status === "checking";

type Taken = Extract<Pushed, { status: "taken" }>;

const withVersion = (copy: CourseCopy, { published }: Taken): CourseCopy => ({
  ...copy,
  version: published?.number ?? copy.version,
});

function notTaken(
  folder: string,
  server: Server,
  course: string,
  pushed: Exclude<Pushed, Taken>,
): Outcome {
  const at = toldPath(folder);
  const lines =
    pushed.status === "refused"
      ? pushed.refused.map(
          ({ path: file, message, mend }) => `${at}/${file}: ${message}\n    ${mend}`,
        )
      : [
          "Changed here and on the server since you pulled:",
          ...pushed.paths.map((file) => `  ${file}`),
          `Pull first: npm run author -- pull ${course} ${at} --server ${server.url}`,
          "It brings the server’s files beside yours, so that you can put them together.",
        ];
  return { text: [...lines, "Nothing was taken on the server."].join("\n"), failed: true };
}

function outcomeOf(
  folder: string,
  { url }: Server,
  course: string,
  { changes, issues, published }: Taken,
): Outcome {
  // The server names files by the course; here they stand in the folder.
  const told = issues.map(({ file = course, ...issue }) =>
    formatIssue({ ...issue, file: toldPath(path.join(folder, path.relative(course, file))) }),
  );
  const text = [
    ...changes.map(({ path: file, what }) => `${what.padEnd(8)}  ${file}`),
    ...told,
    published
      ? publishedLine(published, `${url}/write/${course}`)
      : `They are in the drafts of ${url}/write/${course}.`,
  ];
  const { status = "unchanged" } = published ?? {};
  const failed = issues.length > 0 || (status !== "published" && status !== "unchanged");
  return { text: text.join("\n"), failed };
}

function publishedLine({ status, number }: NonNullable<Taken["published"]>, page: string): string {
  switch (status) {
    case "published":
      return `Version ${number} is published.`;
    case "unchanged":
      return "It is as it was published last, so there is no new version.";
    case "overtaken":
      return "Somebody else published a moment ago. Look at their version, then push again.";
    case "checking":
      return "It isn’t published yet: its lessons are still being checked. Push again in a while.";
    case "needs-review":
      return `It isn’t published: another author approves first. Ask for a review at ${page}.`;
    case "refused":
      return "It isn’t published: mend these first. The files are in the drafts.";
  }
}

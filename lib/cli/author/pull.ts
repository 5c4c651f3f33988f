import path from "node:path";
import { pulledForm } from "@/lib/authoring/sync/exchange";
import { type Change, planOf } from "@/lib/authoring/sync/plan";
import { type CourseFiles, contentIdOf } from "@/lib/content";
import { type Outcome, UsageError, type Wanted } from "./arguments";
import { courseFilesIn, keepCopy, readCopy, theirs, writeCourseFile } from "./course-copy";
import { toldPath } from "./place";
import { ask, serverAt } from "./server";

/** Brings a course that is written on a server into a folder, byte by byte. What changed there alone is written; what changed
 *  here alone stays; where both changed, this side stays and the other is put beside it. */
export async function pull({ name, folder: named, ...wanted }: Wanted): Promise<Outcome> {
  const server = await serverAt(wanted.server, wanted.tokenFile);
  const folder = path.resolve(process.env.INIT_CWD ?? "", named ?? name);
  const copy = await readCopy(folder);
  if (copy && (copy.course !== name || copy.server !== server.url))
    throw new UsageError(`${toldPath(folder)} has ${copy.course} of ${copy.server}. Name another.`);
  const { version, files } = await ask(server, name, pulledForm);
  const there: CourseFiles = new Map(
    Object.entries(files).map(([file, text]) => [file, Buffer.from(text, "base64")]),
  );
  const [here, coming] = [treeOf(await courseFilesIn(folder)), treeOf(there)];
  const changes = planOf({ base: copy?.files ?? {}, published: {}, here, there: coming });
  for (const change of changes) await bring(folder, change, there.get(change.path) ?? null);
  await keepCopy(folder, { server: server.url, course: name, version, files: coming });
  const conflicts = changes.filter(({ what }) => what === "conflict");
  return {
    text: [
      ...changes.map(({ path: file, what }) => `${what.padEnd(8)}  ${file}`),
      `${toldPath(folder)} has ${name} as it is on ${server.url} now.`,
      ...(conflicts.length > 0 ? [inConflict(conflicts, there)] : []),
    ].join("\n"),
    failed: conflicts.length > 0,
  };
}

const treeOf = (files: CourseFiles) =>
  Object.fromEntries([...files].map(([file, bytes]) => [file, contentIdOf(bytes)]));

function bring(folder: string, { path: file, what }: Change, bytes: Uint8Array | null) {
  if (what !== "conflict") return writeCourseFile(folder, file, bytes);
  return writeCourseFile(folder, `${file}${theirs}`, bytes);
}

function inConflict(conflicts: readonly Change[], there: CourseFiles): string {
  const [gone, both] = [
    conflicts.filter(({ path: file }) => !there.has(file)),
    conflicts.filter(({ path: file }) => there.has(file)),
  ].map((some) => some.map(({ path: file }) => file).join(", "));
  return [
    both && `Changed on both sides: ${both}. Your files are as they were, and the server’s stand`,
    both && `  beside them as ${theirs}. Put the two together, delete ${theirs}, and push.`,
    gone &&
      `Changed here, and taken out on the server: ${gone}. Delete them, or push to bring them back.`,
  ]
    .filter(Boolean)
    .join("\n");
}

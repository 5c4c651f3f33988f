import "server-only";
import type { z } from "zod";
import type { Issue } from "@/lib/exercise";
import { checkFiles } from "../check-files";
import { workingFiles } from "../files";
import { publish } from "../publish";
import type { Pulled, Pushed, pushForm } from "./exchange";
import { takeFiles } from "./take-files";

interface PushedTo {
  readonly course: { readonly id: string; readonly slug: string };
  readonly userId: string;
}

/** Brings what changed in somebody's folder into a course's working copy, and publishes it where that is asked for. Where a file
 *  changed on both sides, or cannot come in, nothing is taken. */
export async function takePush(
  { course, userId }: PushedTo,
  { base, removed, publish: note, ...sent }: z.output<typeof pushForm>,
): Promise<Pushed> {
  const files = new Map(
    Object.entries(sent.files).map(([path, text]) => [path, Buffer.from(text, "base64")]),
  );
  const incoming = { files, base, removed };
  const { status, plan } = await takeFiles({ courseId: course.id, userId, incoming });
  if (status === "other") {
    if (plan.refused.length > 0) return { status: "refused", refused: [...plan.refused] };
    const conflicts = plan.changes.filter(({ what }) => what === "conflict");
    return { status: "conflict", paths: conflicts.map(({ path }) => path) };
  }
  const changes = [...plan.changes];
  if (note === undefined) return { status, changes, issues: [...(await issuesOf(course))] };
  const { status: published, ...about } = await publish({ course, userId, note });
  const issues = "issues" in about ? [...about.issues] : [];
  const number = "number" in about ? about.number : undefined;
  return { status, changes, issues, published: { status: published, number } };
}

async function issuesOf({ id, slug }: PushedTo["course"]): Promise<readonly Issue[]> {
  const read = await checkFiles(slug, await workingFiles(id));
  return "issues" in read ? read.issues : [];
}

/** A course's files as its authors have them now, for a folder. */
export async function givePull({
  id,
  slug,
  version,
}: {
  readonly id: string;
  readonly slug: string;
  readonly version: number | null;
}): Promise<Pulled> {
  const files = [...(await workingFiles(id))].map(([path, bytes]) => [
    path,
    Buffer.from(bytes).toString("base64"),
  ]);
  return { course: slug, version, files: Object.fromEntries(files) };
}

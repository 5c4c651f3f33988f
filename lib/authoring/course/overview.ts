import "server-only";
import { checkStates } from "@/lib/authoring/check/checks";
import { lessonsIn } from "@/lib/authoring/check/course-checks";
import { latestTree, listFiles, treeOf, type WrittenFile } from "@/lib/authoring/files/files";
import { type CourseFiles, contentIdOf, courseFrom } from "@/lib/content";
import { readYaml } from "@/lib/content/yaml";
import { db } from "@/lib/db/client";
import type { DraftCheckState } from "@/lib/db/generated/client";
import type { Issue } from "@/lib/exercise";
import { type Move, type MovedLesson, movesBetween } from "./moves";
import { Remembered } from "./remembered";

/** A lesson as the page of its course lists it. */
export interface LessonLine {
  readonly folder: string;
  readonly title: string;
  readonly state: WrittenFile["state"];
  /** Whether it has another place among the lessons than readers see. */
  readonly moved: boolean;
  /** How the check of its text stands; null where nobody has asked for it as it is now. */
  readonly check: DraftCheckState | null;
  readonly updatedAt: Date;
}

/** A course as its authors have it now. */
export interface Overview {
  readonly lessons: readonly LessonLine[];
  /** All files, for what differs from what is published. */
  readonly files: readonly WrittenFile[];
  /** Lessons that changed places since. */
  readonly moves: readonly Move[];
  /** What is wrong with the course as a whole, such as its course.yaml. */
  readonly issues: readonly Issue[];
  /** Folders of lessons that were taken out and can be put back. */
  readonly removed: readonly string[];
}

export async function findOverview({ id: courseId, slug }: CourseOf): Promise<Overview> {
  const [files, now, removed, before] = await Promise.all([
    listFiles(courseId),
    textsOf(courseId),
    listRemoved(courseId),
    latestTree(courseId),
  ]);
  const there = files.filter(({ state }) => state !== "removed");
  const tree = Object.fromEntries(there.map(({ path, id }) => [path, id]));
  const lessons = lessonsIn(now, tree);
  const moves = movesBetween(before, tree);
  const moved = new Map(moves.flatMap((move) => move.lessons.map((one) => [one.to, one])));
  const checks = await checkStates(courseId, lessons);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const issues = wholes.of(JSON.stringify([slug, treeOf(now)]), () => {
    const read = courseFrom(slug, now, slug);
    return "issues" in read ? read.issues : [];
  });
  return {
    files,
    moves,
    issues,
    removed: removed.filter((folder) => !hasSlug(now, slugOf(folder))),
    lessons: lessons.flatMap(({ path, source }, i) => {
      const file = byPath.get(path);
      const [folder = ""] = path.split("/");
      const check = checks[i] ?? null;
      const move = moved.get(folder);
      return file
        ? [
            {
              folder,
              title: titleIn(source) || folder,
              state: stateIn(files, folder, move),
              moved: move !== undefined,
              check,
              updatedAt: file.updatedAt,
            },
          ]
        : [];
    }),
  };
}

interface CourseOf {
  readonly id: string;
  readonly slug: string;
}

/** A lesson has changed where any file in its folder has; that it has another place is another matter. */
function stateIn(
  files: readonly WrittenFile[],
  folder: string,
  move: MovedLesson | undefined,
): WrittenFile["state"] {
  if (move) return move.changed ? "changed" : "published";
  const own = files.filter(({ path }) => path.startsWith(`${folder}/`));
  const text = own.find(({ path }) => path === `${folder}/lesson.mdx`)?.state ?? "new";
  return text === "published" && own.some(({ state }) => state !== "published") ? "changed" : text;
}

const slugOf = (folder: string) => folder.replace(/^\d+-/, "");

const hasSlug = (files: CourseFiles, slug: string) =>
  [...files.keys()].some((path) => slugOf(path.split("/")[0] ?? "") === slug);

/** The texts of a course; not its pictures, which may be many megabytes. */
async function textsOf(courseId: string): Promise<CourseFiles> {
  const rows = await db.courseFile.findMany({
    where: { courseId, text: { not: null }, removedAt: null },
    select: { path: true, text: true },
  });
  return new Map(rows.map(({ path, text }) => [path, Buffer.from(text ?? "")]));
}

async function listRemoved(courseId: string): Promise<string[]> {
  const rows = await db.courseFile.findMany({
    where: { courseId, path: { endsWith: "/lesson.mdx" }, removedAt: { not: null } },
    orderBy: { removedAt: "asc" },
    select: { path: true },
  });
  // A lesson that was published, moved and then taken out went from two places: the last is where its words are.
  const latest = rows.map(({ path }) => path.split("/")[0] ?? "");
  return [...new Map(latest.map((folder) => [slugOf(folder), folder])).values()].toSorted();
}

/** The title in a lesson's front matter; "" where there is none to be read. */
export function titleIn(source: string): string {
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1] ?? "";
  return titles.of(contentIdOf(Buffer.from(front)), () => {
    const read = readYaml(front);
    const title = "value" in read ? (read.value as { title?: unknown } | null)?.title : undefined;
    return typeof title === "string" ? title : "";
  });
}

/** By what the front matter says: the page of a course asks for all of its lessons every time. */
const titles = new Remembered<string>(1_000);

/** What is wrong with the course as a whole, by what its files say. */
const wholes = new Remembered<readonly Issue[]>(100);

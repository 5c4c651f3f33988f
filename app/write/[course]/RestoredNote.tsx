import type { WrittenFile } from "@/lib/authoring/files/files";

interface RestoredNoteProps {
  course: string;
  files: readonly WrittenFile[];
  /** The version that was restored, and the one file where it was one, as the address says. */
  restored?: string | string[];
  file?: string | string[];
}

/** Says that a version is in the drafts, after it was put there; nothing else. */
export function RestoredNote({ course, files, restored, file }: RestoredNoteProps) {
  if (typeof restored !== "string" || !/^[1-9]\d{0,8}$/.test(restored)) return null;
  const one = files.find(({ path }) => path === file)?.path;
  return (
    <p role="status" className="mt-4 rounded-sm bg-good-soft px-3 py-2 text-sm">
      {one ? `${one} of version ${restored}` : `Version ${restored}`} is in your drafts.{" "}
      <a href={`/write/${course}/changes`} className="text-accent underline underline-offset-2">
        See what would change
      </a>{" "}
      once you publish it.
    </p>
  );
}

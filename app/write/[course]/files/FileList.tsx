import type { FileBeside } from "@/lib/authoring/files/files-beside";
import { Button } from "@/lib/ui/button";
import { removeFile } from "./actions";

interface FileListProps {
  readonly course: string;
  readonly files: readonly FileBeside[];
}

/** The pictures and data of a course, each with how a lesson names it. */
export function FileList({ course, files }: FileListProps) {
  if (files.length === 0) return <p className="mt-2 text-muted">There are none yet.</p>;
  return (
    <ul className="mt-4 border-line border-t">
      {files.map((file) => (
        <li key={file.path} className="flex items-center gap-4 border-line border-b py-2">
          {file.image ? (
            // biome-ignore lint/performance/noImgElement: pictures are shown as they are
            <img src={file.address} alt="" loading="lazy" className="size-12 object-contain" />
          ) : null}
          <span className="min-w-0 grow break-words">
            <a href={file.address} className="text-accent underline">
              {file.path}
            </a>
            <span className="block text-muted text-sm">
              {Math.ceil(file.size / 1000)} kB · <code>{file.written}</code>
            </span>
          </span>
          <form action={removeFile}>
            <input type="hidden" name="course" value={course} />
            <input type="hidden" name="path" value={file.path} />
            <Button type="submit" size="small" aria-label={`Remove ${file.path}`}>
              Remove
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

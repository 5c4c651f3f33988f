import { useEffect } from "react";

interface LessonPlaceProps {
  course: string;
  /** What the course is called. */
  of: string;
  folder: string;
}

/** Which lesson is being written. When it is moved meanwhile, the page's address becomes its new one. */
export function LessonPlace({ course, of, folder }: LessonPlaceProps) {
  const address = `/write/${course}/lessons/${folder}`;
  useEffect(() => {
    const { pathname, search, hash } = window.location;
    if (pathname !== address) window.history.replaceState(null, "", `${address}${search}${hash}`);
  }, [address]);
  return (
    <nav aria-label="Where you are" className="flex flex-wrap gap-x-6 pt-4 text-sm">
      <span>
        <a href={`/write/${course}`} className="text-accent underline">
          {of}
        </a>{" "}
        / <h1 className="inline">{folder}</h1>
      </span>
      <a href={`${address}/check`} className="text-accent underline">
        Check
      </a>
    </nav>
  );
}

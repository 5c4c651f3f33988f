interface LessonHeadingProps {
  course: string;
  /** What the course is called. */
  of: string;
  folder: string;
  /** What the lesson is called; its folder where its text doesn’t say. */
  title: string;
}

/** Which lesson is being written, and the ways to what belongs to writing it. */
export function LessonHeading({ course, of, folder, title }: LessonHeadingProps) {
  const link = "text-accent underline underline-offset-2";
  return (
    <header className="pt-4 pb-1">
      <nav aria-label="Where you are" className="text-sm">
        <a href={`/write/${course}`} className={link}>
          {of}
        </a>{" "}
        / {folder}
      </nav>
      <div className="mt-1 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="min-w-0 break-words font-semibold font-serif text-2xl">{title}</h1>
        <p className="flex gap-x-5 text-sm">
          <a href={`/write/${course}/lessons/${folder}/check`} className={link}>
            Check
          </a>
          <a href={`/write/${course}#publish`} className={link}>
            Publish
          </a>
          <a href="/docs/writing-a-lesson" target="_blank" rel="noopener" className={link}>
            Docs<span className="sr-only"> (in a new tab)</span>
          </a>
        </p>
      </div>
    </header>
  );
}

import type { TaughtSection } from "../taught-section";

/** Where the course explains what went wrong; nothing where it says so nowhere. */
export function ReadOn({ sections = [] }: { sections?: readonly TaughtSection[] | undefined }) {
  return sections.map(({ title, path }) => (
    <p key={path}>
      Read on:{" "}
      <a href={path} className="text-accent underline underline-offset-2">
        {title}
      </a>
    </p>
  ));
}

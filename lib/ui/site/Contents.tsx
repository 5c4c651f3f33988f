interface ContentsProps {
  headings: readonly { readonly depth: number; readonly text: string; readonly id: string }[];
}

/** A lesson's headings beside its text, on screens that are wide enough. */
export function Contents({ headings }: ContentsProps) {
  return (
    <nav aria-label="In this lesson" className="hidden pt-14 font-sans text-sm lg:block">
      <ol className="sticky top-6 flex flex-col gap-2 border-line border-l">
        {headings
          .filter(({ depth }) => depth === 2)
          .map(({ id, text }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                className="-ml-px block border-transparent border-l pl-3 text-muted leading-snug hover:border-accent hover:text-ink"
              >
                {text}
              </a>
            </li>
          ))}
      </ol>
    </nav>
  );
}

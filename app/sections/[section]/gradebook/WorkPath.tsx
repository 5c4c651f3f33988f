interface WorkPathProps {
  section: { readonly id: string; readonly name: string };
  /** Where a page is below the student's own. */
  student?: { readonly id: string; readonly name: string };
  assignment?: { readonly id: string; readonly title: string };
}

/** The way back up from a student's work. */
export function WorkPath({ section, student, assignment }: WorkPathProps) {
  const base = `/sections/${section.id}/gradebook`;
  const steps = [
    { href: base, words: `Gradebook of ${section.name}` },
    ...(student ? [{ href: `${base}/${student.id}`, words: student.name }] : []),
    ...(student && assignment
      ? [{ href: `${base}/${student.id}/${assignment.id}`, words: assignment.title }]
      : []),
  ];
  return (
    <nav aria-label="Back to" className="text-sm">
      <ol className="flex flex-wrap gap-x-2">
        {steps.map(({ href, words }, i) => (
          <li key={href}>
            {i > 0 ? <span className="mr-2 text-muted">›</span> : null}
            <a href={href} className="text-accent underline underline-offset-2">
              {words}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

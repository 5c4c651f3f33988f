interface BreadcrumbProps {
  /** The pages above this one, home first. */
  readonly above: readonly { readonly href: string; readonly label: string }[];
  /** What this page is called there. */
  readonly here: string;
}

/** The way back from a page, step by step. */
export function Breadcrumb({ above, here }: BreadcrumbProps) {
  return (
    <nav aria-label="Breadcrumb" className="font-sans text-muted text-sm print:hidden">
      <ol className="flex flex-wrap gap-y-1">
        {above.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="underline underline-offset-2 hover:text-ink">
              {label}
            </a>
            <span aria-hidden="true" className="mx-2">
              /
            </span>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

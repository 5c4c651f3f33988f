interface PageLinksProps {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** The address of the list, with what it was searched for; a page is its `page=`. */
  readonly href: string;
  /** What leads on, and what leads back. */
  readonly older: string;
  readonly newer: string;
}

/** The way to the other pages of a list; nothing where there is one page. */
export function PageLinks({ page, pages, href, older, newer }: PageLinksProps) {
  if (pages < 2) return null;
  const to = (other: number) =>
    other === 1 ? href : `${href}${href.includes("?") ? "&" : "?"}page=${other}`;
  return (
    <nav
      aria-label="Pages"
      className="mt-8 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-line border-t pt-3 text-sm"
    >
      <PageLink rel="prev" href={page > 1 ? to(page - 1) : undefined}>
        {newer}
      </PageLink>
      <span className="text-muted">
        Page {page} of {pages}
      </span>
      <PageLink rel="next" href={page < pages ? to(page + 1) : undefined}>
        {older}
      </PageLink>
    </nav>
  );
}

function PageLink({ href, rel, children }: { href?: string; rel: string; children: string }) {
  if (!href) return <span />;
  return (
    <a href={href} rel={rel} className="py-1 text-accent underline underline-offset-2">
      {children}
    </a>
  );
}

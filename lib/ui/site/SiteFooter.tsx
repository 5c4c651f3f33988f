/** The line below every page. */
export function SiteFooter() {
  return (
    <footer className="border-line border-t font-sans text-muted text-sm print:hidden">
      <p className="mx-auto flex max-w-6xl gap-6 px-4 py-4 sm:px-6">
        <a href="/docs" className="underline-offset-2 hover:underline">
          Docs
        </a>
        <a href="/privacy" className="underline-offset-2 hover:underline">
          Privacy
        </a>
      </p>
    </footer>
  );
}

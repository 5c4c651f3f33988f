"use client";

import ErrorPage from "./error";
import "./globals.css";

/** What stands where not even the page's frame could be made, as without the database. */
export default function GlobalErrorPage({ error }: { error: Error }) {
  return (
    <html lang="en">
      <title>Something broke · Chainrule</title>
      <body>
        <main className="px-4">
          <ErrorPage error={error} retry={() => location.reload()} />
        </main>
      </body>
    </html>
  );
}

"use client";

import ErrorPage from "./error";
import "./globals.css";

/** The same where not even the frame around the page is left. */
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

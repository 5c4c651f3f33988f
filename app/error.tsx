"use client";

import { Button } from "@/lib/ui/button";

interface Props {
  /** Its digest is what the log calls this error. */
  readonly error: Error & { digest?: string };
  readonly retry: () => void;
}

/** What stands where a page's own scripts met an error. A page that could not be made at all is answered by
 *  lib/cli/serving/failure.mjs. */
export default function ErrorPage({ error, retry }: Props) {
  return (
    <div className="mx-auto max-w-md pt-20 text-center">
      <h1 className="font-semibold font-serif text-3xl">Something broke on our side</h1>
      <p className="mt-3 text-muted">
        What you sent before is safe, and so is what you typed. Try again in a moment.
      </p>
      <Button onClick={retry} className="mt-6">
        Try again
      </Button>
      {error.digest && (
        <p className="mt-6 text-muted">
          If it keeps happening, tell whoever runs this site the number{" "}
          <strong>{error.digest}</strong>.
        </p>
      )}
    </div>
  );
}

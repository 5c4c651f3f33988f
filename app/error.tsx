"use client";

import { Button } from "@/lib/ui/button";

export default function ErrorPage({ retry }: { error: Error; retry: () => void }) {
  return (
    <div className="mx-auto max-w-md pt-20 text-center">
      <h1 className="font-semibold font-serif text-3xl">Something broke on our side</h1>
      <p className="mt-3 text-muted">
        What you sent before is kept, and so is what you typed. Try again in a moment.
      </p>
      <Button onClick={retry} className="mt-6">
        Try again
      </Button>
    </div>
  );
}

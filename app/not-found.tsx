import { LinkButton } from "@/lib/ui/button";

export default function NotFound() {
  return (
    <div className="mx-auto max-w-md pt-20 text-center">
      <h1 className="font-semibold font-serif text-3xl">There’s nothing here</h1>
      <p className="mt-3 text-muted">
        This page doesn’t exist, or you don’t have access to it. If you should, sign in with the
        right account.
      </p>
      <LinkButton href="/" className="mt-6">
        To the course
      </LinkButton>
    </div>
  );
}

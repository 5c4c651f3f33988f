import { LinkButton } from "@/lib/ui/button";

export default function NotFound() {
  return (
    <div className="mx-auto max-w-md pt-20 text-center">
      <h1 className="font-semibold font-serif text-3xl">There is nothing here</h1>
      <p className="mt-3 text-muted">
        The page is not there, or it is not yours to see. If it should be, sign in with the account
        it belongs to.
      </p>
      <LinkButton href="/" className="mt-6">
        To the course
      </LinkButton>
    </div>
  );
}

import type { Metadata } from "next";
import { findLink } from "@/lib/account/one-time-link";
import { LinkButton } from "@/lib/ui/button";
import { ResetForm } from "./ResetForm";

// The link is a secret: it must not go on to another site in a Referer.
export const metadata: Metadata = { title: "Choose a new password", referrer: "no-referrer" };

interface Props {
  params: Promise<{ token: string }>;
}

/** Where a link for a new password leads. */
export default async function ResetPage({ params }: Props) {
  const { token } = await params;
  const owner = await findLink(token, "reset");
  return (
    <div className="mx-auto max-w-sm pt-14 font-sans">
      <h1 className="font-semibold font-serif text-3xl">
        {owner ? "Choose a new password" : "This link doesn’t work any more"}
      </h1>
      {owner ? (
        <>
          <p className="mt-2 text-muted">
            For the account{" "}
            <strong className="break-words font-medium text-ink">{owner.email}</strong>. Every
            browser that is signed in to it is signed out, and other ways to sign in are unlinked.
            You can link them again.
          </p>
          <ResetForm token={token} email={owner.email} />
        </>
      ) : (
        <>
          <p className="mt-3">
            A link works once, for an hour, and a newer one takes its place. Your password hasn’t
            changed.
          </p>
          <p className="mt-5">
            <LinkButton href="/reset-password">Ask for a new link</LinkButton>
          </p>
        </>
      )}
    </div>
  );
}

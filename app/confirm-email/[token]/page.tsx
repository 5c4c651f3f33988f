import type { Metadata } from "next";
import { findLink } from "@/lib/account/one-time-link";
import { LinkButton } from "@/lib/ui/button";
import { TakeForm } from "./TakeForm";

// The link is a secret: it must not go on to another site in a Referer.
export const metadata: Metadata = { title: "Confirm your email", referrer: "no-referrer" };

interface Props {
  params: Promise<{ token: string }>;
}

/** Where the link leads that a new email was sent. */
export default async function ConfirmEmailPage({ params }: Props) {
  const { token } = await params;
  const owner = await findLink(token, "email");
  return (
    <div className="mx-auto max-w-sm pt-14 font-sans">
      <h1 className="font-semibold font-serif text-3xl">
        {owner ? "Confirm your email" : "This link doesn’t work any more"}
      </h1>
      {owner ? (
        <>
          <p className="mt-2">
            The account of {owner.name} will use{" "}
            <strong className="break-words font-medium">{owner.newEmail}</strong> from now on.
          </p>
          <TakeForm token={token} />
        </>
      ) : (
        <>
          <p className="mt-3">
            A link works once, for an hour, and a newer one takes its place. If your email hasn’t
            changed yet, ask for a new link on your account’s page.
          </p>
          <p className="mt-5">
            <LinkButton href="/account">Your account</LinkButton>
          </p>
        </>
      )}
    </div>
  );
}

import type { Metadata } from "next";
import type { ReactNode } from "react";
import { signOut } from "@/app/sign-out";
import { getViewer, type Viewer } from "@/lib/auth/viewer";
import { type Claim, findClaim, type OpenClaim } from "@/lib/cohort/claim";
import { Button, LinkButton } from "@/lib/ui/button";
import { ClaimForm } from "./ClaimForm";

// The link is a secret: it must not go on to another site in a Referer.
export const metadata: Metadata = { title: "Your place in a course", referrer: "no-referrer" };

interface Props {
  params: Promise<{ invitation: string }>;
}

/** Where an invitation's link leads. */
export default async function ClaimPage({ params }: Props) {
  const { invitation: token } = await params;
  const [claim, viewer] = await Promise.all([findClaim(token), getViewer()]);
  return (
    <div className="mx-auto max-w-sm pt-14 font-sans">
      {claim.status === "open" ? (
        <Open claim={claim} token={token} viewer={viewer} />
      ) : (
        <Closed claim={claim} />
      )}
    </div>
  );
}

const places = {
  student: "take part in",
  assistant: "assist in",
  instructor: "teach",
} as const;

function Open({
  claim,
  token,
  viewer,
}: {
  claim: OpenClaim;
  token: string;
  viewer: Viewer | null;
}) {
  return (
    <>
      <h1 className="font-semibold font-serif text-3xl">Your place in {claim.course.title}</h1>
      <p className="mt-2 text-muted">
        You’re enrolled to {places[claim.role]} the section “{claim.section.name}”. The account is
        ready under <strong className="break-words font-medium text-ink">{claim.email}</strong>.
      </p>
      {viewer ? <SignedIn viewer={viewer} /> : <ClaimForm token={token} email={claim.email} />}
    </>
  );
}

function SignedIn({ viewer }: { viewer: Viewer }) {
  return (
    <form action={signOut} className="mt-6">
      <p>
        You’re signed in as <strong className="font-medium">{viewer.email ?? viewer.name}</strong>,
        which is another account. Sign out, then open this link again.
      </p>
      <Button type="submit" className="mt-4">
        Sign out
      </Button>
    </form>
  );
}

function Closed({ claim }: { claim: Exclude<Claim, OpenClaim> }) {
  switch (claim.status) {
    case "used":
      return (
        <Said title="This link has been used">
          The account is open already, so the link does nothing more. Sign in with the password you
          chose. If that wasn’t you, tell your instructor at once.
        </Said>
      );
    case "withdrawn":
      return (
        <Said title="You’re no longer in this section">
          You were taken out of “{claim.section}” ({claim.course}) after this link was made. If that
          is a mistake, ask your instructor to put you back; the same link then works.
        </Said>
      );
    case "holds-more":
      return (
        <Said title="This link no longer opens the account">
          The account has been given more than this section since the link was made. Sign in through
          your school or another provider that knows your address, or ask the person who runs this
          site.
        </Said>
      );
    case "replaced":
      return (
        <Said title="This link doesn’t open anything">
          It isn’t whole, or a newer one has taken its place. Look for a newer mail, copy the whole
          link, or ask your instructor for a new one.
        </Said>
      );
  }
}

function Said({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className="font-semibold font-serif text-3xl">{title}</h1>
      <p className="mt-3">{children}</p>
      <p className="mt-5">
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </p>
    </>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isOpenedByPassword } from "@/lib/auth/identity";
import { findPendingLink, type PendingLink } from "@/lib/auth/pending-link";
import { listProviders, nameOfProvider } from "@/lib/auth/providers";
import { getViewer } from "@/lib/auth/viewer";
import { ProviderButtons } from "../sign-in/ProviderButtons";
import { ConfirmForm } from "./ConfirmForm";

export const metadata: Metadata = { title: "Is this account yours?" };

/** Where someone comes whom a provider vouched for, when there is an account with their email already. */
export default async function ConfirmLinkPage() {
  const pending = await findPendingLink();
  if (!pending) redirect("/sign-in?error=LinkExpired");
  const isOwner = (await getViewer())?.email === pending.email;
  const provider = nameOfProvider(pending.provider);
  return (
    <div className="mx-auto max-w-sm pt-14 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Is this account yours?</h1>
      <p className="mt-2 text-muted">
        An account already uses the email{" "}
        <strong className="break-words font-medium text-ink">{pending.email}</strong>. Confirm once
        that it’s yours, and {provider} will sign you in to it from now on.
      </p>
      {isOwner ? <ConfirmForm with="session" /> : <Proof pending={pending} />}
      <p className="mt-6 text-sm">
        <a href="/" className="text-accent underline underline-offset-2">
          Not now: go on without it
        </a>
      </p>
    </div>
  );
}

async function Proof({ pending }: { pending: PendingLink }) {
  if (await isOpenedByPassword(pending.email)) {
    return (
      <>
        <ConfirmForm with="password" />
        <p className="mt-6 text-muted text-sm">
          Never set a password here? Someone else may have used your email. Ask the person who runs
          this site to look into it.
        </p>
      </>
    );
  }
  const others = listProviders().filter(({ id }) => id !== pending.provider);
  if (others.length === 0) return <NoProof provider={nameOfProvider(pending.provider)} />;
  return (
    <>
      <p className="mt-6">
        It has no password. Sign in the way you did before, and we’ll bring you back here.
      </p>
      <ProviderButtons providers={others} next="/confirm-link" />
      <p className="mt-6 text-muted text-sm">
        Can’t sign in that way any more, or was it never you? Ask the person who runs this site to
        look into it.
      </p>
    </>
  );
}

/** For an account that nothing offered here opens, but a session of before. */
function NoProof({ provider }: { provider: string }) {
  return (
    <>
      <p className="mt-6">
        It has no password, and {provider} doesn’t know it as yours, so you can’t confirm it on this
        page. Ask the person who runs this site to let {provider} open it, and tell them the email
        above.
      </p>
      <p className="mt-3 text-muted text-sm">
        Still signed in to it in another window of this browser? Then reload this page.
      </p>
    </>
  );
}

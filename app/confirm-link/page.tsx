import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isOpenedByPassword } from "@/lib/auth/identity";
import { findPendingLink, type PendingLink } from "@/lib/auth/pending-link";
import { listProviders } from "@/lib/auth/providers";
import { getViewer } from "@/lib/auth/viewer";
import { ProviderButtons } from "../sign-in/ProviderButtons";
import { ConfirmForm } from "./ConfirmForm";

export const metadata: Metadata = { title: "Is this account yours?" };

/** Where someone comes whom a provider vouched for, when there is an account with their email already. */
export default async function ConfirmLinkPage() {
  const pending = await findPendingLink();
  if (!pending) redirect("/sign-in?error=LinkExpired");
  const isOwner = (await getViewer())?.email === pending.email;
  const provider = listProviders().find(({ id }) => id === pending.provider)?.name;
  return (
    <div className="mx-auto max-w-sm pt-14 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Is this account yours?</h1>
      <p className="mt-2 text-muted">
        An account already uses the email{" "}
        <strong className="break-words font-medium text-ink">{pending.email}</strong>. Confirm once
        that it’s yours, and {provider ?? "your other account"} will sign you in to it from now on.
      </p>
      {isOwner ? <ConfirmForm with="session" /> : <Proof pending={pending} />}
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
  return (
    <>
      <p className="mt-6">
        It has no password. Sign in the way you did before, and we’ll bring you back here.
      </p>
      <ProviderButtons providers={others} next="/confirm-link" />
    </>
  );
}

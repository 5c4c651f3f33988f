import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { countSessions } from "@/lib/auth/session";
import { Button } from "@/lib/ui/button";
import { signOut, signOutEverywhere } from "../sign-out";

export const metadata: Metadata = { title: "Your account" };

/** Who is signed in, and the way out. */
export default async function AccountPage() {
  const { id, name, email } = await enter("page /account", {});
  const sessions = await countSessions(id);
  return (
    <div className="mx-auto max-w-sm pt-14 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Your account</h1>
      <dl className="mt-6 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-muted">Name</dt>
        <dd className="break-words">{name}</dd>
        <dt className="text-muted">Email</dt>
        <dd className="min-w-0 break-words">{email}</dd>
      </dl>
      <h2 className="mt-10 font-semibold text-xl">Signed in</h2>
      <p className="mt-2">
        {sessions === 1
          ? "You’re signed in on this browser only."
          : `You’re signed in on ${sessions} browsers, including this one.`}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <form action={signOut}>
          <Button type="submit">Sign out</Button>
        </form>
        <form action={signOutEverywhere}>
          <Button type="submit">Sign out everywhere</Button>
        </form>
      </div>
      <p className="mt-3 text-muted text-sm">
        Did you stay signed in on a shared computer? Sign out everywhere, and it ends there at once.
      </p>
    </div>
  );
}

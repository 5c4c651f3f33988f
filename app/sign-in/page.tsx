import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { safeNext } from "@/lib/auth/next-path";
import { listProviders } from "@/lib/auth/providers";
import { getViewer } from "@/lib/auth/viewer";
import { FormDone } from "@/lib/ui/FormDone";
import { ProviderButtons } from "./ProviderButtons";
import { SignInForm } from "./SignInForm";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ next?: unknown; error?: unknown; said?: unknown }>;
}

const failures: ReadonlyMap<unknown, string> = new Map([
  ["LinkExpired", "That took longer than ten minutes. Please start again."],
  [
    "EmailNotVerified",
    "Your account there has no verified email, so we can’t tell that it’s you. Verify it there, or sign in here with a password.",
  ],
]);

const doneWords: ReadonlyMap<unknown, string> = new Map([
  ["deleted", "Your account is deleted, and you’re signed out everywhere."],
  ["email", "Your email is changed. Sign in with the new one."],
]);

export default async function SignInPage({ searchParams }: Props) {
  const { next: wanted, error, said } = await searchParams;
  const next = safeNext(wanted);
  if (await getViewer()) redirect(next);
  return (
    <div className="mx-auto max-w-sm pt-14 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Sign in</h1>
      <p className="mt-2 text-muted">What you did in this browser comes with you.</p>
      <div className="mt-4">
        <FormDone message={doneWords.get(said)} />
      </div>
      {error ? (
        <p role="alert" className="mt-4 rounded-sm bg-bad-soft px-3 py-2 text-bad text-sm">
          {failures.get(error) ?? "Signing in there didn’t work. Please try again."}
        </p>
      ) : null}
      <SignInForm purpose="sign-in" next={next} />
      <p className="mt-3 text-sm">
        <a href="/reset-password" className="text-accent underline underline-offset-2">
          Forgotten your password?
        </a>
      </p>
      <ProviderButtons providers={listProviders()} next={next} />
      <p className="mt-6 text-sm">
        New here?{" "}
        <a
          href={`/sign-up?next=${encodeURIComponent(next)}`}
          className="text-accent underline underline-offset-2"
        >
          Create an account
        </a>
      </p>
    </div>
  );
}

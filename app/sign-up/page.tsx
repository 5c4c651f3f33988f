import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { safeNext } from "@/lib/auth/next-path";
import { getViewer } from "@/lib/auth/viewer";
import { SignInForm } from "../sign-in/SignInForm";

export const metadata: Metadata = { title: "Create an account" };

interface Props {
  searchParams: Promise<{ next?: unknown }>;
}

export default async function SignUpPage({ searchParams }: Props) {
  const next = safeNext((await searchParams).next);
  if (await getViewer()) redirect(next);
  return (
    <div className="mx-auto max-w-sm pt-14 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Create an account</h1>
      <p className="mt-2 text-muted">
        It keeps your answers and scores. What you did in this browser comes with you.
      </p>
      <SignInForm purpose="sign-up" next={next} />
      <p className="mt-3 text-muted text-sm">
        <a href="/privacy" className="underline underline-offset-2">
          What we keep about you
        </a>
      </p>
      <p className="mt-6 text-sm">
        Already have an account?{" "}
        <a
          href={`/sign-in?next=${encodeURIComponent(next)}`}
          className="text-accent underline underline-offset-2"
        >
          Sign in
        </a>
      </p>
    </div>
  );
}

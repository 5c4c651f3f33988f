import type { Metadata } from "next";
import { sendsMail } from "@/lib/mail/send-mail";
import { AskForm } from "./AskForm";

export const metadata: Metadata = { title: "Forgotten your password?" };

/** The way back in for who has forgotten their password. */
export default function ForgottenPage() {
  return (
    <div className="mx-auto max-w-sm pt-14 font-sans">
      <h1 className="font-semibold font-serif text-3xl">Forgotten your password?</h1>
      {sendsMail() ? (
        <>
          <p className="mt-2 text-muted">
            We’ll send you a link to choose a new one. Your answers and scores stay as they are.
          </p>
          <AskForm />
        </>
      ) : (
        <p className="mt-4">
          This server sends no mail. Ask your instructor or the people who run it: an admin can make
          you a link to choose a new password. Your answers and scores stay as they are.
        </p>
      )}
      <p className="mt-6 text-sm">
        <a href="/sign-in" className="text-accent underline underline-offset-2">
          Back to sign in
        </a>
      </p>
    </div>
  );
}

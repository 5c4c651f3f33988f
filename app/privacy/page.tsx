import type { Metadata } from "next";
import type { ReactNode } from "react";
import { guestDays } from "@/lib/auth/remove-old";

export const metadata: Metadata = { title: "Privacy" };

/** What is stored, who sees it, and how to have it or be rid of it. */
export default function PrivacyPage() {
  return (
    <div className="mx-auto max-w-2xl pt-14 font-sans">
      <h1 className="font-semibold font-serif text-3xl">What we keep about you</h1>
      <p className="mt-4">
        Chainrule keeps what it needs to teach and grade, and nothing else. There’s no advertising,
        no tracking and no script from anybody else. Your data stays in the database of whoever runs
        this server.
      </p>
      <Part title="Without an account">
        A cookie tells your browser from others, so that you keep your own numbers. Once you answer
        an exercise, we keep your answers under that cookie, without a name. If you don’t come back
        for {guestDays} days, they’re deleted.
      </Part>
      <Part title="With an account">
        We keep your name, your email, a scrambled form of your password that nobody can read back,
        the accounts elsewhere that you sign in with, and when each of your browsers signed in. If
        you make access tokens for programs, we keep their names and when they were last used. We
        also keep how you like times and numbers shown.
      </Part>
      <Part title="What you do here">
        We keep every answer you send and when you sent it, what you typed and haven’t checked yet,
        the hints and solutions you looked at, your scores, the mistakes we recognised, and when
        each skill is due for review. In a section we also keep your role, your group, your campus
        id, extra time if you have it, your assignments and your marks.
      </Part>
      <Part title="Who sees it">
        You do. So do the staff of your sections, for that course. Admins see every section, and
        your name, email and how you sign in. Other students see nothing of yours; in a lecture they
        see how the whole room answered. Changes to an account or a section are kept with who made
        them, when and why.
      </Part>
      <Part title="Cookies">
        One keeps you signed in, one is the guest’s, one lets a browser you’ve used before past
        strangers who try your password, and a few last minutes while you sign in elsewhere. Your
        browser itself keeps what you type until it has reached us.
      </Part>
      <Part title="Mail and logs">
        If this server sends mail, your address goes to its mail server with invitations and links.
        The log has no names, no addresses and nothing you typed. To keep strangers from guessing
        passwords, we count tries by scrambled address for up to an hour.
      </Part>
      <Part title="What you can do">
        On{" "}
        <a href="/account" className="text-accent underline underline-offset-2">
          your account’s page
        </a>{" "}
        you can change your details, download everything and delete your account. Deleting removes
        your name, your email and all you practised at once. If a section has graded you, its staff
        keep your graded work and marks without your name and email, with the campus id they know
        you by. Backups that the people who run this server made before still hold it until they’re
        replaced.
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2 className="mt-8 font-semibold text-xl">{title}</h2>
      <p className="mt-2">{children}</p>
    </>
  );
}

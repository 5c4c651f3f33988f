import type { Metadata } from "next";
import { enter } from "@/lib/access/enter";
import { findLeaving, type Leaving } from "@/lib/account/leave/kept-for-courses";
import { freshMinutes, isFresh } from "@/lib/account/prove-owner";
import { listWaysIn } from "@/lib/account/ways-in";
import { DeleteForm } from "./DeleteForm";

export const metadata: Metadata = { title: "Delete your account" };

/** What deleting one's account comes to, and the form that does it. */
export default async function DeletePage() {
  const { id } = await enter("page /account/delete", {});
  const [leaving, { password }] = await Promise.all([findLeaving(id), listWaysIn(id)]);
  const blocked = leaving.lastAdmin || leaving.teachesAlone.length > 0;
  return (
    <div className="mx-auto max-w-2xl pt-14 font-sans">
      <p className="text-sm">
        <a href="/account" className="text-accent underline underline-offset-2">
          Your account
        </a>
      </p>
      <h1 className="font-semibold font-serif text-3xl">Delete your account</h1>
      <p className="mt-4">
        Your name, your email, your password and everything you practised are deleted at once, and
        you’re signed out everywhere. Nobody can bring them back.{" "}
        <a href="/account/data.json" download className="text-accent underline underline-offset-2">
          Download your data
        </a>{" "}
        first if you want to keep it.
      </p>
      {leaving.keep.length > 0 ? <Kept sections={leaving.keep} /> : null}
      {blocked ? <Blocked leaving={leaving} /> : null}
      {!blocked && (password || (await isFresh())) ? <DeleteForm hasPassword={password} /> : null}
      {!blocked && !password && !(await isFresh()) ? (
        <p className="mt-6">
          Your account has no password, so we need to see you sign in once more. Sign out, sign in
          again, and come back here within {freshMinutes} minutes.
        </p>
      ) : null}
    </div>
  );
}

function Kept({ sections }: { sections: readonly string[] }) {
  return (
    <>
      <h2 className="mt-8 font-semibold text-xl">What stays</h2>
      <p className="mt-2">
        A course has to be able to look up a grade it gave. So your graded work and its marks stay
        with the staff of {sections.length === 1 ? "this section" : "these sections"}, without your
        name and email. If your campus gave the section an id for you, the section keeps that too.
      </p>
      <ul className="mt-2 list-disc pl-6">
        {sections.map((name, i) => (
          <li key={i}>{name}</li>
        ))}
      </ul>
    </>
  );
}

function Blocked({ leaving: { lastAdmin, teachesAlone } }: { leaving: Leaving }) {
  return (
    <div role="alert" className="mt-6 rounded-sm bg-bad-soft px-3 py-2 text-bad">
      {lastAdmin ? (
        <p>
          You’re the only admin, and without one nobody could give roles. Make someone else an admin
          first.
        </p>
      ) : null}
      {teachesAlone.length > 0 ? (
        <p>
          You’re the only instructor of {teachesAlone.join(", ")}. Make someone else an instructor
          there first, or ask an admin to.
        </p>
      ) : null}
    </div>
  );
}

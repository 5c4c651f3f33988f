import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { type Invited, listInvited } from "@/lib/cohort/invitations";
import { findSettings } from "@/lib/cohort/settings";
import { sendsMail } from "@/lib/mail/send-mail";
import { LinkList } from "./LinkList";
import { RenewButton } from "./RenewButton";

export const metadata: Metadata = { title: "Invitations" };

interface Props {
  params: Promise<{ section: string }>;
  searchParams: Promise<{ added?: string | string[]; changed?: string | string[] }>;
}

export default async function InvitationsPage({ params, searchParams }: Props) {
  const { section: id } = await params;
  await enter("page /sections/[section]/people/invitations", { section: id });
  const [section, invited, query] = await Promise.all([
    findSettings(id),
    listInvited(id),
    searchParams,
  ]);
  if (!section) notFound();
  return (
    <div className="mx-auto max-w-4xl pt-10 font-sans">
      <p className="text-muted text-sm">
        <a href={`/sections/${id}`} className="underline underline-offset-2">
          {section.name}
        </a>{" "}
        · {section.course.title}
      </p>
      <h1 className="font-semibold font-serif text-3xl">Invitations</h1>
      <Done added={query.added} changed={query.changed} />
      {invited.length === 0 ? (
        <p className="mt-4">Everybody in this section has an account of their own.</p>
      ) : (
        <Waiting sectionId={id} invited={invited} />
      )}
      <p className="mt-8 text-sm">
        <a
          href={`/sections/${id}/people/import`}
          className="text-accent underline underline-offset-2"
        >
          Import another roster
        </a>
      </p>
    </div>
  );
}

/** What the import did that led here. */
function Done({ added, changed }: Awaited<Props["searchParams"]>) {
  const [adds, changes] = [Number(added), Number(changed)];
  if (!(adds > 0 || changes > 0)) return null;
  return (
    <p role="status" className="mt-4 rounded-sm bg-good-soft px-3 py-2 text-good">
      {adds > 0 ? `${adds} ${adds === 1 ? "person was" : "people were"} added. ` : ""}
      {changes > 0 ? `${changes} ${changes === 1 ? "was" : "were"} changed.` : ""}
    </p>
  );
}

function Waiting({ sectionId, invited }: { sectionId: string; invited: readonly Invited[] }) {
  const mails = sendsMail();
  const copied = invited.filter(({ copies }) => copies).length;
  return (
    <>
      <p className="mt-4">
        {invited.length === 1 ? "One person hasn’t" : `${invited.length} people haven’t`} claimed
        their account yet.{" "}
        {mails
          ? "Each gets a mail with a link; there is nothing else to do."
          : "This site sends no mail, so hand each person their own link."}
      </p>
      {copied > 0 ? <LinkList sectionId={sectionId} /> : null}
      <ul className="mt-6 border-line border-t">
        {invited.map((one) => (
          <li
            key={one.personId}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-line border-b py-2 text-sm"
          >
            <span className="font-medium">{one.name}</span>
            <span className="min-w-0 break-words text-muted">{one.email}</span>
            <span className="ml-auto">
              <Standing one={one} mails={mails} />
            </span>
            <RenewButton sectionId={sectionId} personId={one.personId} name={one.name} />
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted text-sm">
        A new link ends the old one. Anyone who signs in through a provider that vouches for their
        address needs no link.
      </p>
    </>
  );
}

function Standing({ one, mails }: { one: Invited; mails: boolean }) {
  if (mails && one.fault)
    return <span className="text-bad">The mail was refused: check the address</span>;
  if (mails && one.isDue) return <>A mail is on its way</>;
  if (one.sentAt) return <>Mail sent {one.sentAt.toISOString().slice(0, 10)}</>;
  if (!one.copies) return <>Also has work or a role elsewhere, so its link can’t be copied</>;
  return <>Not claimed yet</>;
}

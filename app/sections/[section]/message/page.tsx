import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { addressesOf, mailtosOf } from "@/lib/cohort/overview/mailto";
import { findRecipients } from "@/lib/cohort/overview/recipients";
import { findSectionHead } from "@/lib/cohort/section";
import { markdownToHtml } from "@/lib/content";
import { CopyField } from "@/lib/ui/CopyField";
import { SectionHeading } from "../SectionHeading";

export const metadata: Metadata = { title: "Write to students" };

interface Props {
  params: Promise<{ section: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Whom something on the section's page concerns, with their addresses, and a practice set where it is a mistake. */
export default async function MessagePage({ params, searchParams }: Props) {
  const { section: id } = await params;
  const viewer = await enter("page /sections/[section]/message", { section: id });
  const [head, found] = await Promise.all([
    findSectionHead(viewer, id),
    findRecipients(id, await searchParams, new Date()),
  ]);
  if (!head || !found) notFound();
  const { what, people, practice } = found;
  const addresses = addressesOf(people);
  const link = practice && `${process.env.NEXTAUTH_URL ?? ""}${practice}`;
  const mails = mailtosOf(addresses, link ? { subject: head.name, body: `${link}\n` } : {});
  return (
    <div className="mx-auto max-w-6xl pt-10 font-sans">
      <SectionHeading section={head} here="Overview" />
      <h2
        className="mt-6 font-semibold text-xl"
        dangerouslySetInnerHTML={{ __html: markdownToHtml(what) }}
      />
      <p className="mt-1 text-muted">
        {people.length === 1 ? "1 student" : `${people.length} students`}
        {addresses.length < people.length
          ? `, ${people.length - addresses.length} of them without an address`
          : ""}
      </p>
      {mails.length > 0 ? (
        <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
          {mails.map((mail, i) => (
            <li key={mail}>
              <a href={mail} className="text-accent underline underline-offset-2">
                {mails.length === 1 ? "Write to them" : `Mail ${i + 1} of ${mails.length}`}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="mt-4 grid max-w-3xl gap-4">
        {addresses.length > 0 ? (
          <CopyField
            label="Their addresses, for the bcc line"
            text={addresses.join(", ")}
            rows={4}
          />
        ) : null}
        {link ? <CopyField label="A practice set for them" text={link} rows={1} /> : null}
      </div>
      <h3 className="mt-6 font-semibold">Who they are</h3>
      <ul className="mt-2 gap-x-8 sm:columns-2 lg:columns-3">
        {people.map(({ id: person, name, email }) => (
          <li key={person} className="truncate">
            {name} <span className="text-muted text-sm">{email}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

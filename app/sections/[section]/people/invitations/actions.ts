"use server";

import { redirect } from "next/navigation";
import { enter } from "@/lib/access/enter";
import { formIn } from "@/lib/auth/forms";
import { harmlessCsv } from "@/lib/cohort/harmless-csv";
import { lookAtLinks, type PersonLink, renewInvitation } from "@/lib/cohort/invitations";
import { isId } from "@/lib/db/id";
import { enqueue } from "@/lib/jobs/enqueue";

export interface LinksState {
  readonly links: readonly PersonLink[];
  /** The same for a spreadsheet. */
  readonly csv: string;
}

/** The links of everybody in the section who has not claimed their account. */
export async function showLinks(_: LinksState, sent: FormData): Promise<LinksState> {
  const section = String(formIn(sent).get("section"));
  const viewer = await enter("action /sections/[section]/people/invitations/actions showLinks", {
    section,
  });
  const links = await lookAtLinks(viewer.id, section);
  const rows = links.map(({ name, email, link }) => [name, email, link]);
  return { links, csv: harmlessCsv([["Name", "Email", "Link"], ...rows]) };
}

/** Gives somebody a new link, by mail where mail is sent. */
export async function renewLink(sent: FormData): Promise<void> {
  const form = formIn(sent);
  const section = String(form.get("section"));
  const viewer = await enter("action /sections/[section]/people/invitations/actions renewLink", {
    section,
  });
  const person = String(form.get("person"));
  if (isId(person) && (await renewInvitation(viewer.id, section, person)))
    await enqueue("send invitations", {});
  redirect(`/sections/${section}/people/invitations`);
}

import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { findClaim } from "@/lib/cohort/claim";
import { listInvited, renewInvitation } from "@/lib/cohort/invitations";
import { sendInvitations } from "@/lib/cohort/send-invitations";
import { db } from "@/lib/db/client";
import { useDatabase } from "../use-database";
import { type ASection, aSection, takeRoster } from "./a-section";

vi.mock("next/headers", () => import("../auth/a-request"));

useDatabase();

interface Received {
  readonly to: string;
  readonly text: string;
}

const received: Received[] = [];

/** How the server answers the next recipients: with this code, or by taking their mail. */
let refuses: number | null = null;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo(_, __, done) {
    done(refuses ? Object.assign(new Error("Not here"), { responseCode: refuses }) : null);
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      received.push({ to, text: Buffer.concat(chunks).toString() });
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});

afterAll(() => new Promise<void>((closed) => void server.close(closed)));

let autumn: ASection;

beforeEach(async () => {
  const { port } = server.server.address() as AddressInfo;
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  vi.stubEnv("MAIL_FROM", "Chainrule <chainrule@school.test>");
  vi.stubEnv("NEXTAUTH_URL", "https://chainrule.school.test");
  vi.stubEnv("LOG_LEVEL", "silent");
  received.length = 0;
  refuses = null;
  await db.$executeRaw`truncate "user", course cascade`;
  autumn = await aSection("Autumn");
});

afterEach(() => vi.unstubAllEnvs());

const aRoster = (people: number) =>
  `Name,Email\n${Array.from({ length: people }, (_, i) => `P ${i},p${i}@uni.example`).join("\n")}`;

/** Makes what is to be tried later due now. */
const later = () =>
  db.invitation.updateMany({
    where: { mailDueAt: { not: null } },
    data: { mailDueAt: new Date(0) },
  });

/** A mail's words, without the marks that keep its lines short. */
const words = ({ text }: Received) =>
  text
    .replace(/=\r\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll("=", ""), "hex").toString(),
    );

test("each person gets one mail with the link that opens their account", async () => {
  await takeRoster(autumn, "Name,Email\n<b>Åsa</b>,asa@uni.example\nBo,bo@uni.example\n");
  expect(await sendInvitations()).toBe(2);
  expect(received.map(({ to }) => to).toSorted()).toEqual(["asa@uni.example", "bo@uni.example"]);
  const mail = words(received.find(({ to }) => to.startsWith("asa"))!);
  expect(mail).toContain("From: Chainrule <chainrule@school.test>");
  expect(mail).toContain("Autumn");
  expect(mail).toContain("Hello &lt;b&gt;Åsa&lt;/b&gt;");
  const token = /https:\/\/chainrule\.school\.test\/claim\/(\S+)/.exec(mail)?.[1] ?? "";
  expect(await findClaim(token)).toMatchObject({ status: "open", email: "asa@uni.example" });
  for (const one of await listInvited(autumn.sectionId))
    expect(one).toMatchObject({ isDue: false, fault: null, sentAt: expect.any(Date) });
});

test("nobody gets two mails: not when it is run again, nor by several at once, nor by the roster a second time", async () => {
  await takeRoster(autumn, aRoster(45));
  const sent = await Promise.all([sendInvitations(), sendInvitations(), sendInvitations()]);
  expect(sent.reduce((sum, n) => sum + n)).toBe(45);
  await takeRoster(autumn, aRoster(45));
  expect(await sendInvitations()).toBe(0);
  expect(new Set(received.map(({ to }) => to)).size).toBe(45);
  expect(received).toHaveLength(45);
});

test("what the server cannot take now is sent later", async () => {
  await takeRoster(autumn, aRoster(1));
  refuses = 451;
  expect(await sendInvitations()).toBe(0);
  expect(await listInvited(autumn.sectionId)).toMatchObject([{ isDue: true, fault: null }]);
  refuses = null;
  expect(await sendInvitations()).toBe(0);
  await later();
  expect(await sendInvitations()).toBe(1);
});

test("an address that the server refuses for good is said, and not tried again", async () => {
  await takeRoster(autumn, aRoster(1));
  refuses = 550;
  expect(await sendInvitations()).toBe(0);
  const [one] = await listInvited(autumn.sectionId);
  expect(one).toMatchObject({ isDue: false, sentAt: null, fault: expect.stringContaining("550") });
  refuses = null;
  await later();
  expect(await sendInvitations()).toBe(0);
  await renewInvitation(autumn.actorId, autumn.sectionId, one!.personId);
  expect(await sendInvitations()).toBe(1);
});

test("no server at all loses no invitation", async () => {
  await takeRoster(autumn, aRoster(3));
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
  expect(await sendInvitations()).toBe(0);
  expect(await db.invitation.count({ where: { mailDueAt: { not: null } } })).toBe(3);
});

test("a mail whose sender was killed is due again, and who claimed or was removed meanwhile gets none", async () => {
  await takeRoster(autumn, aRoster(3));
  const people = await listInvited(autumn.sectionId);
  await db.user.update({ where: { id: people[0]!.personId }, data: { passwordHash: "x" } });
  await db.enrollment.updateMany({
    where: { userId: people[1]!.personId },
    data: { removedAt: new Date() },
  });
  await later();
  expect(await sendInvitations()).toBe(1);
  expect(received.map(({ to }) => to)).toEqual([people[2]!.email]);
});

test("without a mail server nothing is due", async () => {
  vi.stubEnv("SMTP_URL", "");
  await takeRoster(autumn, aRoster(1));
  expect(await sendInvitations()).toBe(0);
  expect(await listInvited(autumn.sectionId)).toMatchObject([{ isDue: false, sentAt: null }]);
});

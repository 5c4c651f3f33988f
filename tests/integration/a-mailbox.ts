import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";

export interface ReceivedMail {
  readonly to: string;
  /** Its words, without the marks that keep its lines short. */
  readonly text: string;
}

/** A mail server for a test file, and what has come to it. `refuses` is the code that it answers recipients with. */
export function useMailbox() {
  const mailbox = { received: [] as ReceivedMail[], refuses: null as number | null };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_, __, done) {
      const { refuses: responseCode } = mailbox;
      done(responseCode ? Object.assign(new Error("Not here"), { responseCode }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        mailbox.received.push({ to, text: wordsOf(Buffer.concat(chunks).toString()) });
        done();
      });
    },
  });
  beforeAll(() => new Promise<void>((done) => void server.listen(0, "127.0.0.1", done)));
  afterAll(() => new Promise<void>((done) => void server.close(done)));
  beforeEach(() => {
    const { port } = server.server.address() as AddressInfo;
    vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
    vi.stubEnv("MAIL_FROM", "Chainrule <chainrule@school.test>");
    vi.stubEnv("NEXTAUTH_URL", "https://chainrule.school.test");
    vi.stubEnv("LOG_LEVEL", "silent");
    mailbox.received.length = 0;
    mailbox.refuses = null;
  });
  afterEach(() => vi.unstubAllEnvs());
  return mailbox;
}

const wordsOf = (raw: string) =>
  raw
    .replace(/=\r\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll("=", ""), "hex").toString(),
    );

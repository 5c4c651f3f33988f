import { setTimeout as wait } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { mailPort } from "./mail-settings";

/** A real mail server for the product at this address, and the mails that have come to it. */
export class Mailbox {
  readonly #server: SMTPServer;
  readonly #mails: { readonly to: string; readonly text: string }[] = [];

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join();
          const text = Buffer.concat(chunks).toString().replace(/=\r\n/g, "");
          this.#mails.push({ to, text });
          done();
        });
      },
    });
  }

  static async open(product: string): Promise<Mailbox> {
    const mailbox = new Mailbox();
    const port = mailPort(Number(new URL(product).port));
    await new Promise<void>((done) => void mailbox.#server.listen(port, "127.0.0.1", done));
    return mailbox;
  }

  close(): Promise<void> {
    return new Promise((done) => void this.#server.close(done));
  }

  /** The link under this path in the newest mail to an address, once it has come. */
  async linkTo(address: string, path: string): Promise<string> {
    for (let tries = 0; tries < 600; tries++) {
      const mail = this.#mails.findLast(({ to }) => to === address);
      const link = mail && new RegExp(`http://[^\\s"]*${path}/[\\w-]+`).exec(mail.text)?.[0];
      if (link) return link;
      await wait(100);
    }
    throw new Error(`no mail with a link to ${path} came to ${address}`);
  }

  /** How many mails came to an address. */
  countTo = (address: string): number => this.#mails.filter(({ to }) => to === address).length;
}

import "server-only";
import { createTransport, type Transporter } from "nodemailer";

export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for the same mail sent again, so that a mailbox can tell. */
  readonly id: string;
}

export type Delivery =
  | { readonly status: "sent" }
  /** `forGood`: it would fail again. */
  | { readonly status: "failed"; readonly forGood: boolean; readonly fault: string };

/** Whether this product can send mail. */
export const sendsMail = (): boolean => Boolean(process.env.SMTP_URL);

const SECOND = 1000;

let kept: { readonly url: string; readonly transport: Transporter } | undefined;

/** Connections to the mail server of this moment's SMTP_URL, which are kept open between mails for a while. */
function transport(): Transporter {
  const url = process.env.SMTP_URL ?? "";
  if (kept?.url !== url) {
    kept?.transport.close();
    const patience = {
      connectionTimeout: 10 * SECOND,
      greetingTimeout: 10 * SECOND,
      socketTimeout: 20 * SECOND,
    };
    kept = { url, transport: createTransport({ url, pool: true, maxConnections: 5, ...patience }) };
  }
  return kept.transport;
}

/** Hands a mail to the mail server. */
export async function sendMail({ id, ...mail }: Mail): Promise<Delivery> {
  const from = process.env.MAIL_FROM;
  const messageId = `<${id}@${new URL(process.env.NEXTAUTH_URL ?? "http://localhost").hostname}>`;
  try {
    await transport().sendMail({ ...mail, from, messageId });
    return { status: "sent" };
  } catch (error) {
    const { responseCode = 0, command = "", message } = error as MailError;
    // Of a login that is refused, another mail would fail too; and it is for us to mend.
    const forGood = responseCode >= 500 && /^(RCPT TO|DATA)$/.test(command);
    return { status: "failed", forGood, fault: message.slice(0, 300) };
  }
}

interface MailError extends Error {
  readonly responseCode?: number;
  readonly command?: string;
}

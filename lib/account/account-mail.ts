import type { Mail } from "@/lib/mail/send-mail";

/** Who a mail is to. */
export interface Addressee {
  readonly name: string;
  readonly email: string;
}

interface Letter {
  readonly subject: string;
  readonly lines: readonly string[];
  /** The link to follow, and what its button says. */
  readonly link?: { readonly href: string; readonly says: string };
}

/** The link that chooses a new password. */
export const resetLetter = (href: string): Letter => ({
  subject: "Choose a new password",
  lines: [
    "Someone asked for a new password for your Chainrule account. If it was you, open this link within an hour:",
    "The link works once. If it wasn’t you, ignore this mail: nothing has changed.",
  ],
  link: { href, says: "Choose a new password" },
});

/** The link that confirms a new email, to the new address. */
export const confirmLetter = (href: string): Letter => ({
  subject: "Confirm your new email",
  lines: [
    "You asked to use this address for your Chainrule account. Open this link within an hour to confirm it:",
    "If it wasn’t you, ignore this mail: nothing has changed.",
  ],
  link: { href, says: "Confirm this email" },
});

/** What an account's owner must hear of at the address that they had. */
export const newsLetters = {
  password: {
    subject: "Your password was changed",
    lines: [
      "The password of your Chainrule account was just changed, and every browser was signed out.",
      "If it wasn’t you, choose a new password at once, and tell the people who run your Chainrule.",
    ],
  },
  linked: {
    subject: "Another way to sign in was linked",
    lines: [
      "An account elsewhere was just linked to your Chainrule account, and can sign in to it from now on.",
      "If it wasn’t you, choose a new password with “Forgotten your password?”, which unlinks it.",
    ],
  },
  email: {
    subject: "Your email was changed",
    lines: [
      "Your Chainrule account now uses another email, so you can’t sign in with this one any more.",
      "If it wasn’t you, tell the people who run your Chainrule at once.",
    ],
  },
} as const satisfies Readonly<Record<string, Letter>>;

export type News = keyof typeof newsLetters;

/** A letter as a mail: plain text, and the same as a page. */
export function mailOf({ name, email }: Addressee, letter: Letter, id: string): Mail {
  const { subject, lines, link } = letter;
  const hello = `Hello ${name},`;
  const [first = "", ...rest] = lines;
  const texts = [hello, first, ...(link ? [link.href] : []), ...rest];
  return {
    to: { name, address: email },
    subject,
    text: `${texts.join("\n\n")}\n`,
    html: pageOf(hello, letter),
    id,
  };
}

function pageOf(hello: string, { lines, link }: Letter): string {
  const [first = "", ...rest] = lines;
  const href = link && escaped(link.href);
  const button = link
    ? `<p><a href="${href}">${escaped(link.says)}</a></p><p style="color:#59626f;font-size:13px;word-break:break-all">${href}</p>`
    : "";
  const paragraph = (line: string) => `<p>${escaped(line)}</p>`;
  const body = [paragraph(hello), paragraph(first), button, ...rest.map(paragraph)].join("");
  return `<!doctype html><html lang="en"><body style="font:16px/1.5 sans-serif;max-width:36em;margin:0 auto;padding:1em">${body}</body></html>`;
}

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** What people typed is text in a mail too. */
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!);

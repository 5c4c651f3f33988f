import type { Mail } from "@/lib/mail/send-mail";

export interface InvitationMail {
  readonly name: string;
  readonly email: string;
  readonly section: string;
  readonly course: string;
  readonly role: "student" | "assistant" | "instructor";
  readonly link: string;
  readonly id: string;
}

const places = {
  student: "take part in",
  assistant: "assist in",
  instructor: "teach",
} as const;

/** The mail that invites somebody to claim their account. */
export function invitationMail(to: InvitationMail): Mail {
  const { name, email, section, course, role, link, id } = to;
  const lines = [
    `Hello ${name},`,
    `You’ve been enrolled to ${places[role]} “${course}”, in the section “${section}”. The account for it is ready under your email, ${email}.`,
    "Open this link to choose a password and begin:",
    link,
    "The link is for you alone: anyone who has it can open the account. If you didn’t expect this mail, you can ignore it.",
  ];
  return {
    to: { name, address: email },
    subject: `Your place in ${course}`,
    text: `${lines.join("\n\n")}\n`,
    html: pageOf(lines, link),
    id,
  };
}

function pageOf(lines: readonly string[], link: string): string {
  const paragraphs = lines.map((line) =>
    line === link
      ? `<p><a href="${escaped(link)}">Choose a password and begin</a></p><p style="color:#59626f;font-size:13px;word-break:break-all">${escaped(link)}</p>`
      : `<p>${escaped(line)}</p>`,
  );
  return `<!doctype html><html lang="en"><body style="font:16px/1.5 sans-serif;max-width:36em;margin:0 auto;padding:1em">${paragraphs.join("")}</body></html>`;
}

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** What people typed is text in a mail too. */
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!);

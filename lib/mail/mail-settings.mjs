/** "name@school.org" or "Chainrule <name@school.org>". */
const sender = /^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

/**
 * Looks at what sending mail takes. Throws one sentence for what is not as it should be; the address may hold a password,
 * which is not shown.
 * @param {Record<string, string | undefined>} env
 */
export function checkMail({ SMTP_URL: server, MAIL_FROM: from, NEXTAUTH_URL: site }) {
  if (!server) return;
  const { protocol = "", hostname = "" } = URL.canParse(server) ? new URL(server) : {};
  if (!/^smtps?:$/.test(protocol) || hostname === "")
    throw new Error("SMTP_URL must look like smtp://user:password@host:587, and it does not.");
  if (from && !sender.test(from))
    throw new Error(
      `MAIL_FROM must be an address such as Chainrule <chainrule@school.org>, and it is ${from}.`,
    );
  if (!site)
    throw new Error(
      "SMTP_URL takes a NEXTAUTH_URL, the address that people use: mails have links to it.",
    );
}

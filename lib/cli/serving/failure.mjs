import { createHash } from "node:crypto";

/** What a person reads when a page or an answer failed, by what is wrong with the database. */
const words = {
  away: {
    status: 503,
    title: "We can’t reach your work right now",
    said: "Our database isn’t answering. What you sent before is safe.",
    asked: "Try again in a minute.",
    sent: "We can’t tell whether this was kept, so send it again in a minute: the same answer never counts twice.",
  },
  full: {
    status: 503,
    title: "We can’t save anything right now",
    said: "Our server has run out of room. What you sent before is safe.",
    asked: "Try again later.",
    sent: "This was not kept, so send it again later.",
  },
  broke: {
    status: 500,
    title: "Something broke on our side",
    said: "What you sent before is safe.",
    asked: "Try again in a moment.",
    sent: "This may not have been kept, so send it again in a moment: the same answer never counts twice.",
  },
};

const style = `:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1d2430;--muted:#59626f;--line:#dfdbd1}
@media(prefers-color-scheme:dark){:root{--paper:#14171c;--ink:#e8e6e0;--muted:#a6adb8;--line:#333943}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 Inter,system-ui,sans-serif}
main{max-width:28rem;margin:0 auto;padding:5rem 1rem;text-align:center}
h1{font:600 1.875rem/1.25 "Source Serif 4",Georgia,serif}
p{color:var(--muted)}
a{display:inline-block;margin-top:.75rem;padding:.5rem 1rem;border:1px solid var(--line);border-radius:.25rem;color:var(--ink);text-decoration:none}`;

const hash = createHash("sha256").update(style).digest("base64");
export const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;

/** The answer to a request that failed: a page that needs neither scripts nor the database, or JSON for scripts.
 *  @param {{ id: string, method: string, json: boolean }} request
 *  @param {"away" | "full" | "broke"} what */
export function failureAnswer({ id, method, json }, what) {
  const { status, title, said, asked, sent } = words[what];
  const reads = method === "GET" || method === "HEAD";
  const advice = reads ? asked : sent;
  if (json) {
    const message = `${said} ${advice} Your text is still here. (Number ${id})`;
    return { status, type: "application/json", body: JSON.stringify({ message, requestId: id }) };
  }
  const ways = reads
    ? // This very address: one that begins with two slashes, written out, would lead to another site.
      '<a href="">Try again</a>'
    : "<p>Go back with your browser: what you typed is still there.</p>";
  const body = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Chainrule</title><style>${style}</style></head>
<body><main><h1>${title}</h1><p>${said} ${advice}</p>${ways}
<p>If it keeps happening, tell whoever runs this site the number <strong>${id}</strong>.</p></main></body></html>
`;
  return { status, type: "text/html; charset=utf-8", body };
}

import { videoHosts } from "@/lib/ui/video-url";
import { frameAncestors } from "./headers.mjs";

/** A word that no one can guess: scripts that carry it are the page's own. */
export const newNonce = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");

/** The Content-Security-Policy of a page whose scripts carry this nonce. Decision 020 says why each line is as it is. */
export function pagePolicy(nonce: string): string {
  const reloads = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${reloads ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${reloads ? " ws:" : ""}`,
    `frame-src ${videoHosts.join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    frameAncestors(),
  ].join("; ");
}

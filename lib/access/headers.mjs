import { framingSites } from "../auth/framing-sites.mjs";

/**
 * Who may put our pages into a frame, as Content-Security-Policy writes it: nobody, or those whom FRAME_ANCESTORS names.
 * @param {Record<string, string | undefined>} env
 */
export function frameAncestors(env = process.env) {
  const sites = framingSites(env);
  return sites.length > 0 ? `frame-ancestors ${sites.join(" ")}` : "frame-ancestors 'none'";
}

/** What no page of ours asks for. Full screen, autoplay and the like stay: videos in frames have a use for them. */
const unused = [
  "accelerometer",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/**
 * The headers of what stands at /files: a picture may be styled, and nothing in it runs, loads or leads anywhere, also where
 * somebody opens it by itself.
 * @param {Record<string, string | undefined>} env
 * @returns {[string, string][]}
 */
export const headersOfFiles = (env = process.env) =>
  headersOfAll(env).map(([name, value]) =>
    name === "Content-Security-Policy"
      ? [name, `default-src 'none'; style-src 'unsafe-inline'; sandbox; ${frameAncestors(env)}`]
      : [name, value],
  );

/** A year: long enough for a browser to refuse plain http between terms. */
const secureOnly = "max-age=31536000";

/**
 * The headers of every response, as pairs. The policy in them is for what is no page and loads nothing: replies of
 * the API, files, errors. Pages get one of their own instead (see page-policy.ts).
 * @param {Record<string, string | undefined>} env
 * @returns {[string, string][]}
 */
export function headersOfAll(env = process.env) {
  const ancestors = frameAncestors(env);
  /** @type {[string, string][]} */
  const headers = [
    [
      "Content-Security-Policy",
      `default-src 'none'; base-uri 'none'; form-action 'none'; ${ancestors}`,
    ],
    ["X-Content-Type-Options", "nosniff"],
    // Not shorter: video players refuse to play where they are not told which site they stand on.
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Permissions-Policy", unused.map((feature) => `${feature}=()`).join(", ")],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
  ];
  // For browsers that do not know frame-ancestors. It cannot name other sites, so where some may, it is left out.
  if (ancestors.endsWith("'none'")) headers.push(["X-Frame-Options", "DENY"]);
  if (env.NEXTAUTH_URL?.startsWith("https://")) {
    headers.push(["Strict-Transport-Security", secureOnly]);
  }
  return headers;
}

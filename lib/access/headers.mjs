/** An origin as FRAME_ANCESTORS may name it: a scheme, a host that may begin with "*.", and perhaps a port. */
const origin = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i;

/**
 * Who may put our pages into a frame, as Content-Security-Policy writes it: nobody, or the origins that
 * FRAME_ANCESTORS names. Throws one sentence when it names something else.
 * @param {Record<string, string | undefined>} env
 */
export function frameAncestors(env = process.env) {
  const named = (env.FRAME_ANCESTORS ?? "").split(/\s+/).filter(Boolean);
  const wrong = named.find((one) => one !== "'self'" && !origin.test(one));
  if (wrong) {
    throw new Error(
      `FRAME_ANCESTORS has “${wrong}”, which is not an origin: name them like https://learn.school.org, with spaces between.`,
    );
  }
  return named.length > 0 ? `frame-ancestors ${named.join(" ")}` : "frame-ancestors 'none'";
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

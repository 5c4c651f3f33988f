import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";
import { headersOfAll } from "./lib/access/headers.mjs";

/** @returns {import("next").NextConfig} */
export default (phase) => ({
  poweredByHeader: false,
  // Types are checked by `npm test`, with a compiler that Next does not know.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pg", "@node-rs/argon2"],
  // A build would keep the headers of the place where it was made: what serves it adds them (serve-built.mjs).
  headers: phase === PHASE_DEVELOPMENT_SERVER ? headersInDevelopment : undefined,
});

const headersInDevelopment = async () => [
  {
    source: "/:path*",
    headers: headersOfAll().map(([key, value]) => ({ key, value })),
  },
];

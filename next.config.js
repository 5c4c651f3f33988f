import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";
import { headersOfAll, headersOfFiles } from "./lib/access/headers.mjs";
import { largestBody } from "./lib/access/largest-body.mjs";

/** @returns {import("next").NextConfig} */
export default (phase) => ({
  poweredByHeader: false,
  // What only npm run dev serves: when lessons were loaded (app/api/loaded).
  pageExtensions: phase === PHASE_DEVELOPMENT_SERVER ? ["tsx", "ts", "dev.ts"] : ["tsx", "ts"],
  // Our server packs what it answers (lib/cli/serving/packed-response.mjs).
  compress: false,
  // Types are checked by `npm test`, with a compiler that Next does not know.
  typescript: { ignoreBuildErrors: true },
  // No page has a picture to be resized, and whoever asks for one anyway would have our processor do it.
  images: { unoptimized: true },
  serverExternalPackages: [
    ...["pg", "@node-rs/argon2", "nodemailer", "graphile-worker"],
    ...(phase === PHASE_DEVELOPMENT_SERVER ? readersOfText : []),
  ],
  experimental: { serverActions: { bodySizeLimit: largestBody } },
  // A build would keep the headers of the place where it was made: what serves it adds them (serve-built.mjs).
  headers: phase === PHASE_DEVELOPMENT_SERVER ? headersInDevelopment : undefined,
});

// Bundled for development they check themselves at every character, and read a lesson several times slower.
const readersOfText = [
  ...["unified", "remark-parse", "remark-frontmatter", "remark-gfm", "remark-math", "remark-mdx"],
  ...["mdast-util-math", "mdast-util-mdx-expression", "mdast-util-mdx-jsx", "mdast-util-to-hast"],
  ...["mdast-util-to-string", "hast-util-to-html", "micromark-extension-mdx-expression"],
];

const headersInDevelopment = async () => [
  {
    source: "/:path*",
    headers: headersOfAll().map(([key, value]) => ({ key, value })),
  },
  {
    source: "/files/:name",
    headers: headersOfFiles().map(([key, value]) => ({ key, value })),
  },
];

import { expect, request, test } from "@playwright/test";
import { lessonPath } from "./pages/lesson-page";

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** Something of every sort that the product sends. */
const sent: readonly (readonly [string, number, string, "GET" | "POST"])[] = [
  ["a page", 200, lessonPath, "GET"],
  ["a page that is not there", 404, "/nowhere", "GET"],
  ["a page that is not there, with a dot in its name", 404, "/courses/a.b", "GET"],
  ["a redirect", 307, "/sections", "GET"],
  ["a redirect away from a file", 307, "/sections/x/scores.csv", "GET"],
  ["an address that cannot be read", 400, "/%", "GET"],
  ["an address with the character 0", 400, "/courses/a%00/b", "GET"],
  ["a reply of the API", 200, "/api/health", "GET"],
  ["a refusal of the API", 400, "/api/submissions", "POST"],
  ["an address of the API where nothing is", 404, "/api/nowhere", "GET"],
  ["a sign-in through a provider that no form was sent to", 400, "/api/auth/signin/x", "POST"],
  ["a method that is not taken", 405, "/api/submissions", "GET"],
  ["a picture", 200, "/icon.svg", "GET"],
  ["a picture to be resized", 404, "/_next/image?url=%2Ficon.svg&w=640&q=75", "GET"],
  ["a script that is not there", 404, "/_next/static/chunks/nowhere.js", "GET"],
];

for (const [what, status, path, method] of sent) {
  test(`${what} says what a browser may do with it`, async ({ baseURL }) => {
    const visit = await request.newContext({ baseURL });
    const response = await visit.fetch(path, { method, maxRedirects: 0 });
    expect(response.status()).toBe(status);
    const headers = response.headers();
    expect(headers).toMatchObject(always);
    expect(headers["permissions-policy"]).toContain("camera=()");
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/default-src 'none'|object-src 'none'/);
    expect(policy.match(/script-src [^;]*/)?.[0] ?? "").not.toMatch(/unsafe|\*|https?:/);
    expect(headers["x-powered-by"]).toBeUndefined();
    await visit.dispose();
  });
}

test("scripts and styles say so too, and are kept for good", async ({ request: visit }) => {
  const page = await (await visit.get("/")).text();
  const files = new Set(page.match(/\/_next\/static\/[^"\\]+\.(?:js|css)/g));
  expect(files.size).toBeGreaterThan(3);
  for (const file of files) {
    const headers = (await visit.get(file)).headers();
    expect(headers, file).toMatchObject(always);
    expect(headers["content-security-policy"], file).toMatch(/^default-src 'none'/);
    expect(headers["cache-control"], file).toContain("immutable");
  }
});

for (const path of ["/", lessonPath, "/sign-in", "/nowhere", "/progress/x"]) {
  test(`every script of ${path} carries the nonce of this reply, and of no other`, async ({
    request: visit,
  }) => {
    const replies = [await visit.get(path), await visit.get(path)];
    const nonces = await Promise.all(
      replies.map(async (reply) => {
        const [, nonce] =
          /script-src 'nonce-([^']+)'/.exec(reply.headers()["content-security-policy"] ?? "") ?? [];
        const scripts = (await reply.text()).match(/<script\b[^>]*>/g) ?? [];
        expect(scripts.length).toBeGreaterThan(2);
        for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
        expect(reply.headers()["cache-control"]).toMatch(/no-store|no-cache/);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
  });
}

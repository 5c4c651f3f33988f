import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { addressOf, addressProblem } from "@/lib/authoring/sync/git/address";
import { reachOf } from "@/lib/authoring/sync/git/reach";
import { readRemote } from "@/lib/authoring/sync/git/read-remote";
import { runGit } from "@/lib/authoring/sync/git/run-git";

const place = mkdtempSync(path.join(tmpdir(), "git-addresses-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

let server: Server;
let port = 0;
let met = 0;

async function listen(made: Server): Promise<void> {
  server = made;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
}

beforeEach(() => {
  met = 0;
});

afterEach(() => {
  delete process.env.GIT_REMOTE_HOSTS;
  server?.close();
});

describe("a service of the server’s own network", () => {
  beforeEach(() =>
    listen(
      createServer((socket) => {
        met++;
        socket.on("error", () => {}).destroy();
      }),
    ),
  );

  test.each([
    ["1.1.1.1\\@127.0.0.1"],
    ["1.1.1.1\\@localhost"],
    ["1.1.1.1\\x@127.0.0.1"],
    ["1.1.1.1:443\\@127.0.0.1"],
    ["1.1.1.1#@127.0.0.1"],
    ["1.1.1.1?@127.0.0.1"],
    ["1.1.1.1;@127.0.0.1"],
    ["a@b@127.0.0.1"],
    ["@127.0.0.1"],
    ["%31%32%37.0.0.1"],
    ["①②⑦.0.0.1"],
    ["127。0。0。1"],
    ["127.0.0.1"],
    ["0177.0.0.1"],
    ["localhost."],
    ["[::ffff:7f00:1]"],
  ])("is not met as %s", async (host) => {
    for (const hosts of ["", "1.1.1.1"]) {
      process.env.GIT_REMOTE_HOSTS = hosts;
      const url = `https://${host}:${port}/x.git`;
      const read = readRemote({ url, branch: "main", folder: "" });
      await expect(read, hosts).rejects.toThrow(/address|own network|alone/);
    }
    expect(met).toBe(0);
  });
});

describe("a host that was looked at", () => {
  const host = "git.school.test";
  const [key, cert] = [path.join(place, "key.pem"), path.join(place, "cert.pem")];

  beforeEach(async () => {
    execFileSync("openssl", [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
      ...["-keyout", key, "-out", cert, "-subj", `/CN=${host}`],
      ...["-addext", `subjectAltName=DNS:${host},DNS:localhost`],
    ]);
    const files = { key: readFileSync(key), cert: readFileSync(cert) };
    await listen(
      createSecureServer(files, ({ url = "" }, response) => {
        if (url.startsWith("/elsewhere")) met++;
        response.writeHead(302, { location: `https://localhost:${port}/elsewhere${url}` }).end();
      }),
    );
  });

  test("is reached where it was found to be, and leads git nowhere else", async () => {
    // No name server knows it: what leads git there is the setting alone.
    const settings = [`http.sslCAInfo=${cert}`, `http.curloptResolve=${host}:${port}:127.0.0.1`];
    const run = runGit(["ls-remote", "--", `https://${host}:${port}/x.git`], {
      reach: { protocol: "https", settings },
      folder: place,
    });
    await expect(run).rejects.toThrow("The repository has moved");
    expect(met).toBe(0);
  });

  test("is held to the address that it had then", async () => {
    process.env.GIT_REMOTE_HOSTS = "localhost";
    const reach = await reachOf(addressOf(`https://localhost:${port}/x.git`)!);
    expect(reach.settings).toEqual([
      expect.stringMatching(`^http.curloptResolve=localhost:${port}:(127.0.0.1|\\[::1\\])$`),
    ]);
  });
});

test("git is given an address as it was judged", () => {
  expect(addressOf("https://GitHub.com:443/a/../b.git")).toMatchObject({
    host: "github.com",
    url: "https://github.com/b.git",
  });
  process.env.GIT_REMOTE_HOSTS = "git.school.org";
  for (const url of [
    "https://git.school.org/~ines/course%20one.git",
    "ssh://git@git.school.org:2222/a/b.git",
    "git@git.school.org:a/b.git",
  ])
    expect(addressProblem(url), url).toBeUndefined();
  for (const url of [
    "ssh://git@git.school.org;touch$IFS/x/b.git",
    "ssh://git.school.org\\@127.0.0.1/b.git",
    "https://git.school.org\\@127.0.0.1/b.git",
    "https:git.school.org/b.git",
    "https:\\\\git.school.org/b.git",
  ])
    expect(addressOf(url), url).toBeUndefined();
});

import { spawn } from "node:child_process";
import net from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, type Page, test } from "@playwright/test";
import {
  type Guest,
  lesson,
  newAnswer,
  newGuest,
  post,
  send,
  storedAnswers,
} from "./failing/guest";
import { sendHalf } from "./failing/half-sent";
import { OwnProduct } from "./failing/own-product";
import { type SmallDisk, smallDisk } from "./failing/small-disk";

// One product, to which one thing after the other happens.
test.describe.configure({ mode: "serial" });

let disk: SmallDisk | null;
let product: OwnProduct;
let guest: Guest;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  disk = smallDisk(256);
  product = await OwnProduct.make(disk?.folder);
  await product.start();
  guest = await newGuest(product);
  await answer();
});

test.afterAll(async () => {
  await product.end("SIGTERM");
  if (disk) disk.remove();
  else await product.remove();
});

const health = (name: string) => fetch(`${product.site}/api/health/${name}`);

/** Sends an answer that must be acknowledged. */
async function answer(): Promise<void> {
  const next = newAnswer(guest);
  await send(guest, next);
  guest.kept.push(next);
}

/** Sends one that must be refused; gives what is said. */
async function refusedAnswer(): Promise<string> {
  const next = newAnswer(guest);
  const response = await post(guest, next);
  guest.lost.push(next);
  expect(response.status).toBe(503);
  return (await response.json()).message;
}

/** The page says that the database is away, and by which number its request is found in the log. */
async function expectAway(page: Page): Promise<void> {
  const response = await page.goto(product.site + lesson, { timeout: 20_000 });
  expect(response?.status()).toBe(503);
  await expect(
    page.getByRole("heading", { name: "We can’t reach your work right now" }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "Try again" })).toBeVisible();
  const id = response?.headers()["x-request-id"] ?? "no id";
  await expect(page.getByText(`the number ${id}`)).toBeVisible();
  await expect
    .poll(() => product.log.filter((line) => line.id === id).map(({ level }) => level))
    .toEqual(["error", "info"]);
}

/** The lesson opens again, without anybody's help. */
async function expectBack(page: Page): Promise<void> {
  await expect.poll(async () => (await health("ready")).status, { timeout: 30_000 }).toBe(200);
  expect((await page.goto(product.site + lesson))?.status()).toBe(200);
  await answer();
  expect(await storedAnswers(product, guest)).toEqual(
    expect.arrayContaining(guest.kept.map(({ typed }) => typed)),
  );
}

test("a killed database comes back by itself, and pages say so meanwhile", async ({ page }) => {
  product.signalDatabase("SIGKILL");
  const [said] = await Promise.all([refusedAnswer(), expectAway(page)]);
  expect(said).toContain("the same answer never counts twice");
  await expectBack(page);
  const told = product.log.map(({ message }) => message);
  expect(told).toContain("The database stopped. Starting it again.");
  expect(told).toContain("The database is back.");
});

test("a frozen database gives a page and no wait without end, and goes on when it thaws", async ({
  page,
}) => {
  product.signalDatabase("SIGSTOP");
  try {
    await Promise.all([refusedAnswer(), expectAway(page)]);
    expect((await health("live")).status).toBe(200);
    const ready = await health("ready");
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: "unavailable", database: "does not answer" });
  } finally {
    product.signalDatabase("SIGCONT");
  }
  await expectBack(page);
});

test("a full disk takes no answers, loses none, and needs no restart once there is room", async ({
  page,
}) => {
  test.skip(!disk, "This machine lets us mount no small disk, so a full one was not tried.");
  const others = await Promise.all(Array.from({ length: 8 }, () => newGuest(product)));
  disk?.fill();
  const said = await Promise.all(others.map(answerUntilRefused));
  expect(said.join()).toMatch(/has run out of room/);
  await useUpLog();
  await expectAway(page);
  disk?.free();
  await expectBack(page);
  for (const other of others) {
    expect(await storedAnswers(product, other)).toEqual(
      expect.arrayContaining(other.kept.map(({ typed }) => typed)),
    );
  }
});

/** PostgreSQL stops where it cannot even write its log ahead. */
async function useUpLog(): Promise<void> {
  const megabyte = "select pg_logical_emit_message(true, 'full', repeat('x', 1000000))";
  for (let written = 0; written < 200; written++) {
    const wrote = await product.query(megabyte).catch(() => null);
    if (!wrote) return;
  }
  throw new Error("the disk is not full");
}

/** Answers until the server takes no more, and gives what it says then. */
async function answerUntilRefused(other: Guest): Promise<string> {
  for (;;) {
    const next = newAnswer(other);
    const response = await post(other, next);
    const body = await response.json();
    if (response.status === 503) return body.message;
    expect(response.status).toBe(200);
    other.kept.push(next);
  }
}

test("what was on its way at SIGTERM is answered and kept", async () => {
  const next = newAnswer(guest);
  const half = await sendHalf(guest, next);
  const ended = product.end("SIGTERM");
  await expect.poll(() => canConnect(product.port)).toBe(false);
  const { status, body } = await half.finish();
  expect(status).toBe(200);
  expect(JSON.parse(body).result.status).toBe("graded");
  guest.kept.push(next);
  await ended;
  await product.start();
  expect(await storedAnswers(product, guest)).toContain(next.typed);
});

test("a backup made while it runs brings everything back, and what was answered since stays beside it", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const file = path.join(product.data, "one.backup.gz");
  expect(await command("backup", file)).toMatchObject({ code: 0 });
  const stored = await storedAnswers(product, guest);
  await answer();
  expect(await command("restore", file)).toEqual({
    code: 1,
    said: expect.stringContaining("Another Chainrule is using the data folder"),
  });
  await product.end("SIGTERM");
  expect(await command("restore", file)).toEqual({
    code: 1,
    said: expect.stringContaining("The database is not empty, so nothing was restored."),
  });
  const { code, said } = await command("restore", file, "--replace");
  expect(code).toBe(0);
  await product.start();
  expect(await storedAnswers(product, guest)).toEqual(stored);
  expect((await page.goto(product.site + lesson))?.status()).toBe(200);

  await product.end("SIGTERM");
  const [, before = "no file"] = /kept in (.*)/.exec(said) ?? [];
  expect(await command("restore", before, "--replace")).toMatchObject({ code: 0 });
  await product.start();
  expect(await storedAnswers(product, guest)).toHaveLength(stored.length + 1);
});

test("the log has a line for each request, and nothing that says who asked or what they typed", async () => {
  const email = "ada@lovelace.test";
  await fetch(`${product.site}/progress/${email}?of=${email}`, {
    headers: { cookie: guest.cookie },
  });
  await expect
    .poll(() => product.log.findLast(({ message }) => message === "request"))
    .toMatchObject({ level: "info", method: "GET", route: "/progress/[exercise]", status: 404 });
  const log = JSON.stringify(product.log);
  for (const secret of [email, "127.0.0.1", guest.cookie, guest.kept[0]?.key ?? "no key"])
    expect(log).not.toContain(secret);
});

async function canConnect(port: number): Promise<boolean> {
  const socket = net.connect(port, "127.0.0.1");
  const open = await new Promise<boolean>((resolve) => {
    socket.on("connect", () => resolve(true));
    socket.on("error", () => resolve(false));
  });
  socket.destroy();
  await wait(20);
  return open;
}

/** Runs a command on the product's database; gives its exit code and what it wrote. */
function command(name: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [`lib/cli/${name}.mjs`, ...args], { env: product.env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part) => {
      said += part;
    });
  }
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}

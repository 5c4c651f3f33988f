import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { scoreOf } from "@/lib/answering/standing";
import type { Result } from "@/lib/exercise";
import { type Guest, newAnswer, newGuest, send, storedAnswers, tokenOf } from "./failing/guest";
import { OwnProduct } from "./failing/own-product";

let product: OwnProduct;

test.beforeAll(async () => {
  product = await OwnProduct.make();
});

test.afterAll(() => product.remove());

test("after kill -9 of app and database, every acknowledged answer is there, none twice, and the scores agree", async () => {
  test.setTimeout(480_000);
  const guests: Guest[] = [];
  for (let round = 1; round <= 2; round++) {
    await product.start();
    guests.push(...(await Promise.all(Array.from({ length: 6 }, () => newGuest(product)))));
    const before = acknowledged(guests);
    const streams = guests.map((guest) => stream(guest));
    while (acknowledged(guests) < before + 80) await wait(20);
    await killAll();
    await Promise.all(streams);
  }
  await product.start();
  for (const guest of guests) await check(guest);
  // What was on its way when the power went is sent again, as a browser's user would.
  for (const guest of guests) {
    for (const answer of guest.lost.splice(0)) {
      await send(guest, answer);
      guest.kept.push(answer);
    }
    await check(guest);
  }
});

const acknowledged = (guests: readonly Guest[]) =>
  guests.reduce((sum, { kept }) => sum + kept.length, 0);

/** Answers one after the other, every third sent twice at once, until the server is gone. */
async function stream(guest: Guest): Promise<void> {
  for (let i = 0; ; i++) {
    const answer = newAnswer(guest);
    const tries = i % 3 === 0 ? [send(guest, answer), send(guest, answer)] : [send(guest, answer)];
    const heard = await Promise.allSettled(tries);
    if (heard.every(({ status }) => status === "rejected")) {
      guest.lost.push(answer);
      return;
    }
    guest.kept.push(answer);
  }
}

/** Everything acknowledged to a guest is stored, nothing twice, and the kept score is what was stored comes to. */
async function check(guest: Guest): Promise<void> {
  const { kept, lost } = guest;
  const stored = await storedAnswers(product, guest);
  expect(new Set(stored).size, "none is stored twice").toBe(stored.length);
  expect(stored).toEqual(expect.arrayContaining(kept.map(({ typed }) => typed)));
  const sent = [...kept, ...lost].map(({ typed }) => typed);
  for (const typed of stored) expect(sent).toContain(typed);
  const results = await product.query<{ result: Result }>(
    `select s.result from submission s join variant v on v.id = s.variant_id
     join "user" u on u.id = v.user_id where u.guest_token = $1 order by s.created_at`,
    [tokenOf(guest)],
  );
  const [score] = await product.query(
    `select best, first, first_number as "firstNumber", attempts
     from score join "user" u on u.id = user_id where guest_token = $1`,
    [tokenOf(guest)],
  );
  expect(score).toEqual(
    scoreOf([{ number: 1, possible: 1, results: results.map(({ result }) => result) }]),
  );
}

/** Ends the app and every process of its database, at once and without a word. */
async function killAll(): Promise<void> {
  const gone = product.end("SIGKILL");
  product.signalDatabase("SIGKILL");
  await gone;
}

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { lessonPath } from "./pages/lesson-page";
import { closeRecords, type StoredVariant, storedVariants } from "./pages/records";
import { formsIn, type SentForm } from "./pages/sent-forms";

const guests = 9;
const exercises = 12;

test.afterAll(closeRecords);

test("nothing that a browser is sent tells a key, a seed or a solution, for over 200 variants", async ({
  baseURL,
}) => {
  test.setTimeout(240_000);
  let seen = 0;
  for (let guest = 1; guest <= guests; guest++) {
    const visit = await request.newContext({ baseURL });
    const sent: string[] = [await pageOf(visit)];
    sent.push(...(await answerWrongly(visit, sent[0] ?? "")));
    await newNumbers(visit, sent[0] ?? "");
    const fresh = await pageOf(visit);
    sent.push(fresh, await payloadOf(visit), ...(await answerWrongly(visit, fresh)));
    const { cookies } = await visit.storageState();
    const variants = await storedVariants(
      cookies.find(({ name }) => name === "guest")?.value ?? "",
    );
    expect(variants, `variants of guest ${guest}`).toHaveLength(2 * exercises);
    seen += variants.length;
    for (const variant of variants) tellsNothing(sent.join("\n"), variant);
    await visit.dispose();
  }
  expect(seen).toBeGreaterThan(200);
});

test("the scripts hold no content, and no source maps are served", () => {
  const folder = path.resolve(".next/static");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
  // Figures bring the engine to the browser, names like crossEntropy with it. It holds no key: lessons and secrets do.
  const secrets = ["Misconception", "base 10. The loss takes", "NEXTAUTH_SECRET", "DATABASE_URL"];
  const lines = linesOfLessons();
  expect(lines.length).toBeGreaterThan(1000);
  for (const file of files.filter((name) => name.endsWith(".js"))) {
    const script = readFileSync(path.join(folder, file), "utf8");
    const found = [...secrets, ...lines].filter((text) => script.includes(text));
    expect(found, file).toEqual([]);
  }
});

/** Every line of every lesson that is long enough to be known again. */
function linesOfLessons(): string[] {
  const content = path.resolve("content");
  const files = readdirSync(content, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".mdx"))
    .flatMap((file) => readFileSync(path.join(content, file), "utf8").split("\n"))
    .map((line) => line.trim())
    .filter((line) => line.length >= 30);
}

async function pageOf(visit: APIRequestContext): Promise<string> {
  const response = await visit.get(lessonPath);
  expect(response.ok()).toBe(true);
  return response.text();
}

/** What Next's router would fetch instead of the page. */
async function payloadOf(visit: APIRequestContext): Promise<string> {
  const response = await visit.get(lessonPath, { headers: { RSC: "1" } });
  expect(response.headers()["content-type"]).toContain("text/x-component");
  return response.text();
}

/** Sends each exercise a wrong answer and one that cannot be read; gives the replies. */
async function answerWrongly(visit: APIRequestContext, page: string): Promise<string[]> {
  const replies: string[] = [];
  for (const form of formsIn(page)) {
    for (const answer of ["wrong", "unreadable"] as const) {
      const response = await visit.post("/api/submissions", {
        form: { ...form.hidden, submission: crypto.randomUUID(), ...answersTo(form, answer) },
        headers: { accept: "application/json" },
      });
      const reply = await response.text();
      expect(response.ok(), reply).toBe(true);
      replies.push(reply);
    }
  }
  return replies;
}

async function newNumbers(visit: APIRequestContext, page: string): Promise<void> {
  for (const form of formsIn(page)) {
    const response = await visit.post("/api/variants", {
      form: form.hidden,
      headers: { accept: "application/json" },
    });
    expect(response.ok()).toBe(true);
  }
}

function answersTo({ fields }: SentForm, answer: "wrong" | "unreadable"): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ name, options }) => {
      if (answer === "unreadable") return [name, "?!"];
      // Of options, the first; of steps, the order shown, which is never right; else a number nobody computes.
      return [name, options.length > 0 ? (options[0] ?? "") : "12345.678"];
    }),
  );
}

/** Holds what was sent against what the variant's row keeps. */
function tellsNothing(sent: string, { slug, number, seed, key, givens }: StoredVariant): void {
  const where = `${slug}, numbers ${number}, seed ${seed}`;
  expect(sent.includes(seed), `the seed of ${where}`).toBe(false);
  expect(sent.includes("base 10. The loss takes"), `a misconception of ${where}`).toBe(false);
  expect(/"(key|seed|answer|correct|givens)\\?":/.test(sent), `a column of ${where}`).toBe(false);
  for (const [part, value] of Object.entries(key)) {
    for (const secret of secretsOf(value)) {
      const shown = JSON.stringify(givens).includes(secret);
      if (!shown) expect(sent.includes(secret), `${part} of ${where}: ${secret}`).toBe(false);
    }
  }
}

/** The texts by which a key would be known: its numbers to five figures, and the right order of steps. */
function secretsOf(key: unknown): string[] {
  if (typeof key === "number") return isShort(key) ? [] : [figures(key)];
  if (Array.isArray(key)) return key.flatMap(secretsOf);
  const { steps, values } = key as { steps?: string[]; values?: number[] };
  if (values) return secretsOf(values);
  return steps ? [steps.join(","), JSON.stringify(steps)] : [];
}

/** Whether a number has so few digits that others begin with them by chance: 0.53 is the beginning of 0.530004. */
const isShort = (value: number) => Math.abs(value - Number(value.toPrecision(4))) < 1e-12;

/** The digits of a number that any rounding to six figures or more begins with, without its sign. */
function figures(value: number): string {
  return Math.abs(value).toPrecision(12).slice(0, 7);
}

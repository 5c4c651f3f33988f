import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { OwnProduct } from "../failing/own-product";

/** Four sums with a drawn number, the first with whatever key it is given. */
const lesson = (twice: string) => `---
title: Sums
summary: What to do with one number.
---

Each exercise has a number of your own.

${exercise("twice", "Twice a number", "2a", twice)}

${exercise("five-more", "Five more", "a + 5", "a + 5")}

${exercise("five-less", "Five less", "a - 5", "a - 5")}

${exercise(
  "half",
  "Half a number",
  "a / 2",
  "a / 2",
  `<Misconception when={{ it: 2 * a }}>This is twice the number.</Misconception>
  <Solution>Divide by two.</Solution>`,
)}
`;

const exercise = (id: string, title: string, label: string, answer: string, more = "") =>
  `<Exercise id="${id}" title="${title}">
  <Given name="a" value={integer(10, 99)} />

  Your number is $a = \\val{a}$.

  <Numeric name="it" label="$${label}$" answer={${answer}} tolerance={0.001} />
  ${more}
</Exercise>`;

/** Writes a course of its own, "Sums", into a folder of this product's, and loads it in place of what it had before.
 *  `twice` is the key of the exercise "Twice a number". */
export async function loadSums(product: OwnProduct, twice: string): Promise<void> {
  const folder = path.join(product.data, "courses");
  const course = path.join(folder, "sums");
  await mkdir(path.join(course, "01-sums"), { recursive: true });
  await writeFile(path.join(course, "course.yaml"), "title: Sums\nsummary: Sums in the head.\n");
  await writeFile(path.join(course, "01-sums/lesson.mdx"), lesson(twice));
  const args = ["--import", "tsx", "--conditions=react-server", "tests/e2e/term/load-folder.ts"];
  const env = { ...product.env, DATABASE_URL: product.databaseUrl };
  await promisify(execFile)(process.execPath, [...args, folder], { env });
}

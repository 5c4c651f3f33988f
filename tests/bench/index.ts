import { execFileSync } from "node:child_process";
import os from "node:os";
import { disconnect } from "@/lib/db/client";
import { authorCheckBench } from "./author-check";
import { devSaveBench } from "./dev-save";
import { engineBench } from "./engine";
import { exerciseBench } from "./exercise";
import { expressionBench } from "./expression";
import { gradebookBench } from "./gradebook";
import { hostileBench } from "./hostile";
import { httpBench } from "./http";
import { judgedBench } from "./judged";
import { liveBench } from "./live";
import { pageBench } from "./page";
import { previewBench } from "./preview";
import { startProduct } from "./product";
import { recognisedBench } from "./recognised";
import { regradeBench } from "./regrade";
import type { BenchRow } from "./row";

type Product = Awaited<ReturnType<typeof startProduct>>;

/** What is measured without the product, and on it; `npm run bench -- pages http` measures those alone. */
const alone: Readonly<Record<string, () => readonly BenchRow[] | Promise<readonly BenchRow[]>>> = {
  engine: engineBench,
  exercise: exerciseBench,
  expression: expressionBench,
  judged: judgedBench,
  recognised: recognisedBench,
  hostile: hostileBench,
  author: authorCheckBench,
  dev: devSaveBench,
};
const onProduct: Readonly<Record<string, (product: Product) => Promise<readonly BenchRow[]>>> = {
  pages: ({ origin }) => pageBench(origin),
  http: ({ origin }) => httpBench(origin),
  preview: ({ origin }) => previewBench(origin),
  live: liveBench,
  regrade: () => regradeBench(),
  gradebook: ({ origin }) => gradebookBench(origin),
};

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const rows: BenchRow[] = [];
for (const [name, measure] of Object.entries(alone)) {
  if (isWanted(name)) rows.push(...(await measure()));
}
if (Object.keys(onProduct).some(isWanted)) {
  const product = await startProduct();
  try {
    for (const [name, measure] of Object.entries(onProduct)) {
      if (isWanted(name)) rows.push(...(await measure(product)));
    }
  } finally {
    await disconnect();
    await product.end();
  }
}
print(rows);

function print(rows: readonly BenchRow[]): void {
  const commit = execFileSync("git", ["describe", "--always", "--dirty"], {
    encoding: "utf8",
  }).trim();
  const [cpu] = os.cpus();
  console.log(
    `Commit ${commit}, Node ${process.versions.node}, ${os.cpus().length} × ${cpu?.model}\n`,
  );
  console.log("| what | value | floor, in the same run | ratio | aim |  |");
  console.log("|---|--:|---|--:|---|---|");
  for (const row of rows) console.log(line(row));
}

function line({ name, value, unit, floor, aim, least, met }: BenchRow): string {
  const cells = [
    name,
    `${figure(value)} ${unit}`,
    floor ? `${floor.name}: ${figure(floor.value)} ${unit}` : "",
    floor ? figure(value / floor.value) : "",
    aimOf({ aim, least, unit, floor }),
    met === undefined ? "" : met ? "met" : "missed",
  ];
  return `| ${cells.join(" | ")} |`;
}

function aimOf({ aim, least, unit, floor }: Pick<BenchRow, "aim" | "least" | "unit" | "floor">) {
  if (least !== undefined) return `at least ${least}`;
  if (aim === undefined) return "";
  return floor ? `at most ${aim}` : `at most ${aim} ${unit}`;
}

function figure(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en-GB");
}

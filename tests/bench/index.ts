import { execFileSync } from "node:child_process";
import os from "node:os";
import { disconnect } from "@/lib/db/client";
import { engineBench } from "./engine";
import { exerciseBench } from "./exercise";
import { expressionBench } from "./expression";
import { gradebookBench } from "./gradebook";
import { hostileBench } from "./hostile";
import { httpBench } from "./http";
import { judgedBench } from "./judged";
import { liveBench } from "./live";
import { pageBench } from "./page";
import { startProduct } from "./product";
import { regradeBench } from "./regrade";
import type { BenchRow } from "./row";

const rows = [
  ...(await engineBench()),
  ...(await exerciseBench()),
  ...expressionBench(),
  ...judgedBench(),
  ...hostileBench(),
];
const product = await startProduct();
try {
  rows.push(...(await pageBench(product.origin)), ...(await httpBench(product.origin)));
  rows.push(...(await liveBench(product)));
  rows.push(...(await regradeBench()));
  rows.push(...(await gradebookBench(product.origin)));
} finally {
  await disconnect();
  await product.end();
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

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseLesson } from "@/lib/content";
import { drawVariant } from "@/lib/exercise";
import { draw } from "@/lib/exercise/draw";
import { faultOf } from "@/lib/exercise/fairness/faults";

const only = process.argv[2];
const course = "content/backpropagation";
const rows: [string, number, number, number][] = [];
for (const f of readdirSync(course, { recursive: true, encoding: "utf8" })
  .filter((f) => path.basename(f) === "lesson.mdx")
  .sort()) {
  const p = parseLesson(readFileSync(path.join(course, f), "utf8"), f);
  if (p.status !== "parsed") throw new Error(f);
  for (const ex of p.lesson.exercises) {
    if (only && ex.id !== only) continue;
    const n = ex.fixed.length + 1;
    const t: number[] = [];
    const d: number[] = [];
    const one: number[] = [];
    for (let i = 0; i < 120; i++) {
      const a = performance.now();
      drawVariant(ex, { seed: `t${i}`, number: n });
      t.push(performance.now() - a);
      try {
        const b = performance.now();
        const x = draw(ex, { seed: `u${i}`, number: n });
        const c = performance.now();
        faultOf(ex, x);
        one.push(performance.now() - c);
        d.push(c - b);
      } catch {}
    }
    const med = (v: number[]) =>
      v.slice(20).sort((a, b) => a - b)[Math.floor((v.length - 20) / 2)] ?? 0;
    rows.push([ex.id, med(t), med(d), med(one)]);
  }
}
rows.sort((a, b) => b[1] - a[1]);
for (const r of rows.slice(0, 14))
  console.log(
    r[0].padEnd(30),
    "fair",
    r[1].toFixed(2),
    "draw",
    r[2].toFixed(2),
    "judge",
    r[3].toFixed(2),
  );

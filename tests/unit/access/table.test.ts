import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type Rule, table } from "@/lib/access/table";

const root = path.resolve(import.meta.dirname, "../../..");

interface FoundDoor {
  readonly door: string;
  readonly file: string;
}

const sources = ["app", "lib"]
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
      path.posix.join(folder, name.split(path.sep).join("/")),
    ),
  )
  .filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.startsWith("lib/db/generated/"));

const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");

/** What a visitor can reach: each page, each method of a route, each server action. */
const found: FoundDoor[] = sources.flatMap((file) => doorsOf(file).map((door) => ({ door, file })));

function doorsOf(file: string): string[] {
  const place =
    path.posix
      .dirname(file)
      .replace(/^app/, "")
      .replace(/\/\([^)]*\)/g, "") || "/";
  const name = path.posix.basename(file).replace(/\.(tsx?|mjs)$/, "");
  if (file.startsWith("app/") && name === "page") return [`page ${place}`];
  if (file.startsWith("app/") && name === "route") {
    return exportsOf(textOf(file))
      .filter((one) => /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(one))
      .map((method) => `${method} ${place}`);
  }
  if (!/^\s*["']use server["']/.test(textOf(file))) return [];
  const module = file.replace(/^app/, "").replace(/\.tsx?$/, "");
  return exportsOf(textOf(file)).map((action) => `action ${module} ${action}`);
}

/** The values that a module exports, by name. */
function exportsOf(text: string): string[] {
  const declared = [...text.matchAll(/^export (?:async )?(?:function\*?|const|let) (\w+)/gm)];
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names]) =>
    (names ?? "").split(",").map((one) => one.split(" as ").at(-1)!.trim()),
  );
  return [...declared.map(([, name]) => name!), ...listed].filter(Boolean);
}

test("every page, route and action stands in the table, and nothing else does", () => {
  expect(found.map(({ door }) => door).toSorted()).toEqual(Object.keys(table).toSorted());
});

test("actions stand in files of their own, so that none is overlooked", () => {
  for (const file of sources) {
    const inside = [...textOf(file).matchAll(/["']use server["']/g)];
    const atTop = doorsOf(file).some((door) => door.startsWith("action "));
    expect(inside.length, file).toBe(atTop ? 1 : 0);
  }
});

const guarded: readonly Rule[] = [
  "course",
  "signed-in",
  "admin",
  "may-teach",
  "member",
  "teaches",
  "staff",
  "staff-exercise",
  "staff-assignment",
  "teaches-assignment",
  "staff-student",
  "staff-graded",
  "staff-work",
  "assigned",
  "writes",
  "author",
  "bank",
  "bank-exercise",
];

test.each(found)("$door asks the table who may come in", ({ door, file }) => {
  const rule: Rule | undefined = table[door as keyof typeof table];
  // A long address stands on a line of its own.
  const text = textOf(file).replaceAll(/enter(Course)?\(\s+/g, "enter$1(");
  const asks =
    text.includes(`enter("${door}"`) ||
    text.includes(`enterCourse("${door}"`) ||
    text.includes(`mayEnterCourse("${door}"`) ||
    text.includes(`, "${door}"`);
  expect(asks).toBe(guarded.includes(rule));
  // A form route takes what it is sent for a learner, or refuses it.
  if (rule === "learner") expect(text).toMatch(/formRoute\(/);
});

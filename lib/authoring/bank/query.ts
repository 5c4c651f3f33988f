import { placeFrom } from "@/lib/authoring/insertion-place";
import { type Architecture, architectures } from "@/lib/catalogue/architectures";
import { isId } from "@/lib/db/id";
import type { KindName } from "@/lib/exercise/kinds/kind-name";
import { pageOf } from "@/lib/ui/page-of";

/** The ways to answer, as the bank calls them. */
export const kindTitles: Readonly<Record<KindName, string>> = {
  numeric: "Number",
  matrix: "Matrix",
  choice: "Choice",
  ordering: "Ordering",
  network: "On a network",
  expression: "Formula",
};

/** Shares of points at the first try, from `from` up to `to`. */
export const levels = [
  { name: "hard", title: "Hard: below 50 %", from: 0, to: 0.5 },
  { name: "middling", title: "Middling: 50 to 80 %", from: 0.5, to: 0.8 },
  { name: "easy", title: "Easy: 80 % and more", from: 0.8, to: 1.01 },
] as const;

export const uses = [
  { name: "mine", title: "In an assignment of mine" },
  { name: "any", title: "In any assignment" },
  { name: "never", title: "In no assignment" },
] as const;

/** What is looked for; what is absent narrows nothing down. It is what stands in the page's address. */
export interface BankQuery {
  readonly find: string;
  readonly course?: string | undefined;
  /** An id. */
  readonly lesson?: string | undefined;
  readonly skill?: string | undefined;
  readonly kind?: KindName | undefined;
  readonly architecture?: Architecture | undefined;
  readonly level?: (typeof levels)[number]["name"] | "unmeasured" | undefined;
  readonly used?: (typeof uses)[number]["name"] | undefined;
  /** Those that are retired, and no others. */
  readonly retired: boolean;
  /** Where what is found is to go, as placeText says it. */
  readonly to?: string | undefined;
  readonly page: number;
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** The search that an address asks for. What it asks for and there cannot be is left out. */
export function bankQueryIn(asked: Asked): BankQuery {
  const one = (name: string) => [asked[name]].flat()[0] || undefined;
  const among = <N extends string>(name: string, names: readonly N[]) =>
    names.find((known) => known === one(name));
  const lesson = one("lesson");
  return {
    find: (one("find") ?? "").slice(0, 200),
    course: one("course"),
    lesson: lesson && isId(lesson) ? lesson : undefined,
    skill: one("skill"),
    kind: among("kind", Object.keys(kindTitles) as KindName[]),
    architecture: among(
      "architecture",
      architectures.map(({ name }) => name),
    ),
    level: among("level", [...levels.map(({ name }) => name), "unmeasured" as const]),
    used: among(
      "used",
      uses.map(({ name }) => name),
    ),
    retired: one("retired") === "1",
    to: placeFrom(one("to")) && one("to"),
    page: pageOf({ page: one("page") ?? "" }),
  };
}

/** The address of a search, without its page. */
export function bankPath({ page: _, retired, ...query }: BankQuery): string {
  const words = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const params = new URLSearchParams([...words, ...(retired ? [["retired", "1"]] : [])]);
  return params.size > 0 ? `/bank?${params}` : "/bank";
}

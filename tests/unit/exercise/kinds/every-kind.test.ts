import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kinds } from "@/lib/exercise/kinds";
import type { PartElement } from "@/lib/exercise/kinds/kind";
import { child, drawn, element } from "./a-part";

/** A part on a network of fixed numbers, since the attributes of one cannot share what one of them draws. */
function onNetwork(written: Record<string, string>): PartElement {
  const net =
    "network([2, 3, 2, 1], { activation: 'tanh', W: [[[1, 2], [-1, 0.5], [0.3, -2]], [[1, -1, 2], [0.5, 1, -0.2]], [[2, -1]]], b: [[0, 0.1, 0], [0.2, 0], [0]] })";
  const pass = `{backprop(${net}, [0.4, -0.6], 1)}`;
  return element({ of: `{${net}}`, ...written, ...(written.pass ? { pass } : {}) });
}

const parts: Record<string, readonly PartElement[]> = {
  numeric: [
    element({ answer: "{normal(0, 1)}" }),
    element({ answer: "{uniform(-100, 100)}", decimals: "{1}" }),
    element({ answer: "{exp(uniform(-20, 20))}", significant: "{5}" }),
    element({ answer: "{normal(0, 10)}", tolerance: "{0.001}" }),
    element({ answer: "{uniform(-1, 1, { step: 0.1 })}" }),
  ],
  choice: [
    element({}, [
      child("Option", "first", { correct: true }),
      child("Option", "second"),
      child("Option", "third"),
    ]),
    element({ several: true }, [
      child("Option", "first", { correct: true }),
      child("Option", "second"),
      child("Option", "third", { correct: true }),
      child("Option", "fourth"),
    ]),
  ],
  ordering: [
    element({}, [child("Step", "first"), child("Step", "second"), child("Step", "third")]),
    element({}, [
      child("Step", "first", { id: "one" }),
      child("Step", "second", { after: "one" }),
      child("Step", "third"),
      child("Distractor", "fourth"),
      child("Distractor", "fifth"),
    ]),
  ],
  matrix: [
    element({ answer: "{normal(0, 1, { shape: [2, 3] })}" }),
    element({ answer: "{normal(0, 1, { shape: 4 })}", shape: "shown", decimals: "{2}" }),
    element({ answer: "{uniform(-1, 1, { shape: [1, 3], step: 0.5 })}", significant: "{2}" }),
  ],
  network: [
    onNetwork({ pass: "{pass}", blanks: '{["h[1][1]", "z[1][3]", "h[2][2]", "p"]}' }),
    onNetwork({ pass: "{pass}", blanks: '{["dz[2][1]", "dz[1][2]"]}', show: "gradients" }),
    onNetwork({ path: '{["x[2]", "h[1][3]", "p"]}' }),
  ],
  expression: [
    element({ answer: "(p - y) / (p (1 - p))", where: "{{ p: [0.05, 0.95], y: [0, 1] }}" }),
    element({ answer: "dz3 * h2^T", where: "{{ dz3: { shape: [1, 1] }, h2: { shape: [3, 1] } }}" }),
    element({ answer: "x^2 - 2x", where: "{{ x: {} }}", form: "expanded" }),
  ],
};

const seeds = Array.from({ length: 200 }, (_, i) => `seed ${i}`);

describe.each(Object.values(kinds))("$name", (kind) => {
  const cases = (parts[kind.name] ?? []).flatMap((part) =>
    seeds.map((seed) => ({ seed, variant: drawn(kind, part, seed) })),
  );

  it("gives full marks to its own key, for 200 seeds", () => {
    for (const { seed, variant } of cases) {
      expect(variant.grade(variant.response).earned, seed).toBe(1);
    }
  });

  it("matches its own key as a value", () => {
    for (const { seed, variant } of cases) {
      expect(variant.matches(kind.value(variant.key), variant.response), seed).toBe(true);
    }
  });

  it("is right when what its key's value comes to is typed, and has no response to a truth value", () => {
    for (const { seed, variant } of cases) {
      const typed = variant.responseTo(kind.value(variant.key)) ?? "";
      expect(variant.grade(typed).earned, seed).toBe(1);
      expect(variant.responseTo(true), seed).toBeUndefined();
    }
  });

  it("keeps key and view as plain JSON, the view as its strict schema says", () => {
    for (const { seed, variant } of cases) {
      for (const part of [variant.key, variant.view]) {
        expect(JSON.parse(JSON.stringify(part)), seed).toEqual(part);
      }
      expect(kind.viewSchema.parse(variant.view), seed).toEqual(variant.view);
      const leaky = { ...(variant.view as object), key: variant.key };
      expect(kind.viewSchema.safeParse(leaky).success).toBe(false);
    }
  });

  it("draws the same again from the same seed", () => {
    for (const part of parts[kind.name] ?? []) {
      const [once, again] = [drawn(kind, part, "x"), drawn(kind, part, "x")];
      expect([once.key, once.view]).toEqual([again.key, again.view]);
    }
  });

  it("reads anything without throwing", () => {
    const { variant } = cases[0] as (typeof cases)[number];
    const near = fc.string({ unit: fc.constantFrom(..."01a.,;-e[]{}&\\ \n\t") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (raw) => {
        const read = variant.read(raw);
        if (read.status === "read") expect(variant.grade(raw).earned).toBeLessThanOrEqual(1);
        else expect(read.message).toMatch(/\S/);
      }),
      { numRuns: 1000 },
    );
  });
});

it.each([
  " ",
  "[",
  "]",
  "] ",
  "\t",
  "1 ",
  "1,",
  ", ",
  "; ",
  "\\begin{matrix}",
  "{",
  "-",
  "\n",
  "(",
  "a,",
])("20,000 characters of %j are read or refused", (piece) => {
  for (const kind of Object.values(kinds)) {
    const variant = drawn(kind, parts[kind.name]?.[0] as PartElement);
    const long = piece.repeat(20_000 / piece.length);
    for (const typed of [long, `x${long.slice(piece.length)}x`]) {
      expect(["read", "unreadable"], kind.name).toContain(variant.read(typed).status);
    }
  }
});

describe("a view", () => {
  const numbers = (value: unknown): number[] =>
    typeof value === "number"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(numbers)
        : [];

  it.each(["numeric", "matrix"] as const)(
    "of a %s is the same for all seeds, so it holds no key",
    (name) => {
      for (const part of parts[name] ?? []) {
        const views = new Set(
          seeds.map((seed) => JSON.stringify(drawn(kinds[name], part, seed).view)),
        );
        expect(views.size).toBe(1);
        const variant = drawn(kinds[name], part, "s");
        for (const number of numbers(variant.key)) {
          expect(JSON.stringify(variant.view)).not.toContain(String(number).slice(0, 6));
        }
      }
    },
  );

  it.each(["choice", "ordering"] as const)(
    "of a %s has the same ids in the same order for all seeds, while the key changes",
    (name) => {
      for (const part of parts[name] ?? []) {
        const variants = seeds.map((seed) => drawn(kinds[name], part, seed));
        const shape = ({ view }: (typeof variants)[number]) =>
          JSON.stringify(view).replace(/"text":"\w+"/g, "");
        expect(new Set(variants.map(shape)).size).toBe(1);
        expect(new Set(variants.map(({ response }) => response)).size).toBeGreaterThan(2);
      }
    },
  );

  it.each(["choice", "ordering"] as const)("of a %s is rendered text by text", (name) => {
    const [part] = parts[name] ?? [];
    const kind = kinds[name];
    const { view } = drawn(kind, part as PartElement);
    const html = kind.renderView?.(view, (markdown) => `<b>${markdown}</b>`);
    expect(JSON.stringify(html)).toBe(
      JSON.stringify(view).replace(/"text":"(\w+)"/g, '"text":"<b>$1</b>"'),
    );
    expect(kind.viewSchema.safeParse(html).success).toBe(true);
  });
});

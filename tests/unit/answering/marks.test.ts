import { beforeAll, describe, expect, test } from "vitest";
import { numbersMark } from "@/lib/answering/numbers";
import { ownerMark, standinFor } from "@/lib/answering/page-owner";
import type { Viewer } from "@/lib/auth/viewer";

beforeAll(() => {
  process.env.NEXTAUTH_SECRET ??= "the secret of a test run";
});

describe("the mark of the numbers on a page", () => {
  const givens = { a: 1.5, net: { rows: 1, cols: 2, data: [0.1, 0.2] } };
  const view = { part: { options: [{ id: "a", text: "x" }] } };
  const mark = (changed = {}) => numbersMark("v1", "seed", { givens, view, ...changed });

  test("is the same after PostgreSQL has put the names into an order of its own", () => {
    const turned = { net: { data: [0.1, 0.2], cols: 2, rows: 1 }, a: 1.5 };
    expect(mark({ givens: turned })).toBe(mark());
    expect(mark({ givens: JSON.parse(JSON.stringify(givens)) })).toBe(mark());
  });

  test("is another for any other number, order of options, version or seed", () => {
    const others = [
      mark({ givens: { ...givens, a: 1.5000000000000002 } }),
      mark({ givens: { ...givens, net: { ...givens.net, data: [0.2, 0.1] } } }),
      mark({ view: { part: { options: [{ id: "b", text: "x" }] } } }),
      numbersMark("v2", "seed", { givens, view }),
      numbersMark("v1", "seed 2", { givens, view }),
    ];
    expect(new Set([mark(), ...others]).size).toBe(6);
  });
});

describe("whose page it is", () => {
  const account = (id: string) => ({
    seedKey: `user:${id}`,
    viewer: { id, name: "Ada", email: null, role: "student" } satisfies Viewer,
  });
  const guest = (token: string) => ({ seedKey: `guest:${token}`, viewer: null });

  test("an account's page is its own alone", () => {
    const page = ownerMark(account("ada"));
    expect(standinFor(page, account("ada"))).toBeNull();
    expect(standinFor(page, account("ben"))).toBe("other-learner");
    expect(standinFor(page, guest("g"))).toBe("signed-out");
    expect(standinFor(page, null)).toBe("signed-out");
  });

  test("a guest's page may be an account's by now, which the numbers tell", () => {
    for (const who of [guest("g"), guest("h"), account("ada"), null]) {
      expect(standinFor(ownerMark(guest("g")), who)).toBeNull();
    }
  });
});

import { expect, test } from "vitest";
import { DatabaseAway, databaseTrouble } from "@/lib/db/trouble";

const coded = (code: string, message = "") => Object.assign(new Error(message), { code });

test("a database that cannot be reached is away, also where Prisma or several addresses wrap the error", () => {
  const away = [
    new DatabaseAway(),
    coded("ECONNREFUSED"),
    coded("57P03", "the database system is starting up"),
    new Error("Connection terminated unexpectedly"),
    new AggregateError([coded("ECONNREFUSED")]),
    Object.assign(new Error(), {
      meta: { driverAdapterError: { cause: { originalCode: "57P01" } } },
    }),
  ];
  for (const error of away) expect(databaseTrouble(error), error.message).toBe("away");
});

test("a full disk is told from it", () => {
  const full = [
    coded("53100", "could not extend file"),
    new Error("outer", { cause: coded("58030", "could not write: No space left on device") }),
  ];
  for (const error of full) expect(databaseTrouble(error), error.message).toBe("full");
});

test("a fault of our own is no trouble of the database's", () => {
  const ring = new Error("ring");
  ring.cause = ring;
  for (const error of [coded("23505"), coded("42P01"), new TypeError("x"), ring, "57P01", null])
    expect(databaseTrouble(error)).toBeNull();
});

test("a browser that goes away while it sends is no trouble of the database's", () => {
  expect(databaseTrouble(coded("ECONNRESET", "aborted"))).toBeNull();
  expect(databaseTrouble(coded("ECONNRESET", "read ECONNRESET"))).toBe("away");
});

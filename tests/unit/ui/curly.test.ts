import { expect, it } from "vitest";
import { curly } from "@/lib/ui/curly";

it.each([
  ["It's the network's own", "It’s the network’s own"],
  ['She said "no" (and "maybe").', "She said “no” (and “maybe”)."],
  ["a 'quoted' word", "a ‘quoted’ word"],
  ["in the '90s", "in the ’90s"],
  ["“already” curled’s", "“already” curled’s"],
])("%s is set as %s", (straight, curled) => {
  expect(curly(straight)).toBe(curled);
});

it("takes an apostrophe for one where a formula or a word in bold stands before it", () => {
  expect(curly("'s bias", "x")).toBe("’s bias");
  expect(curly('" and so on', "x")).toBe("” and so on");
});

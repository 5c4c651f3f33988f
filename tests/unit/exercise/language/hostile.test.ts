import { expect, it } from "vitest";
import { evaluateText } from "./evaluate-text";

const again = (text: string, times: number) => text.repeat(times);
const big = "uniform(-1, 1, { shape: [100, 100] })";

it.each([
  ["brackets in brackets", `${again("(", 50_000)}1${again(")", 50_000)}`, "not an expression"],
  ["lists in lists", `${again("[", 50_000)}${again("]", 50_000)}`, "not an expression"],
  ["a tower of powers", "9**9**9**9", "not finite"],
  ["powers of powers", `${again("1**", 1_000)}1`, "deeper than 100"],
  ["a sum without end", `${again("1+", 500)}1`, "deeper than 100"],
  ["a list without end", `pick(${again("1,", 3_000)}1)`, "more than 2000 parts"],
  ["a text that grows", `"${"a".repeat(9_000)}" + "${"b".repeat(9_000)}"`, "longer than 10000"],
  ["a huge shape", "uniform(-1, 1, { shape: [100000, 100000] })", "the rows of shape is 100000"],
  ["a huge network", "network([1000, 1000])", "more than 10000 entries"],
  ["a network of many layers", `network([${again("50,", 400)}1])`, "layers"],
  ["matrix after matrix", `${again(`${big} * `, 10)}${big}`, "more than 2000000 steps"],
  ["a regular expression", "/(a+)+$/", "not part of this language"],
])("refuses %s", (_, text, reason) => {
  expect(() => evaluateText(text)).toThrow(reason);
});

import { expect, test } from "vitest";
import { textIn } from "@/lib/ui/filled-form";

test("a field’s text comes without character 0, and is empty where there is none", () => {
  const form = new FormData();
  form.set("title", "a\0b");
  form.set("file", new Blob(["c"]));
  expect(["title", "file", "other"].map((name) => textIn(form, name))).toEqual(["ab", "", ""]);
});

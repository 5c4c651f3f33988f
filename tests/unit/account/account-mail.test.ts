import { expect, test } from "vitest";
import { mailOf, newsLetters, resetLetter } from "@/lib/account/account-mail";

const to = { name: "<b>Åsa</b>", email: "asa@school.test" };

test("a mail says the same as text and as a page, and what people typed is text in both", () => {
  const href = "https://chainrule.school.test/reset-password/abc";
  const { text, html } = mailOf(to, resetLetter(href), "id");
  expect(text).toContain("Hello <b>Åsa</b>,");
  expect(text).toContain(`\n\n${href}\n\n`);
  expect(html).toContain("Hello &lt;b&gt;Åsa&lt;/b&gt;,");
  expect(html).toContain(`<a href="${href}">`);
});

test("news of a change has no link to follow, so that nobody learns to follow one", () => {
  for (const letter of Object.values(newsLetters)) {
    const { text, html } = mailOf(to, letter, "id");
    expect(text + html).not.toMatch(/https?:|<a /);
  }
});

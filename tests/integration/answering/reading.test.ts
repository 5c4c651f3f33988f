import { beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/readings/route";
import { exerciseNamed, lesson, load } from "../a-course";
import { useDatabase } from "../use-database";

useDatabase();

const exercise = `<Exercise id="all" title="All kinds">
  <Given name="a" value={integer(10, 99999)} />
  <Numeric name="number" label="$a$" answer={a} />
  <Matrix name="column" label="$A$" answer={[a, 2 * a]} shape="shown" />
  <Expression name="formula" label="$f$" answer="x (1 - x)" where={{ x: [0.1, 0.9] }} />
  <Choice name="choice" label="Which?"><Option correct>One</Option><Option>Two</Option></Choice>
</Exercise>`;

let id: string;

beforeAll(async () => {
  await load({ course: { "01-a": lesson(exercise) } });
  id = (await exerciseNamed("all")).currentId ?? "";
});

const precision = { rule: "significant", amount: 3 };
const views: Record<string, unknown> = {
  number: { precision },
  column: { precision, shown: { rows: 2, cols: 1 } },
  formula: { names: [{ name: "x", tex: "\\evil", text: "" }] },
};

async function ask(
  part: string,
  response: string,
  { view = views[part], headers = {} }: { view?: unknown; headers?: Record<string, string> } = {},
) {
  const reply = await POST(
    new Request("http://localhost:3000/api/readings", {
      method: "POST",
      headers: { accept: "application/json", host: "localhost:3000", ...headers },
      body: new URLSearchParams({ exercise: id, part, response, view: JSON.stringify(view) ?? "" }),
    }),
  );
  return { status: reply.status, body: await reply.json() };
}

const annotation = ({ body }: { body: { html: string } }) =>
  /<annotation[^>]*>(.*?)<\/annotation>/.exec(body.html)?.[1]?.replaceAll("&amp;", "&");

describe("how an answer is read", () => {
  test("is told to anybody, without a row or a cookie, and without a verdict", async () => {
    const told = await ask("number", "7*8");
    expect(annotation(told)).toBe("7 \\cdot 8 = 56");
    expect(Object.keys(told.body).sort()).toEqual(["html", "status"]);
    expect(annotation(await ask("column", "1,5\n3/4"))).toBe(
      "\\begin{bmatrix} 1.50 \\\\ 0.75 \\end{bmatrix}",
    );
  });

  test("takes the names of a formula from the exercise, whatever view is sent", async () => {
    expect(annotation(await ask("formula", "x - x²"))).toBe("x - x^{2}");
  });

  test("is nothing where a plain number, nothing, or a choice is sent, or no view that fits", async () => {
    const nothing = { status: 200, body: { status: "read", html: "" } };
    expect(await ask("number", "0.5")).toEqual(nothing);
    expect(await ask("number", " ")).toEqual(nothing);
    expect(await ask("choice", "a")).toEqual(nothing);
    expect(await ask("number", "7*8", { view: { precision, key: 3 } })).toEqual(nothing);
    expect(await ask("column", "1\t\n\t")).toEqual(nothing);
  });

  test("tells why it cannot be read, with what was typed as text", async () => {
    const { body } = await ask("number", "<b>&");
    expect(body.status).toBe("unreadable");
    expect(body.html).toContain("“&lt;b&gt;&amp;”");
    expect(body.html).not.toContain("<b>");
  });

  test("is refused to other sites, for unknown parts, and beyond 10,000 characters", async () => {
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await ask("number", "1/2", { headers })).status).toBe(403);
    expect((await ask("nothing", "1/2")).status).toBe(404);
    expect((await ask("number", "1".repeat(10_001))).status).toBe(400);
  });
});

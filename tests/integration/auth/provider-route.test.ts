import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { POST } from "@/app/api/auth/[...nextauth]/route";

const context = { params: Promise.resolve({ nextauth: ["signin", "oidc"] }) };

const send = (type: string, body: string) =>
  POST(
    new NextRequest("http://localhost/api/auth/signin/oidc", {
      method: "POST",
      headers: { "content-type": type, "content-length": String(body.length) },
      body,
    }),
    context,
  );

test.each([
  ["JSON that is cut off", "application/json", "{"],
  ["JSON", "application/json", "{}"],
  ["a form with files", "multipart/form-data; boundary=x", "--x"],
  [
    "more than a form can hold",
    "application/x-www-form-urlencoded",
    `csrfToken=${"a".repeat(20_000)}`,
  ],
])(
  "a provider's sign-in that was sent %s says that it could not be read",
  async (_, type, body) => {
    const response = await send(type, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: "We couldn’t read this form." });
  },
);

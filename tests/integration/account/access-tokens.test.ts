import { expect, test } from "vitest";
import { bearerOf, listTokens, makeToken, revokeToken } from "@/lib/account/access-token";
import { allData } from "@/lib/account/export/all-data";
import { deleteAccount } from "@/lib/account/leave/delete-account";
import { pool } from "@/lib/db/client";
import { aLearner } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

const asked = (token: string, address = "192.0.2.1") =>
  bearerOf(new Headers({ authorization: `Bearer ${token}`, "x-forwarded-for": address }));

const aToken = async (userId: string) => (await makeToken(userId, { name: "Laptop", days: "30" }))!;

test("a token says whose it is, until it is ended", async () => {
  const { userId } = await aLearner("Ines");
  const token = await aToken(userId);
  expect(await listTokens(userId)).toMatchObject([{ name: "Laptop", lastUsedAt: null }]);
  expect(await asked(token)).toMatchObject({ status: "known", viewer: { id: userId } });
  const [{ id, lastUsedAt } = { id: "", lastUsedAt: null }] = await listTokens(userId);
  expect(lastUsedAt).toBeInstanceOf(Date);
  const stranger = await aLearner();
  await revokeToken(stranger.userId, id);
  expect((await asked(token)).status).toBe("known");
  await revokeToken(userId, id);
  expect((await asked(token)).status).toBe("unknown");
  expect(await listTokens(userId)).toEqual([]);
});

test("a token is kept nowhere, and is no part of what its owner downloads", async () => {
  const { userId } = await aLearner();
  const token = await aToken(userId);
  const { rows } = await pool.query("select t::text as row from access_token t");
  expect(JSON.stringify(rows)).not.toContain(token);
  const { accessTokens } = await allData(userId);
  expect(accessTokens).toEqual([
    { name: "Laptop", createdAt: expect.any(Date), endsAt: expect.any(Date), lastUsedAt: null },
  ]);
});

test("deleting the account ends its tokens", async () => {
  const { userId } = await aLearner();
  const token = await aToken(userId);
  await deleteAccount(userId);
  expect((await asked(token)).status).toBe("unknown");
});

test("an account has 20 tokens at most", async () => {
  const { userId } = await aLearner();
  for (let i = 0; i < 20; i++) await aToken(userId);
  expect(await makeToken(userId, { name: "One more", days: "30" })).toBeNull();
});

test("whoever tries many tokens has to wait, and keeps nobody else waiting", async () => {
  const { userId } = await aLearner();
  const token = await aToken(userId);
  for (let i = 0; i < 100; i++) await asked(`chainrule_${i}`, "198.51.100.7");
  expect(await asked("chainrule_x", "198.51.100.7")).toMatchObject({ status: "wait" });
  expect((await asked(token, "198.51.100.7")).status).toBe("known");
});

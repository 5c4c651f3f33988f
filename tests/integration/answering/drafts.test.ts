import { beforeAll, describe, expect, test } from "vitest";
import { claimGuest } from "@/lib/answering/claim-guest";
import { type DraftsInput, recordDrafts } from "@/lib/answering/drafts";
import { recordSubmission } from "@/lib/answering/submit";
import type { Work } from "@/lib/answering/work";
import { db } from "@/lib/db/client";
import { lesson, load, twice } from "../a-course";
import { type ALearner, aGuest, aLearner, answer, formOf, recorded, workOf } from "../a-learner";
import { useDatabase } from "../use-database";

useDatabase();

const places = `<Exercise id="places" title="An order">
  <Ordering name="order" label="Order">
    <Step>First</Step>
    <Step>Second</Step>
    <Step>Third</Step>
  </Ordering>
  <Numeric name="one" label="1" answer={1} />
</Exercise>`;

beforeAll(async () => {
  await load({ course: { "01-a": lesson(`${twice}\n\n${places}`) } });
});

const nothing = { responses: {}, known: {}, was: {}, taken: [], settled: [] };

/** The drafts of somebody, by the names of their parts. */
const listDrafts = (userId: string) =>
  db.draft.findMany({ where: { variant: { userId } }, orderBy: { part: "asc" } });

/** What a window sends that has this page. */
const typing = (work: Work, typed: Partial<DraftsInput>): DraftsInput => ({
  ...nothing,
  versionId: work.version.id,
  number: work.number,
  mark: work.mark,
  ...typed,
});

/** Types a text into a part of a page whose window knows these texts. */
const type = (
  learner: ALearner,
  work: Work,
  part: string,
  text: string,
  known: readonly string[] = [""],
) => recordDrafts(learner, typing(work, { responses: { [part]: text }, known: { [part]: known } }));

const kept = (others: Record<string, string> = {}) => ({ status: "kept", others });

describe("two windows", () => {
  test("that type to two parts keep both", async () => {
    const ada = await aLearner();
    const page = await workOf(ada);
    expect(await type(ada, page, "two", "1")).toEqual(kept());
    expect(await type(ada, page, "three", "2")).toEqual(kept());
    const { responses, others } = await workOf(ada);
    expect({ responses, others }).toEqual({ responses: { two: "1", three: "2" }, others: {} });
  });

  test("that type to one part without knowing of each other keep both texts", async () => {
    const ada = await aLearner();
    const page = await workOf(ada);
    await type(ada, page, "two", "1");
    expect(await type(ada, page, "two", "2")).toEqual(kept({ two: "1" }));
    const { responses, others } = await workOf(ada);
    expect({ responses, others }).toEqual({ responses: { two: "2" }, others: { two: "1" } });
    // Typing on does not end the choice.
    expect(await type(ada, page, "two", "25", ["", "2"])).toEqual(kept({ two: "1" }));
    await recordDrafts(ada, typing(page, { settled: ["two"] }));
    expect((await workOf(ada)).others).toEqual({});
    expect((await workOf(ada)).responses).toEqual({ two: "25" });
  });

  test("may choose the other's text", async () => {
    const ada = await aLearner();
    const page = await workOf(ada);
    await type(ada, page, "two", "1");
    await type(ada, page, "two", "2");
    await recordDrafts(ada, typing(page, { taken: ["two"] }));
    expect(await workOf(ada)).toMatchObject({ responses: { two: "1" }, others: {} });
  });

  test("of which one knew what the other typed need not choose", async () => {
    const ada = await aLearner();
    const page = await workOf(ada);
    await type(ada, page, "two", "1");
    expect(await type(ada, page, "two", "12", ["", "1"])).toEqual(kept());
    expect(await type(ada, page, "two", "12", [""])).toEqual(kept());
  });

  test("an older one that sends another part changes nothing in an answer and its verdict", async () => {
    const ada = await aLearner();
    const old = await workOf(ada);
    await answer(ada, { two: "14", three: "" }, { asked: ["two"] });
    const form = { ...formOf(old, { two: "", three: "5" }), asked: ["three"] };
    recorded(await recordSubmission(ada, form));
    const { responses, results } = await workOf(ada);
    expect(responses).toEqual({ two: "14", three: "5" });
    expect(results).toMatchObject({ two: { verdict: "right" }, three: { verdict: "wrong" } });
  });

  test("an older one that types over a judged answer keeps that answer beside its own", async () => {
    const ada = await aLearner();
    const old = await workOf(ada);
    await answer(ada, { two: "14", three: "" });
    expect(await type(ada, old, "two", "2")).toEqual(kept({ two: "14" }));
    expect((await workOf(ada)).results).toEqual({});
  });

  test("at once, many times, lose neither text", async () => {
    for (let i = 0; i < 10; i++) {
      const ada = await aLearner();
      const page = await workOf(ada);
      await Promise.all(["1", "2"].map((text) => type(ada, page, "two", text)));
      const { responses, others } = await workOf(ada);
      expect([responses.two, others.two].toSorted()).toEqual(["1", "2"]);
    }
  });
});

describe("a draft whose part is checked", () => {
  const sent = async (ada: ALearner, page: Work, two: string, known?: readonly string[]) =>
    recorded(
      await recordSubmission(ada, {
        ...formOf(page, { two, three: "" }),
        known: known ? { two: known } : {},
      }),
    );

  test("ends, also where it is older than what was sent", async () => {
    const ada = await aLearner();
    const page = await workOf(ada);
    await type(ada, page, "two", "1");
    await sent(ada, page, "14", ["", "1"]);
    expect(await listDrafts(ada.userId)).toEqual([]);
    expect(await workOf(ada)).toMatchObject({
      responses: { two: "14" },
      results: { two: { verdict: "right" } },
    });
  });

  test("stays beside the answer where the page that sent did not know of it", async () => {
    const ada = await aLearner();
    const page = await workOf(ada);
    await type(ada, page, "two", "from elsewhere");
    await sent(ada, page, "14", [""]);
    expect(await workOf(ada)).toMatchObject({
      responses: { two: "14" },
      results: { two: { verdict: "right" } },
      others: { two: "from elsewhere" },
    });
  });

  test("ends where it cannot be read, and drafts of other parts stay", async () => {
    const ada = await aLearner();
    const page = await workOf(ada);
    await type(ada, page, "two", "x");
    await type(ada, page, "three", "7");
    await sent(ada, page, "x", [""]);
    const drafts = await listDrafts(ada.userId);
    expect(drafts).toMatchObject([{ part: "three", response: "7" }]);
    expect((await workOf(ada)).results).toMatchObject({ two: { status: "unreadable" } });
  });
});

describe("drafts", () => {
  test("freeze the numbers that they are typed to, and give no score", async () => {
    const ada = await aLearner();
    const page = await workOf(ada);
    expect(await recordDrafts(ada, typing(page, {}))).toEqual(kept());
    const [variant] = await db.variant.findMany({ where: { userId: ada.userId } });
    expect(variant?.number).toBe(1);
    expect(await db.score.count({ where: { userId: ada.userId } })).toBe(0);
    expect((await workOf(ada)).mark).toBe(page.mark);
  });

  test("of a guest go along with the account that takes the guest's work over", async () => {
    const [guest, ada] = [await aGuest(), await aLearner()];
    const page = await workOf(guest);
    await type(guest, page, "two", "1");
    await claimGuest(guest.userId, ada.userId);
    expect(await workOf(ada)).toMatchObject({ mark: page.mark, responses: { two: "1" } });
  });

  test("are refused for parts and exercises that there are not, and for other people's numbers", async () => {
    const [ada, ben] = [await aLearner("Ada"), await aLearner("Ben")];
    const page = await workOf(ada);
    for (const part of ["four", "__proto__", "constructor"]) {
      const known = Object.fromEntries([[part, [""]]]);
      const input = typing(page, { known });
      expect(await recordDrafts(ada, input)).toEqual({ status: "unknown-part" });
      const settled = typing(page, { settled: [part] });
      expect(await recordDrafts(ada, settled)).toEqual({ status: "unknown-part" });
    }
    expect(await recordDrafts(ada, { ...typing(page, {}), versionId: "f00d" })).toEqual({
      status: "unknown-exercise",
    });
    expect(await type(ben, page, "two", "1")).toEqual({ status: "other-numbers" });
    expect(await db.draft.count({ where: { variant: { userId: ben.userId } } })).toBe(0);
  });

  test("too long to be an answer are refused", async () => {
    const ada = await aLearner();
    const page = await workOf(ada);
    expect(await type(ada, page, "two", "1".repeat(20_001))).toEqual({ status: "too-long" });
  });

  test("with characters that PostgreSQL has no place for are kept without them", async () => {
    const ada = await aLearner();
    const page = await workOf(ada);
    await type(ada, page, "two", "1\0\ud83d");
    expect((await workOf(ada)).responses).toEqual({ two: "1\ufffd\ufffd" });
  });
});

describe("a page without scripts", () => {
  test("keeps what was typed to parts that were not asked for", async () => {
    const ada = await aLearner();
    const page = await workOf(ada);
    await answer(ada, { two: "14", three: "5" }, { asked: ["two"] });
    const input = typing(page, { responses: { two: "14", three: "5" }, was: { three: "" } });
    await recordDrafts(ada, input);
    expect((await workOf(ada)).responses).toEqual({ two: "14", three: "5" });
  });

  test("that is old steps aside for a newer text, which stays with its verdict", async () => {
    const ada = await aLearner();
    const old = await workOf(ada);
    await answer(ada, { two: "14", three: "" });
    await recordDrafts(ada, typing(old, { responses: { two: "2" }, was: { two: "" } }));
    expect(await workOf(ada)).toMatchObject({
      responses: { two: "14" },
      results: { two: { verdict: "right" } },
      others: { two: "2" },
    });
    await recordDrafts(ada, typing(old, { responses: { two: "" }, was: { two: "" } }));
    expect((await workOf(ada)).others).toEqual({ two: "2" });
  });

  test("has typed nothing where it only sends an order as places", async () => {
    const ada = await aLearner();
    await answer(ada, { order: "a,b,c", one: "" }, { slug: "places" });
    const page = await workOf(ada, "places");
    const sends = (order: string) =>
      recordDrafts(ada, typing(page, { responses: { order }, was: { order: "a,b,c" } }));
    await sends("1,2,3");
    expect(await workOf(ada, "places")).toMatchObject({ responses: { order: "a,b,c" } });
    await sends("2,1,3");
    expect((await workOf(ada, "places")).responses.order).toBe("2,1,3");
  });
});

import { describe, expect, it } from "vitest";
import { choice } from "@/lib/exercise/kinds/choice";
import { child, drawn, element, issuesOf } from "./a-part";

const one = element({}, [
  child("Option", "$p - y$", { correct: true }),
  child("Option", "$y - p$", { feedback: "The sign is turned." }),
  child("Option", "$p + y$"),
]);

const two = element({ several: true }, [
  child("Option", "ReLU", { correct: true }),
  child("Option", "sigmoid", { feedback: "It flattens out on both sides." }),
  child("Option", "leaky ReLU", { correct: true }),
  child("Option", "tanh"),
]);

function idsOf(part: { view: { options: readonly { id: string; text: string }[] } }) {
  return (...texts: string[]) =>
    texts.map((text) => part.view.options.find((option) => option.text === text)?.id).join(",");
}

describe("one of several options", () => {
  const part = drawn(choice, one);
  const ids = idsOf(part);

  it("earns all or nothing", () => {
    expect(part.grade(ids("$p - y$"))).toEqual({ earned: 1, feedback: [], marks: ["right"] });
    expect(part.grade(ids("$p + y$"))).toMatchObject({
      earned: 0,
      feedback: [],
      marks: ["wrong"],
      miss: ["Not that one: check each of the others against the question."],
    });
  });

  it("says what the author has to say to the one chosen", () => {
    expect(part.grade(ids("$y - p$")).feedback).toEqual(["The sign is turned."]);
  });

  it("cannot be read as two, or as what is not there", () => {
    expect(part.read("a,b").status).toBe("unreadable");
    expect(part.read("z").status).toBe("unreadable");
    expect(part.read("a,a").status).toBe("unreadable");
    expect(part.read(",").status).toBe("unreadable");
  });

  it("is a value by its number in the author's order, from 1", () => {
    expect(choice.value(part.key)).toBe(1);
    expect(part.matches(2, ids("$y - p$"))).toBe(true);
    expect(part.matches(1, ids("$y - p$"))).toBe(false);
  });
});

describe("several options", () => {
  const part = drawn(choice, two);
  const ids = idsOf(part);

  it.each<[string[], number]>([
    [["ReLU", "leaky ReLU"], 1],
    [["leaky ReLU", "ReLU"], 1],
    [["ReLU"], 0.5],
    [["ReLU", "leaky ReLU", "tanh"], 0.5],
    [["ReLU", "tanh"], 0],
    [["ReLU", "sigmoid", "tanh"], 0],
    [["ReLU", "leaky ReLU", "sigmoid", "tanh"], 0],
  ])("%j earn %d: a wrong one takes away a right one", (texts, earned) => {
    expect(part.grade(ids(...texts)).earned).toBe(earned);
  });

  it("have a mark for each option ticked, by its place on the page", () => {
    const marksOf = (...texts: string[]) => part.grade(ids(...texts)).marks;
    const shown = part.view.options.filter(({ text }) => ["ReLU", "tanh"].includes(text));
    const marks = shown.map(({ text }) => (text === "ReLU" ? "right" : "wrong"));
    expect(marksOf("ReLU", "tanh")).toEqual(marks);
    expect(marksOf("tanh", "ReLU")).toEqual(marks);
  });

  it.each<[string[], string]>([
    [["ReLU"], "Your tick is right, but something’s still missing."],
    [["tanh"], "Your tick is wrong."],
    [["sigmoid", "tanh"], "None of your 2 ticks is right."],
    [["ReLU", "leaky ReLU", "tanh"], "2 of your 3 ticks are right: one too many."],
    [
      ["ReLU", "sigmoid", "tanh"],
      "1 of your 3 ticks is right: two too many, and something’s still missing.",
    ],
  ])("%j are told how many are right, and not how many are missing", (texts, said) => {
    expect(part.grade(ids(...texts)).feedback[0]).toBe(said);
  });

  it("are a value by the list of their numbers", () => {
    expect(choice.value(part.key)).toEqual([1, 3]);
    expect(part.matches([3, 1], ids("ReLU", "leaky ReLU"))).toBe(true);
  });
});

describe("the order of options", () => {
  const orders = (part: Parameters<typeof choice.parse>[0]) =>
    Array.from({ length: 200 }, (_, i) => drawn(choice, part, `seed ${i}`));

  it("is drawn, and the right one's id and place vary with it evenly", () => {
    const counts: Record<string, number> = {};
    for (const { response } of orders(one)) counts[response] = (counts[response] ?? 0) + 1;
    expect(Object.keys(counts).sort()).toEqual(["a", "b", "c"]);
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(40);
  });

  it("is the author's with keep-order", () => {
    const kept = { ...one, attributes: element({ "keep-order": true }).attributes };
    for (const { view } of orders(kept)) {
      expect(view.options.map(({ text }) => text)).toEqual(["$p - y$", "$y - p$", "$p + y$"]);
    }
  });

  it("leaves ids that follow the page, so that they tell nothing else", () => {
    for (const { view } of orders(two)) {
      expect(view.options.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
    }
  });
});

describe("an option whose rightness the numbers decide", () => {
  const sign = element({ "keep-order": true }, [
    child("Option", "It grows.", { correct: "{dz < 0}" }, ["dz"]),
    child("Option", "It shrinks.", { correct: "{dz > 0}" }, ["dz"]),
  ]);

  it("is right where its expression is true", () => {
    expect(drawn(choice, sign, "s", { dz: -1 }).response).toBe("a");
    expect(drawn(choice, sign, "s", { dz: 1 }).response).toBe("b");
  });

  it("cannot be drawn where none is right", () => {
    expect(() => drawn(choice, sign, "s", { dz: 0 })).toThrow("0 options are correct");
  });
});

describe("an author's mistake", () => {
  const right = child("Option", "yes", { correct: true });
  it.each<[string, Parameters<typeof issuesOf>[1], string]>([
    ["no options", element({}), "3:5 this choice has fewer than two options."],
    [
      "none right",
      element({}, [child("Option", "a"), child("Option", "b")]),
      "3:5 no option is correct.",
    ],
    [
      "two right of one",
      element({}, [right, child("Option", "no", { correct: true })]),
      "3:5 2 options are correct. Keep one, or write <Choice several>.",
    ],
    [
      "twice the same",
      element({}, [right, child("Option", "yes")]),
      "5:7 two options say the same.",
    ],
    ["an empty option", element({}, [right, child("Option", " ")]), "5:7 this option is empty."],
    [
      "a step",
      element({}, [right, child("Step", "no")]),
      "5:7 <Step> does not belong in a <Choice>.",
    ],
    [
      "correct as a text",
      element({}, [right, child("Option", "no", { correct: "no" })]),
      "3:15 correct is a text.",
    ],
    [
      "a misspelling",
      element({ keeporder: true }, [right, child("Option", "no")]),
      "Did you mean keep-order?",
    ],
  ])("%s is told with its place", (_, part, issue) => {
    expect(issuesOf(choice as never, part).join("\n")).toContain(issue);
  });
});

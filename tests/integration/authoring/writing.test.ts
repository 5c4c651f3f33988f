import { randomUUID } from "node:crypto";
import { ChangeSet, type Text } from "@codemirror/state";
import { expect, test } from "vitest";
import { moveLesson, putLessonBack, removeLesson } from "@/lib/authoring/course/arrange";
import { lineDifference } from "@/lib/authoring/editor/line-difference";
import { SharedText } from "@/lib/authoring/editor/shared-text";
import { asDocument } from "@/lib/authoring/editor/text-change";
import { removeOldChanges } from "@/lib/authoring/text/file-history";
import {
  findText,
  replaceText,
  type Writing,
  write,
  writingForm,
} from "@/lib/authoring/text/writing";
import { limits } from "@/lib/content/limits";
import { db } from "@/lib/db/client";
import { aLearner } from "../a-learner";
import { useDatabase } from "../use-database";
import { aWrittenCourse, writeFile } from "./a-written-course";

useDatabase();

const path = "01-one/lesson.mdx";

async function aText(text: string) {
  const { course, userId } = await aWrittenCourse();
  await writeFile(course.id, path, text);
  const { id: file } = (await findText(course.id, path))!;
  return { courseId: course.id, userId, file };
}

type Place = Awaited<ReturnType<typeof aText>>;

/** An editor's window, as the browser has one. */
class Window {
  readonly clientId = randomUUID();
  others: readonly string[] = [];
  path = path;
  /** Whether it was given the whole text. */
  isReloaded = false;
  private doc: Text;
  private readonly shared: SharedText;

  constructor(
    private readonly place: Place,
    { text, version }: { text: string; version: number },
  ) {
    this.doc = asDocument(text);
    this.shared = new SharedText(text, version);
  }

  type(from: number, insert: string, to = from): void {
    const change = ChangeSet.of({ from, to, insert: asDocument(insert) }, this.doc.length);
    this.shared.type(change);
    this.show(change);
  }

  /** What it would send now. */
  get sent(): Writing {
    const { file } = this.place;
    const change = this.shared.next();
    const { clientId } = this;
    return writingForm.parse({ file, clientId, version: this.shared.seen, change });
  }

  /** Sends what is new here, and takes in what is new there, unless the answer is lost. */
  async exchange(answer: "comes" | "is lost" = "comes"): Promise<void> {
    const news = await write(this.place.courseId, this.place.userId, this.sent);
    if (news.status !== "news") throw new Error(news.status);
    if (answer === "is lost") return;
    [this.others, this.path] = [news.others, news.path];
    this.isReloaded = news.reload !== undefined;
    const changes = news.reload
      ? this.shared.reload(news.reload.text, news.reload.version, lineDifference)
      : this.shared.take(JSON.parse(JSON.stringify(news.changes)));
    if (changes) this.show(changes);
  }

  get isSaved(): boolean {
    return this.shared.isSaved;
  }

  get text(): string {
    return this.doc.toString();
  }

  private show(changes: ChangeSet): void {
    this.doc = changes.apply(this.doc);
  }
}

const open = async (place: Place) => new Window(place, (await findText(place.courseId, path))!);

const kept = async (courseId: string) => (await findText(courseId, path))?.text;

test("what is typed is kept, with every byte that was there", async () => {
  const place = await aText("one\r\ntwo\n\ufefflast");
  const window = await open(place);
  window.type(3, "!");
  await window.exchange();
  expect(await kept(place.courseId)).toBe("one!\r\ntwo\n\ufefflast");
});

test("two authors on one text see each other’s words and neither loses any", async () => {
  const place = await aText("The network has layers.");
  const colleague = await aLearner("Bo");
  const one = await open(place);
  const other = await open({ ...place, userId: colleague.userId });
  one.type(4, "small ");
  other.type(22, " and weights");
  await one.exchange();
  // It has not seen the other's words: its own go on top of them.
  await other.exchange();
  await other.exchange();
  await one.exchange();
  expect(one.text).toBe("The small network has layers and weights.");
  expect(other.text).toBe(one.text);
  expect(await kept(place.courseId)).toBe(one.text);
  expect(one.others).toEqual(["Bo"]);
});

test("a window that was away for long brings its words home", async () => {
  const place = await aText("a\nb\nc\n");
  const away = await open(place);
  const here = await open(place);
  away.type(0, "from afar: ");
  for (const word of ["x", "y", "z"]) {
    here.type(here.text.length, `${word}\n`);
    await here.exchange();
  }
  await away.exchange();
  await away.exchange();
  expect(await kept(place.courseId)).toBe("from afar: a\nb\nc\nx\ny\nz\n");
});

test("changes that were kept, and whose answer was lost, are kept once", async () => {
  const place = await aText("a");
  const window = await open(place);
  window.type(1, "b");
  await window.exchange("is lost");
  window.type(2, "c");
  await window.exchange();
  await window.exchange();
  expect(window.text).toBe("abc");
  expect(await kept(place.courseId)).toBe("abc");
});

test("a file that comes from elsewhere reaches the windows that have it open, on top of what they type", async () => {
  const place = await aText("one\ntwo\nthree\n");
  const window = await open(place);
  window.type(0, "# ");
  await db.$transaction((tx) => replaceText(tx, { ...place, path, text: "one\nTWO\nthree\n" }));
  await window.exchange();
  await window.exchange();
  expect(window.text).toBe("# one\nTWO\nthree\n");
  expect(await kept(place.courseId)).toBe(window.text);
});

test("windows that type at once, and whose answers get lost, come to the same text with every word in it", async () => {
  for (const seed of [1, 2, 3]) {
    const random = randomOf(seed);
    const place = await aText("one\ntwo\nthree\n");
    const windows = [await open(place), await open(place), await open(place)];
    const words: string[] = [];
    for (let i = 0; i < 60; i++) {
      const window = windows[Math.floor(3 * random())]!;
      const word = `<${seed}.${i}>`;
      // Between others' words, so that none of them is cut.
      const gaps = [...window.text.matchAll(/^|(?<=>)|(?=<)|$/g)].map(({ index }) => index);
      window.type(gaps[Math.floor(gaps.length * random())]!, word);
      words.push(word);
      if (random() < 0.6) await window.exchange(random() < 0.3 ? "is lost" : "comes");
    }
    for (let i = 0; i < 6; i++) for (const window of windows) await window.exchange();
    const text = await kept(place.courseId);
    expect(new Set(windows.map((window) => window.text)), `seed ${seed}`).toEqual(new Set([text]));
    for (const word of words) expect(text, `seed ${seed}`).toContain(word);
  }
});

/** A small generator of numbers from 0 to 1. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (1_103_515_245 * state + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test("many keys typed without an answer are one change", async () => {
  const place = await aText("");
  const window = await open(place);
  for (let i = 0; i < 1_000; i++) window.type(i, "k");
  await window.exchange();
  expect(window.isSaved).toBe(true);
  expect(await kept(place.courseId)).toBe("k".repeat(1_000));
});

test("a lesson taken out and put back between two news goes on where it was", async () => {
  const place = await aText("abc");
  const lesson = { ...place, folder: "01-one" };
  const window = await open(place);
  await window.exchange();
  await removeLesson(lesson);
  window.type(3, "!");
  await expect(window.exchange()).rejects.toThrow("gone");
  await putLessonBack(lesson);
  await window.exchange();
  await window.exchange();
  expect(window.isSaved).toBe(true);
  expect(await kept(place.courseId)).toBe("abc!");
});

test("a lesson that is put back with other words keeps what is typed in it", async () => {
  const place = await aText("one\ntwo\n");
  const window = await open(place);
  await removeLesson({ ...place, folder: "01-one" });
  await db.$transaction((tx) => replaceText(tx, { ...place, path, text: "one\nTWO\n" }));
  window.type(0, "# ");
  await window.exchange();
  await window.exchange();
  expect(window.text).toBe("# one\nTWO\n");
  expect(await kept(place.courseId)).toBe(window.text);
});

test("a lesson that is moved is written on by the windows that have it open, which hear of its new place", async () => {
  const place = await aText("abc");
  await writeFile(place.courseId, "02-two/lesson.mdx", "second");
  const window = await open(place);
  await moveLesson({ ...place, folder: "01-one" }, 1);
  window.type(3, "!");
  await window.exchange();
  await window.exchange();
  expect(window.path).toBe("02-one/lesson.mdx");
  expect((await findText(place.courseId, window.path))?.text).toBe("abc!");
});

test("a window whose version is forgotten takes in the text as it is, under what was typed in it", async () => {
  const place = await aText("one\ntwo\nthree\n");
  const [away, asleep, here] = [await open(place), await open(place), await open(place)];
  away.type(4, "my ");
  here.type(0, "zero\n");
  await here.exchange();
  here.type(here.text.length, "four\n");
  await here.exchange();
  await removeOldChanges(new Date(Date.now() + 25 * 60 * 60 * 1000));
  expect(await db.fileChange.count({ where: { fileId: place.file } })).toBe(0);
  await away.exchange();
  expect(away.isReloaded).toBe(true);
  await away.exchange();
  await asleep.exchange();
  expect(away.text).toBe("zero\none\nmy two\nthree\nfour\n");
  expect(await kept(place.courseId)).toBe(away.text);
  expect(asleep.text).toBe(away.text);
});

test("a change that was kept, and is forgotten before its answer came, is there once", async () => {
  const place = await aText("a");
  const window = await open(place);
  window.type(1, "b");
  await window.exchange("is lost");
  await removeOldChanges(new Date(Date.now() + 25 * 60 * 60 * 1000));
  window.type(2, "c");
  await window.exchange();
  await window.exchange();
  expect(window.text).toBe("abc");
  expect(await kept(place.courseId)).toBe("abc");
});

test("changes of the last day stay", async () => {
  const place = await aText("a");
  const window = await open(place);
  window.type(1, "b");
  await window.exchange();
  await removeOldChanges();
  expect(await db.fileChange.count({ where: { fileId: place.file } })).toBe(1);
});

test("however much is typed, what a window is given that has seen nothing of it is bounded", async () => {
  const place = await aText("x");
  const [window, late] = [await open(place), await open(place)];
  for (let i = 0; i < 20; i++) {
    window.type(0, "y".repeat(90_000));
    await window.exchange();
    window.type(0, "", 90_000);
    await window.exchange();
  }
  window.type(0, "z");
  await window.exchange();
  expect(await historyOf(place.file)).toBeLessThan(600_000);
  await late.exchange();
  expect([late.isReloaded, late.text]).toEqual([true, "zx"]);
});

/** Characters of what is kept of a file's changes. */
const historyOf = async (fileId: string) =>
  JSON.stringify(await db.fileChange.findMany({ where: { fileId } })).length;

test("a version that the file never had gets the whole text", async () => {
  const place = await aText("a");
  const window = await open(place);
  const news = await write(place.courseId, place.userId, {
    ...window.sent,
    version: 2_147_483_647,
  });
  expect(news).toMatchObject({ status: "news", changes: [], reload: { text: "a", version: 0 } });
});

test("another author’s change under a window’s name is not taken for the window’s own", async () => {
  const place = await aText("abc");
  const colleague = await aLearner("Bo");
  const window = await open(place);
  window.type(3, "!");
  const forged = { ...window.sent, change: [[0, "forged "], 3] };
  await write(place.courseId, colleague.userId, forged);
  await window.exchange();
  await window.exchange();
  expect(window.text).toBe("forged abc!");
  expect(await kept(place.courseId)).toBe("forged abc!");
});

test("one emoji in the place of another is one change, from a file or from a window", async () => {
  const place = await aText("smile \u{1f600}!");
  const window = await open(place);
  const other = { ...place, path, text: "smile \u{1f601}!" };
  await db.$transaction((tx) => replaceText(tx, other));
  window.type(0, "A ");
  await window.exchange();
  await window.exchange();
  expect(window.text).toBe("A smile \u{1f601}!");
  expect(await kept(place.courseId)).toBe(window.text);
});

const text = "a\u{1f600}bcdefgh";

test.each<[string, unknown[]]>([
  ["that is none", ["nonsense"]],
  ["that doesn’t fit the text", [500, [0, "a"]]],
  ["that is shorter than the text", [[0, "a"], 3]],
  ["with numbers that are none", [{ a: 1 }, -3]],
  ["with half a character", [[0.5, "q"], text.length - 0.5]],
  ["with lengths that cancel each other out", [1e9, [-1e9, ""], text.length]],
  ["that keeps less than nothing", [-1, text.length + 1]],
  ["without end", [[Number.POSITIVE_INFINITY, ""]]],
  ["with a list in a list", [[[text.length]]]],
  ["with parts that change nothing", [...Array(9).fill([0]), text.length]],
  ["with two lines in one", [[0, "a\nb"], text.length]],
  ["with character 0", [[0, "\0"], text.length]],
  ["with half a pair of surrogates", [[0, "\ud800"], text.length]],
  ["that cuts a pair of surrogates in two", [1, [1, ""], text.length - 2]],
])("a change %s is refused, and the text stays", async (_, change) => {
  const place = await aText(text);
  const sent = { file: place.file, clientId: randomUUID(), version: 0, change };
  expect(await write(place.courseId, place.userId, sent)).toEqual({ status: "unreadable" });
  expect(await kept(place.courseId)).toBe(text);
});

test.each([
  ["a version beyond those that can be", { version: 3e9 }],
  ["character 0 in a window’s name", { clientId: "a\0b" }],
  ["character 0 in a file’s name", { file: "a\0b" }],
])("%s is not read", (_, wrong) => {
  const asked = { file: randomUUID(), clientId: randomUUID(), version: 0, change: null };
  expect(writingForm.safeParse(asked).success).toBe(true);
  expect(writingForm.safeParse({ ...asked, ...wrong }).success).toBe(false);
});

test("a text longer than a lesson can be is refused, and may be made shorter", async () => {
  const place = await aText("a");
  const window = await open(place);
  window.type(1, "b".repeat(limits.characters));
  await expect(window.exchange()).rejects.toThrow("too-long");
  expect(await kept(place.courseId)).toBe("a");
  await writeFile(place.courseId, path, "c".repeat(limits.characters + 10));
  const other = await open(place);
  other.type(0, "", 1);
  await other.exchange();
  expect(await kept(place.courseId)).toHaveLength(limits.characters + 9);
});

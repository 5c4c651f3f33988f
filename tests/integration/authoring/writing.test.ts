import { randomUUID } from "node:crypto";
import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from "@codemirror/collab";
import { ChangeSet, EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { findText, replaceText, write } from "@/lib/authoring/writing";
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
  return { courseId: course.id, userId };
}

/** An editor's window, as the browser has one. */
class Window {
  state: EditorState;
  readonly clientId = randomUUID();
  others: readonly string[] = [];

  constructor(
    private readonly courseId: string,
    private readonly userId: string,
    { text, version }: { text: string; version: number },
  ) {
    const extensions = collab({ startVersion: version, clientID: this.clientId });
    this.state = EditorState.create({
      doc: text,
      extensions: [EditorState.lineSeparator.of("\n"), extensions],
    });
  }

  type(from: number, insert: string, to = from): void {
    this.state = this.state.update({ changes: { from, to, insert } }).state;
  }

  /** Sends what is new here, and takes in what is new there. */
  async exchange(): Promise<void> {
    const changes = sendableUpdates(this.state).map((one) => one.changes.toJSON() as unknown[]);
    const version = getSyncedVersion(this.state);
    const sent = { path, clientId: this.clientId, version, changes };
    const news = await write(this.courseId, this.userId, sent);
    if (news.status !== "news") throw new Error(news.status);
    this.others = news.others;
    const updates = news.changes.map(({ clientId, changes: json }) => ({
      clientID: clientId,
      changes: ChangeSet.fromJSON(json),
    }));
    this.state = receiveUpdates(this.state, updates).state;
  }

  get text(): string {
    return this.state.doc.toString();
  }
}

const open = async ({ courseId, userId }: { courseId: string; userId: string }) =>
  new Window(courseId, userId, (await findText(courseId, path))!);

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
  const before = window.state;
  await window.exchange();
  window.state = before;
  await window.exchange();
  expect(window.text).toBe("ab");
  expect(await kept(place.courseId)).toBe("ab");
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

test.each([
  ["that are none", [["nonsense"]]],
  ["that don’t fit the text", [[500, [0, "a"]]]],
  ["with numbers that are none", [[{ a: 1 }, -3]]],
])("changes %s are refused, and the text stays", async (_, changes) => {
  const place = await aText("a");
  const sent = { path, clientId: "one", version: 0, changes };
  expect(await write(place.courseId, place.userId, sent)).toEqual({ status: "unreadable" });
  expect(await kept(place.courseId)).toBe("a");
});

test("a text longer than a lesson can be is refused", async () => {
  const place = await aText("a");
  const changes = [[1, [0, "b".repeat(limits.characters)]]];
  const sent = { path, clientId: "one", version: 0, changes };
  expect(await write(place.courseId, place.userId, sent)).toEqual({ status: "too-long" });
});

import { type ChangeSpec, EditorState, type Text, Transaction } from "@codemirror/state";
import { asDocument, isFirstHalf, isSecondHalf } from "./text-change";

/** Keeps out of a text what cannot be kept: character 0 and halves of surrogate pairs, which come with what is pasted. A change
 *  of half a pair, as browsers tell one emoji put in another's place, becomes one of the whole pair. */
export const cleanInput = EditorState.transactionFilter.of((transaction) => {
  const { docChanged, startState, changes, effects, scrollIntoView } = transaction;
  if (!docChanged || isClean(transaction)) return transaction;
  const cleaned: ChangeSpec[] = [];
  changes.iterChanges((from, to, _from, _to, inserted) => {
    cleaned.push(whole(startState.doc, { from, to, insert: inserted.toString() }));
  });
  const set = startState.changes(cleaned);
  return {
    changes: set,
    effects,
    scrollIntoView,
    selection: { anchor: set.mapPos(startState.selection.main.to, 1) },
    annotations: Transaction.userEvent.of(transaction.annotation(Transaction.userEvent) ?? "input"),
  };
});

function isClean({ startState, changes }: Transaction): boolean {
  let clean = true;
  changes.iterChanges((from, to, _from, _to, inserted) => {
    const text = inserted.toString();
    if (text.includes("\0") || !text.isWellFormed()) clean = false;
    if (cutsPair(startState.doc, from) || cutsPair(startState.doc, to)) clean = false;
  });
  return clean;
}

function cutsPair(doc: Text, at: number): boolean {
  const around = doc.sliceString(Math.max(0, at - 1), at + 1);
  return around.length === 2 && isFirstHalf(around, 0) && isSecondHalf(around, 1);
}

interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

function whole(doc: Text, { from, to, insert }: Replacement): ChangeSpec {
  const [before, after] = [cutsPair(doc, from), cutsPair(doc, to)];
  const text = [
    before ? doc.sliceString(from - 1, from) : "",
    insert,
    after ? doc.sliceString(to, to + 1) : "",
  ].join("");
  const kept = text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "");
  return { from: from - Number(before), to: to + Number(after), insert: asDocument(kept) };
}

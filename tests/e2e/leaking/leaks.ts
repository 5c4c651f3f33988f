import type { StoredVariant } from "../pages/records";
import { isShort, longFiguresOf, longNumbersIn, numbersIn, tells, type Written } from "./digits";
import { fieldwork, type Leaf, pieces } from "./leaves";
import {
  type SecretNumber,
  type Secrets,
  type SecretWords,
  type Stage,
  secretsOf,
  secretWords,
} from "./secrets";
import type { Sent, SentCard } from "./visit";

export interface Found {
  /** What was told that may not be, each in a line. */
  readonly leaks: readonly string[];
  /** How many numbers of keys there are that are not short, and how many of those the question shows itself. */
  readonly keys: number;
  readonly shown: number;
}

const stages: readonly Stage[] = ["opened", "answered", "helped"];

/** Holds all that somebody was sent against what is kept of their variants. */
export function leaksIn(sent: readonly Sent[], variants: readonly StoredVariant[]): Found {
  const leaks = new Set<string>();
  let [keys, shown] = [0, 0];
  const spread = new Spread(sent);
  const furniture = furnitureOf(sent);
  for (const [slug, of] of bySlug(variants)) {
    for (const one of spread.words(secretWords(of))) leaks.add(`${slug}: ${one}`);
  }
  for (const variant of variants) {
    const secrets = secretsOf(variant);
    const own = new OwnCards(sent, variant, furniture);
    const hidden = secrets.numbers.filter((number) => !own.asks(number));
    const numbers = secrets.numbers.filter(isLongKey).length;
    keys += numbers;
    shown += numbers - hidden.filter(isLongKey).length;
    const found = [
      ...spread.seed(secrets),
      ...spread.numbers(hidden),
      ...own.numbers(hidden),
      ...own.texts(secrets),
      ...own.unlike(secrets),
    ];
    for (const one of found) leaks.add(`${variant.slug}, numbers ${variant.number}: ${one}`);
  }
  return { leaks: [...leaks], keys, shown };
}

const placed = ({ name, text }: Leaf) => `${name}=${text}`;

/** What stands in the cards of more than one variant, with its name. */
function furnitureOf(sent: readonly Sent[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const { slug, number, leaves } of sent.flatMap(({ cards }) => cards)) {
    const variant = `${slug} ${number}`;
    for (const leaf of leaves) {
      const key = placed(leaf);
      const before = first.get(key);
      if (before === undefined) first.set(key, variant);
      else if (before !== variant) shared.add(key);
    }
  }
  return shared;
}

const isLongKey = ({ isKey, value }: SecretNumber) => isKey && !isShort(value);

/** All that was sent, whatever it is about. */
class Spread {
  private readonly texts: readonly (Sent & { readonly words: string })[];
  /** By the first figures of long numbers, where one was sent. */
  private readonly figures = new Map<string, string>();

  constructor(sent: readonly Sent[]) {
    this.texts = sent.map((one) => ({ ...one, words: one.text.replaceAll(/(?:\\+n|\s)+/g, " ") }));
    for (const { text, where } of sent) {
      for (const figures of longNumbersIn(text)) this.figures.set(figures, where);
    }
  }

  seed({ seed }: Secrets): string[] {
    const told = this.texts.filter(({ text }) => text.includes(seed));
    return told.map(({ where }) => `the seed in ${where}`);
  }

  words(secret: readonly SecretWords[]): string[] {
    return secret.flatMap(({ what, words, from }) =>
      this.texts
        .filter((sent) => isBefore(sent.stage, from) && sent.words.includes(words))
        .map(({ where }) => `${what}, “${words}”, in ${where}`),
    );
  }

  numbers(hidden: readonly SecretNumber[]): string[] {
    return hidden.flatMap(({ what, value }) => {
      const where = this.figures.get(longFiguresOf(value) ?? "");
      return where === undefined ? [] : [`${what}, ${value}, in ${where}`];
    });
  }
}

function bySlug(variants: readonly StoredVariant[]) {
  const groups = new Map<string, [StoredVariant, ...StoredVariant[]]>();
  for (const one of variants) {
    const group = groups.get(one.slug);
    if (group) group.push(one);
    else groups.set(one.slug, [one]);
  }
  return groups;
}

const isBefore = (stage: Stage, from: Stage | undefined) =>
  from === undefined || stages.indexOf(stage) < stages.indexOf(from);

/** What was sent about one variant. */
class OwnCards {
  private readonly cards: readonly (SentCard & Pick<Sent, "where" | "stage">)[];
  private readonly question: readonly Written[];

  constructor(
    sent: readonly Sent[],
    { slug, number }: StoredVariant,
    /** What stands in cards with other numbers as well: how things look, and no number of this variant. */
    private readonly furniture: ReadonlySet<string>,
  ) {
    this.cards = sent.flatMap(({ cards, where, stage }) =>
      cards
        .filter((card) => card.slug === slug && card.number === number)
        .map((card) => ({ ...card, where, stage })),
    );
    const first = this.cards.find(({ html }) => html)?.html;
    if (!first) throw new Error(`no page shows ${slug} with numbers ${number}`);
    this.question = numbersIn(first.question);
  }

  /** Whether the question itself shows a number. */
  asks({ value }: SecretNumber): boolean {
    return this.question.some((one) => tells(one, value));
  }

  numbers(hidden: readonly SecretNumber[]): string[] {
    return this.cards.flatMap(({ leaves, html, where }) => {
      const all = html ? [...leaves, { name: "text", text: html.shown }] : leaves;
      const read = readNumbers(
        all.filter(
          ({ name, text }) => pieces.includes(name) || !this.furniture.has(placed({ name, text })),
        ),
      );
      return hidden.flatMap(({ what, value, isKey }) => {
        // A number on the way is one of hundreds: three figures of it stand somewhere by chance.
        const least = isKey ? 3 : 4;
        const told = read.find(
          (one) => tells(one, value, least) && (!isShort(value) || isTelling(one)),
        );
        return told ? [`${what}, ${value}, as ${told.name}=“${told.text}” in ${where}`] : [];
      });
    });
  }

  /** Hints are rules in letters, and a rule in letters may be the formula asked for. */
  texts({ texts }: Secrets): string[] {
    return this.cards.flatMap(({ leaves, stage, where }) => {
      if (stage === "helped") return [];
      const all = leaves.map(({ text }) => squeezed(text));
      return texts
        .filter(({ text }) => all.some((one) => one.includes(squeezed(text))))
        .map(({ what, text }) => `${what}, ${text}, in ${where}`);
    });
  }

  /** Before anything is chosen, what is sent of one option is sent of every other. */
  unlike({ alike }: Secrets): string[] {
    const fresh = this.cards.filter(({ stage }) => stage === "opened");
    return fresh.flatMap(({ leaves, where }) => {
      const parts = [...alike.values()];
      return [...alike].flatMap(([part, ids]) => {
        // An id of two parts is said as often as both say it.
        const own = ids.filter((id) => parts.filter((other) => other.includes(id)).length === 1);
        const named = own.map((id) => namesOf(leaves, id));
        return new Set(named).size <= 1 ? [] : [`the options of ${part} differ in ${where}`];
      });
    });
  }
}

const namesOf = (leaves: readonly Leaf[], id: string) =>
  leaves
    .filter(({ name, text }) => text === id && !pieces.includes(name))
    .map(({ name }) => name)
    .sort()
    .join(" ");

const squeezed = (text: string) => text.replaceAll(/[\s{}]/g, "");

/** Whether a short number says something where it stands: not in a sentence, nor among counts and points, which are as
 *  short. What leaks the key of one exercise leaks those of all, and most are longer. */
const isTelling = ({ isAlone, name }: Read) => isAlone && !["value", "children"].includes(name);

interface Read extends Written {
  readonly name: string;
  readonly text: string;
  /** Whether it is the whole of what it stands in, and no piece of a sentence. */
  readonly isAlone: boolean;
}

/** The numbers in leaves, each once, but for those that make a field a field and for names that were drawn by lot. */
function readNumbers(leaves: readonly Leaf[]): Read[] {
  const read = new Map<string, Read>();
  for (const { name, text } of leaves) {
    if (fieldwork.includes(name) || !/\d/.test(text)) continue;
    const said = text.replaceAll(lots, " ");
    const isAlone = !pieces.includes(name) && /^\s*[-−]?[\d.]+\s*$/.test(said);
    for (const one of numbersIn(said)) {
      const key = `${one.value} ${one.figures} ${isAlone}`;
      if (!read.has(key)) read.set(key, { ...one, name, text: said.slice(0, 60), isAlone });
    }
  }
  return [...read.values()];
}

/** Ids, hashes and marks. */
const lots = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![.\w])(?=\d*[a-f])[0-9a-f]{12,}\b/g;

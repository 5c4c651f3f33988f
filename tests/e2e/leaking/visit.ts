import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { formsIn, type SentForm } from "../pages/sent-forms";
import { allIn, cardsIn, payloadIn, rowsOf } from "./flight";
import { type Leaf, leavesOf } from "./leaves";
import { type ReadHtml, readCards, readHtml } from "./read-html";
import type { Stage } from "./secrets";

/** All that was sent of one variant at one time. */
export interface SentCard {
  readonly slug: string;
  readonly number: number;
  readonly leaves: readonly Leaf[];
  /** The card as a page shows it. */
  readonly html?: ReadHtml;
}

/** One response: as it came, and what in it is about an exercise. */
export interface Sent {
  readonly where: string;
  readonly stage: Stage;
  readonly text: string;
  readonly cards: readonly SentCard[];
}

/** Somebody's requests, and all that they were sent. */
export class Visit {
  readonly sent: Sent[] = [];
  /** From when on, as exercises are answered and help is taken. */
  stage: Stage = "opened";
  /** Which numbers of an exercise were last shown. */
  private readonly shown = new Map<string, number>();

  /** `reader` is a page that nothing else is done with, of the browser that reads the HTML. */
  constructor(
    private readonly request: APIRequestContext,
    private readonly reader: Page,
  ) {}

  /** Opens a page, and asks for it as Next's router would. What comes back are its exercises' forms. */
  async openExercises(path: string): Promise<SentForm[]> {
    const { html, rows, again } = await this.get(path);
    const forms = formsIn(html);
    for (const { hidden } of forms) this.shown.set(slugOf(hidden), Number(hidden.variant));
    const seen = await readCards(this.reader, html);
    const sent = [await this.cardsOf(cardsIn(rows)), await this.cardsOf(cardsIn(again.rows))];
    const counts = [seen.size, ...sent.map((cards) => cards.length)];
    expect(counts, `exercises of ${path}`).toEqual(counts.map(() => forms.length));
    const cards = [...seen].map(([slug, card]) => this.card(slug, card.unseen, card));
    this.note(path, html, [...cards, ...(sent[0] ?? [])]);
    this.note(again.where, again.text, sent[1] ?? []);
    return forms;
  }

  /** The same for a page without exercises, or all about one. */
  async openPage(path: string, about?: string): Promise<string> {
    const { html, rows, again } = await this.get(path);
    const whole = async (leaves: readonly Leaf[]) =>
      about === undefined ? [] : [await this.plain(about, leaves)];
    const { unseen, shown } = await readHtml(this.reader, html);
    this.note(path, html, [
      ...(await whole(allIn(rows))),
      ...(await whole([...unseen, { name: "text", text: shown }])),
    ]);
    this.note(again.where, again.text, await whole(allIn(again.rows)));
    return html;
  }

  /** Sends a form to an endpoint, as a page with scripts would. */
  async post(endpoint: string, slug: string, form: Record<string, string>): Promise<void> {
    const headers = { accept: "application/json" };
    const response = await this.request.post(endpoint, { form, headers, ...patiently });
    const text = await response.text();
    expect(response.ok(), `${endpoint} of ${slug}: ${text}`).toBe(true);
    await this.reply(`the reply of ${endpoint}`, slug, text);
  }

  /** What stands in an exercise's form by now. */
  async newest({ exercise, variant, numbers, owner }: SentForm["hidden"], slug: string) {
    const at = `${exercise}.${variant}.${numbers}`;
    const query = new URLSearchParams({ owner: owner ?? "", at });
    await this.reply("what is newest", slug, await this.fetch(`/api/drafts?${query}`));
  }

  private async get(path: string) {
    const [html, text] = await Promise.all([this.fetch(path), this.fetch(path, { RSC: "1" })]);
    const rows = rowsOf(payloadIn(html));
    const again = { where: `${path} for Next's router`, text, rows: rowsOf(text) };
    for (const { size } of [rows, again.rows]) {
      expect(size, `rows of what React sends of ${path}`).toBeGreaterThan(5);
    }
    return { html, rows, again };
  }

  private async fetch(path: string, headers: Record<string, string> = {}): Promise<string> {
    // Pressing megabytes for a reader on the same machine takes longer than sending them.
    const plain = { ...headers, "accept-encoding": "identity" };
    const response = await this.request.get(path, { headers: plain, ...patiently });
    expect(response.status(), path).toBe(200);
    return response.text();
  }

  private async reply(where: string, slug: string, text: string): Promise<void> {
    this.note(where, text, [await this.plain(slug, leavesOf(JSON.parse(text)))]);
  }

  private note(where: string, text: string, cards: readonly SentCard[]): void {
    this.sent.push({ where, stage: this.stage, text, cards });
  }

  private card(slug: string, leaves: readonly Leaf[], html?: ReadHtml): SentCard {
    return { slug, number: this.shown.get(slug) ?? 1, leaves, html };
  }

  private cardsOf(cards: ReadonlyMap<string, readonly Leaf[]>): Promise<SentCard[]> {
    return Promise.all([...cards].map(([slug, leaves]) => this.plain(slug, leaves)));
  }

  /** Leaves of JSON; those that are HTML are read as a browser reads it. */
  private async plain(slug: string, leaves: readonly Leaf[]): Promise<SentCard> {
    const isHtml = ({ text }: Leaf) => /<[a-z][^>]*>/.test(text);
    const html = leaves.filter(isHtml).map(({ text }) => text);
    const plain = leaves.filter((leaf) => !isHtml(leaf));
    if (html.length === 0) return this.card(slug, plain);
    const { unseen, shown } = await readHtml(this.reader, html.join("<hr>"));
    return this.card(slug, [...plain, ...unseen, { name: "text", text: shown }]);
  }
}

/** A connection that was kept may end just as it is used again; and a busy machine is slow, not broken. */
const patiently = { maxRetries: 3, timeout: 60_000 };

/** Which exercise a form is of. */
export const slugOf = ({ return: back = "" }: SentForm["hidden"]) =>
  back.slice(back.indexOf("#exercise-") + "#exercise-".length);

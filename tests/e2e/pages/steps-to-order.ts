import { expect, type Locator, type Page } from "@playwright/test";

/** The steps of one iteration in their right order, each by words that no other step has. */
export const rightOrder = [
  "example forward",
  "Compute the loss",
  "Aggregate",
  "Compute the gradient",
  "Update all",
] as const;

/** The list of an ordering part. */
export class StepsToOrder {
  readonly items: Locator;

  constructor(
    private readonly page: Page,
    readonly root: Locator,
  ) {
    this.items = root.getByRole("listitem");
  }

  item(words: string): Locator {
    return this.items.filter({ hasText: words });
  }

  handle(words: string): Locator {
    return this.item(words).getByRole("button", { name: "Drag" });
  }

  /** The steps as they stand, by their words. */
  async order(): Promise<string[]> {
    const texts = await this.items.allTextContents();
    return texts.map((text) => rightOrder.find((words) => text.includes(words)) ?? text);
  }

  async stand(order: readonly string[]): Promise<void> {
    await expect.poll(() => this.order()).toEqual(order);
  }

  /** What was dropped has come to its place: until then nothing else is picked up. */
  async rest(): Promise<void> {
    await expect(this.root.locator("[data-dnd-dragging], [data-dnd-placeholder]")).toHaveCount(0);
  }

  /** Drags one step with the pointer to where another stands, and lets go when the list has made room. */
  async drag(words: string, onto: string): Promise<void> {
    const { mouse } = this.page;
    const made = moved(await this.order(), words, onto);
    // Hovering waits until what moved before has come to rest.
    await this.handle(onto).hover();
    await this.handle(words).hover();
    const [from, to] = await Promise.all([words, onto].map((one) => middle(this.handle(one))));
    if (!from || !to) return;
    await mouse.down();
    await mouse.move(from.x, from.y + Math.sign(to.y - from.y) * 8, { steps: 3 });
    // A hand is never quite still; the list looks where the pointer is whenever it moves.
    await expect(async () => {
      await mouse.move(to.x, to.y, { steps: 12 });
      await mouse.move(to.x, to.y - 2);
      expect(await this.order()).toEqual(made);
    })
      // Where the page moved under the hand it lets go, as anyone would.
      .toPass({ timeout: 10_000 })
      .finally(() => mouse.up());
    await this.stand(made);
  }

  /** Brings the steps into this order by dragging alone. */
  async dragInto(order: readonly string[]): Promise<void> {
    for (const [place, words] of order.entries()) {
      const before = await this.order();
      const there = before[place];
      if (there === undefined || there === words) continue;
      await this.drag(words, there).catch(async () => {
        const now = (await this.order())[place];
        if (now && now !== words) await this.drag(words, now);
      });
    }
  }
}

/** The order after one step has taken the place of another. */
function moved(order: readonly string[], words: string, onto: string): string[] {
  const after = order.filter((one) => one !== words);
  after.splice(order.indexOf(onto), 0, words);
  return after;
}

async function middle(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error("what should be dragged is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

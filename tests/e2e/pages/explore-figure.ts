import { expect, type Locator, type Page } from "@playwright/test";

interface PlacedFigure {
  readonly path: string;
  readonly title: string;
  /** Whether it is near enough to the top of its page to be awake when that opens. */
  readonly first?: true;
}

/** Every figure to move that stands in a lesson. */
export const placedFigures: readonly [PlacedFigure, ...PlacedFigure[]] = [
  { path: "/courses/backpropagation/feedforward", title: "A neuron to move" },
  { path: "/courses/backpropagation/feedforward", title: "A network to move" },
  { path: "/courses/backpropagation/losses", title: "A forecast to move" },
  {
    path: "/courses/backpropagation/updating-weights-and-biases-2",
    title: "Weights to move, and what the loss says",
  },
  { path: "/courses/backpropagation/batches", title: "Batches of every size" },
  { path: "/courses/backpropagation/softmax", title: "A softmax to move" },
  { path: "/courses/backpropagation/activations", title: "A deep network to move" },
  { path: "/courses/backpropagation/optimisers", title: "A loss to descend" },
  { path: "/courses/backpropagation/gradient-checking", title: "An ε to shrink" },
  { path: "/courses/backpropagation/notation-and-shapes", title: "A chance of rain", first: true },
  {
    path: "/courses/backpropagation/updating-weights-and-biases-1",
    title: "Bring the loss down",
    first: true,
  },
];

/** A figure you can move, as a reader finds it. */
export class ExploreFigure {
  readonly root: Locator;
  readonly words: Locator;
  readonly status: Locator;
  readonly startAgain: Locator;

  constructor(page: Page, title: string) {
    this.root = page.locator("figure", { has: page.locator("figcaption", { hasText: title }) });
    this.words = this.root.locator("[data-words]");
    this.status = this.root.getByRole("status");
    this.startAgain = this.root.getByRole("button", { name: "Start again" });
  }

  /** Comes near the figure and waits until it can be moved. */
  async approach(): Promise<void> {
    await this.root.scrollIntoViewIfNeeded();
    await expect(this.startAgain).toBeEnabled();
  }

  /** The drawing and the words, as they are now. */
  async state(): Promise<string> {
    const drawing = await this.root
      .getByRole("img")
      .first()
      .evaluate((image) =>
        [image, ...image.querySelectorAll("*")].map((element) => {
          // In an order of their own, whichever was set last.
          const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
          return [
            element.tagName,
            ...attributes.sort(),
            element.childElementCount ? "" : element.textContent,
          ];
        }),
      );
    return `${JSON.stringify(drawing)}\n${await this.words.textContent()}`;
  }

  /** What changes a figure: its sliders, its choices and its lists, but for those that now have no part in it. */
  async movables(): Promise<Locator[]> {
    const all = this.root.locator("input, select");
    const movable: Locator[] = [];
    for (const one of await all.all()) {
      const chosen = await one.evaluate((element) => element.matches("[type=radio]:not(:checked)"));
      if (!chosen && (await one.isEnabled())) movable.push(one);
    }
    return movable;
  }

  /** Moves one of them by the keyboard alone: a slider to its end, or from there; a choice to the next. */
  async move(movable: Locator): Promise<void> {
    await movable.focus();
    const key = await movable.evaluate((element) => {
      if (!(element instanceof HTMLInputElement)) return "ArrowDown";
      if (element.type === "radio") return "ArrowRight";
      return Number(element.value) === Number(element.max) ? "Home" : "End";
    });
    await movable.press(key);
  }
}

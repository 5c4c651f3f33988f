import type { BenchRow } from "./row";

/** How many of those counted are so. */
export class Share {
  private all = 0;
  private counted = 0;

  count(isSo: boolean): void {
    this.all += 1;
    if (isSo) this.counted += 1;
  }

  /** The share in percent, as a row that asks for at most so much of it. */
  atMost(aim: number, name: string): BenchRow {
    const { percent: value } = this;
    return { name: this.named(name), value, unit: "%", aim, met: value <= aim };
  }

  /** The share in percent, as a row that asks for at least so much of it. */
  atLeast(least: number, name: string): BenchRow {
    const { percent: value } = this;
    return { name: this.named(name), value, unit: "%", least, met: value >= least };
  }

  private get percent(): number {
    return (100 * this.counted) / Math.max(1, this.all);
  }

  private named(name: string): string {
    return `${name} (of ${this.all})`;
  }
}

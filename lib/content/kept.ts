import { LRUCache } from "lru-cache";

/** Characters of HTML that each of these holds at most: about all lessons of a few courses, or a thousand variants. */
const most = 24_000_000;

/** What was made once, by what it was made from: the longest unused goes first. */
export class Kept<T extends object> {
  private readonly made: LRUCache<string, T>;

  constructor(sizeOf: (made: T) => number) {
    this.made = new LRUCache({ maxSize: most, sizeCalculation: sizeOf });
  }

  of(key: string, make: () => T): T {
    const before = this.made.get(key);
    if (before) return before;
    const made = make();
    this.made.set(key, made);
    return made;
  }
}

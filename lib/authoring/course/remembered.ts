import { LRUCache } from "lru-cache";

/** What was found out once, by what it was found out from: of very many, the longest unused go first. */
export class Remembered<T> {
  private readonly found: LRUCache<string, { readonly is: T }>;

  constructor(max: number) {
    this.found = new LRUCache({ max });
  }

  of(key: string, find: () => T): T {
    const known = this.found.get(key) ?? { is: find() };
    this.found.set(key, known);
    return known.is;
  }
}

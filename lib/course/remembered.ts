/** A cache of what never changes once it is known: the most lately used `size` values, each made once even when
 *  many ask at the same time. A value that is null, or could not be made, is asked for again. */
export class Remembered<Value> {
  private readonly values = new Map<string, Promise<Value>>();

  constructor(private readonly size: number) {}

  async get(key: string, make: () => Promise<Value>): Promise<Value> {
    const made = this.values.get(key) ?? make();
    this.values.delete(key);
    this.values.set(key, made);
    const oldest = this.values.size > this.size ? this.values.keys().next().value : undefined;
    if (oldest !== undefined) this.values.delete(oldest);
    try {
      const value = await made;
      if (value === null) this.values.delete(key);
      return value;
    } catch (error) {
      this.values.delete(key);
      throw error;
    }
  }
}

/** What several threads share out among themselves without asking one another: each lesson, and each exercise of it, is taken
 *  once. A thread that is busy keeps no other waiting. */
export class Turns {
  /** Of each lesson, how many of its exercises are taken; in the last place, how many lessons are. */
  private readonly taken: Int32Array;

  constructor(readonly shared: SharedArrayBuffer) {
    this.taken = new Int32Array(shared);
  }

  static of(lessons: number): Turns {
    return new Turns(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (lessons + 1)));
  }

  /** Lessons that nobody has begun; and when there are none, those that others may not have finished, the last first. */
  *lessons(): Iterable<number> {
    const count = this.taken.length - 1;
    const own = new Set<number>();
    for (let i = this.next(count); i < count; i = this.next(count)) {
      own.add(i);
      yield i;
    }
    for (let i = count - 1; i >= 0; i--) if (!own.has(i) && !this.isFinished(i)) yield i;
  }

  /** Exercises of a lesson that nobody has taken, of so many. */
  *exercises(lesson: number, count: number): Iterable<number> {
    for (let i = this.next(lesson); i < count; i = this.next(lesson)) yield i;
    Atomics.store(this.taken, lesson, finished);
  }

  private isFinished(lesson: number): boolean {
    return Atomics.load(this.taken, lesson) >= finished;
  }

  private next(place: number): number {
    return Atomics.add(this.taken, place, 1);
  }
}

/** More exercises than a lesson has. */
const finished = 1 << 20;

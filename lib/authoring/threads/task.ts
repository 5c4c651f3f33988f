/** The names of tasks: `T` has what each is given and what it comes to. All of it crosses from one thread to another, and so is
 *  plain data. */
export type TaskName<T> = keyof T & string;

type Input<T, K extends TaskName<T>> = T[K] extends (input: infer I) => unknown ? I : never;

export type Outcome<T, K extends TaskName<T>> = T[K] extends (input: never) => infer O ? O : never;

export interface Asked<T, K extends TaskName<T> = TaskName<T>> {
  readonly id: number;
  readonly task: K;
  readonly input: Input<T, K>;
}

export interface Answered {
  readonly id: number;
  readonly outcome: unknown;
}

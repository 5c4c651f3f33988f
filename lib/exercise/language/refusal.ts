/** Why an operation or function cannot go on. It knows no place: the node that ran it adds its own and throws
 *  LanguageError. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly mend: string,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** A calculation that has no finite value with these numbers; other numbers may do. */
export class NotFinite extends Refusal {}

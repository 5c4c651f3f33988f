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

/**
 * An expected "no": a code to branch on, a sentence that says what to do, and its facts as fields.
 * The graph shows every refusal as `<Name>Error`; anything else that is thrown is a bug, is logged and masked.
 */
export abstract class Refusal extends Error {
  abstract readonly code: string;
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** A start that cannot be, for a reason that whoever started can do something about. */
export class StartRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StartRefused";
  }
}

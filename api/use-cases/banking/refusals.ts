import { type FileProblem, UnreadableFile } from "#api/formats/unreadable-file.ts";
import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";
import { Refusal } from "#api/kernel/refusal.ts";

/** No such bank account, or none this viewer may see: the two are told in the same words. */
export class BankAccountNotFound extends Refusal {
  readonly code = "BANK_ACCOUNT_NOT_FOUND";
  readonly bankAccountId: string;
  constructor(bankAccountId: string) {
    super(`There is no bank account ${bankAccountId}.`);
    this.bankAccountId = bankAccountId;
  }
}

/** The file is not what it should be: not well-formed, of another kind, in another currency, sums that disagree. */
export class BankFileUnreadable extends Refusal {
  readonly code = "BANK_FILE_UNREADABLE";
  readonly problem: FileProblem;
  /** Where in the file, from 1; null when the file as a whole is meant. */
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string | null;
  constructor({ problem, message, place }: UnreadableFile) {
    super(message);
    this.problem = problem;
    this.line = place?.line ?? null;
    this.column = place?.column ?? null;
    this.path = place?.path ?? null;
  }
}

/** Reads a file from outside; what cannot be read is refused by name. */
export function readOrRefuse<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof UnreadableFile) throw new BankFileUnreadable(fault);
    throw fault;
  }
}

/** The very file, or the very statement, was taken before. */
export class BankFileKnown extends Refusal {
  readonly code = "BANK_FILE_KNOWN";
  /** The file or the statement that was taken first. */
  readonly knownId: string;
  constructor(knownId: string, what: "file" | "statement") {
    super(`This ${what} was taken before, as ${knownId}.`);
    this.knownId = knownId;
  }
}

/** The statement is of an account that is none of the operator's. */
export class BankFileForeign extends Refusal {
  readonly code = "BANK_FILE_FOREIGN";
  /** The account the file names. */
  readonly iban: string;
  constructor(iban: string) {
    super(`${iban} is none of the operator's active bank accounts.`);
    this.iban = iban;
  }
}

/** A statement in between is missing, or comes out of order. */
export class StatementGap extends Refusal {
  readonly code = "STATEMENT_GAP";
  /** The number that comes next. */
  readonly expected: bigint;
  readonly found: bigint;
  constructor(expected: bigint, found: bigint) {
    super(`The statement is number ${found}; number ${expected} comes next.`);
    this.expected = expected;
    this.found = found;
  }
}

/** The statement does not open where the one before closed; the first, where the books stand. */
export class BalanceDiscontinuity extends Refusal {
  readonly code = "BALANCE_DISCONTINUITY";
  readonly expectedE6: MoneyE6;
  readonly foundE6: MoneyE6;
  constructor(expectedE6: MoneyE6, foundE6: MoneyE6) {
    super(
      `The statement opens with ${formatMoney(foundE6)}; the one before, or the books, end with ${formatMoney(expectedE6)}.`,
    );
    this.expectedE6 = expectedE6;
    this.foundE6 = foundE6;
  }
}

/** The statement begins before the one that was taken last had ended. */
export class StatementTooEarly extends Refusal {
  readonly code = "STATEMENT_TOO_EARLY";
  /** YYYY-MM-DD: when the last one ended, and when this one begins. */
  readonly closedOn: string;
  readonly openedOn: string;
  constructor(closedOn: string, openedOn: string) {
    super(`The statement begins on ${openedOn}; the one taken last ended on ${closedOn}.`);
    this.closedOn = closedOn;
    this.openedOn = openedOn;
  }
}

/** The answer is to no file of ours. */
export class PaymentFileUnknown extends Refusal {
  readonly code = "PAYMENT_FILE_UNKNOWN";
  /** The message id it answers. */
  readonly messageId: string;
  constructor(messageId: string) {
    super(`No payment file of ours has the message id ${messageId}.`);
    this.messageId = messageId;
  }
}

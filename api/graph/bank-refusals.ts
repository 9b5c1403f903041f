import { builder } from "#api/graph/builder.ts";
import { Money } from "#api/graph/money.ts";
import { refusal } from "#api/graph/refusals.ts";
import {
  BalanceDiscontinuity,
  BankFileForeign,
  BankFileKnown,
  BankFileUnreadable,
  PaymentFileUnknown,
  StatementGap,
  StatementTooEarly,
} from "#api/use-cases/banking/refusals.ts";

const FileProblem = builder.enumType("BankFileProblem", {
  description: "What is wrong with a file that cannot be read.",
  values: {
    NOT_XML: { description: "It is not well-formed." },
    DOCTYPE: { description: "It declares a document type, which bank files never need." },
    TOO_LARGE: { description: "It is longer than what is taken." },
    TOO_DEEP: { description: "Its elements are nested too deeply." },
    WRONG_ENCODING: { description: "It is not UTF-8." },
    WRONG_MESSAGE: { description: "It is another kind of message." },
    MISSING: { description: "Something that has to be there is not." },
    BAD_VALUE: { description: "A value is none of its kind." },
    FOREIGN_CURRENCY: { description: "It is in another currency than the programme's." },
    SUMS_DISAGREE: { description: "Opening and lines do not come to the closing balance." },
  } as const,
});

refusal(BankFileUnreadable, "BANK_FILE_UNREADABLE", "The file is not what it should be; nothing was taken.", (t) => ({
  problem: t.expose("problem", { type: FileProblem, description: "What is wrong with it." }),
  line: t.exposeInt("line", { nullable: true, description: "On which line, from 1. Null: the file as a whole." }),
  column: t.exposeInt("column", { nullable: true, description: "At which column, from 1." }),
  path: t.exposeString("path", { nullable: true, description: "The elements from the root." }),
}));
refusal(BankFileKnown, "BANK_FILE_KNOWN", "The file, or a statement in it, was taken before.", (t) => ({
  knownId: t.exposeID("knownId", { description: "The file or statement that was taken first." }),
}));
refusal(
  BankFileForeign,
  "BANK_FILE_FOREIGN",
  "The statement is of an account that is none of the operator's.",
  (t) => ({
    iban: t.exposeString("iban", { description: "The account the file names." }),
  }),
);
refusal(StatementGap, "STATEMENT_GAP", "A statement in between is missing, or this one comes out of order.", (t) => ({
  expected: t.string({ description: "The number that comes next.", resolve: ({ expected }) => String(expected) }),
  found: t.string({ description: "The number it has.", resolve: ({ found }) => String(found) }),
}));
refusal(
  BalanceDiscontinuity,
  "BALANCE_DISCONTINUITY",
  "The statement does not open where the one before closed, or the first not where the books stand.",
  (t) => ({
    expected: t.expose("expectedE6", { type: Money, description: "Where it should open." }),
    found: t.expose("foundE6", { type: Money, description: "Where it opens." }),
  }),
);
refusal(StatementTooEarly, "STATEMENT_TOO_EARLY", "The statement begins before the one taken last had ended.", (t) => ({
  closedOn: t.expose("closedOn", { type: "Date", description: "When the last one ended." }),
  openedOn: t.expose("openedOn", { type: "Date", description: "When this one begins." }),
}));
refusal(PaymentFileUnknown, "PAYMENT_FILE_UNKNOWN", "The bank's answer is to no payment file of ours.", (t) => ({
  messageId: t.exposeString("messageId", { description: "The message id it answers." }),
}));

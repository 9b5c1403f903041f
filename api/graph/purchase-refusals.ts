import { InvalidReceipt, ReceiptDoesNotAddUp, ReturnExceedsPurchase } from "#api/engine/refusals.ts";
import { Money } from "#api/graph/money.ts";
import { formatMilli } from "#api/graph/quantity.ts";
import { refusal } from "#api/graph/refusals.ts";
import {
  DuplicateReceipt,
  ExposureLimitExceeded,
  LimitReached,
  PrepaidPointsExhausted,
  ReturnedMeanwhile,
} from "#api/ledger/refusals.ts";
import {
  AmbiguousReceipt,
  BatchTooLarge,
  EmptyBatch,
  FutureDated,
  PartnerMayNotIssue,
  PartnerMayNotRedeem,
  PurchaseNotFound,
  RedeemShareExceeded,
  TerminalBlocked,
  WrongCurrency,
} from "#api/use-cases/purchases/refusals.ts";

refusal(PurchaseNotFound, "PURCHASE_NOT_FOUND", "No such purchase, or none that may be returned here.", (t) => ({
  named: t.exposeString("named", { description: "The id or receipt number that was sent." }),
}));
refusal(
  AmbiguousReceipt,
  "AMBIGUOUS_RECEIPT",
  "Several purchases have this receipt number; add the business date.",
  (t) => ({
    receiptNumber: t.exposeString("receiptNumber", { description: "The number that was sent." }),
  }),
);
refusal(
  DuplicateReceipt,
  "DUPLICATE_RECEIPT",
  "This till already recorded this number on this day, under another key.",
);
refusal(InvalidReceipt, "INVALID_RECEIPT", "The receipt or the return cannot be read; the message says why.", (t) => ({
  line: t.exposeInt("line", { nullable: true, description: "Which line. Null when it is the receipt as a whole." }),
}));
refusal(ReceiptDoesNotAddUp, "RECEIPT_DOES_NOT_ADD_UP", "Lines, total and payments do not agree.", (t) => ({
  line: t.exposeInt("line", { nullable: true, description: "Which line. Null when it is the receipt's total." }),
  expected: t.expose("expectedE6", { type: Money, description: "What the figures give." }),
  stated: t.expose("statedE6", { type: Money, description: "What was sent." }),
}));
refusal(WrongCurrency, "WRONG_CURRENCY", "The receipt is not in the programme's currency.", (t) => ({
  expected: t.expose("expected", { type: "CurrencyCode", description: "The programme's currency." }),
}));
refusal(FutureDated, "FUTURE_DATED", "The deed has not happened yet by the hub's clock.", (t) => ({
  checkedAt: t.expose("now", { type: "DateTime", description: "What the hub's clock says." }),
}));
refusal(TerminalBlocked, "TERMINAL_BLOCKED", "The terminal is blocked.", (t) => ({
  terminalId: t.exposeID("terminalId", { description: "Which one." }),
}));
refusal(PartnerMayNotIssue, "PARTNER_MAY_NOT_ISSUE", "The partner gives no points at present.", (t) => ({
  partnerId: t.exposeID("partnerId", { description: "Which one." }),
}));
refusal(PartnerMayNotRedeem, "PARTNER_MAY_NOT_REDEEM", "The partner accepts no points.", (t) => ({
  partnerId: t.exposeID("partnerId", { description: "Which one." }),
}));
refusal(ExposureLimitExceeded, "EXPOSURE_LIMIT_EXCEEDED", "The issuer has reached its limit and gives no more points.");
refusal(LimitReached, "LIMIT_REACHED", "Something limited was used up by others at the same moment.", (t) => ({
  counterId: t.exposeID("counterId", { description: "What counts it." }),
}));
refusal(PrepaidPointsExhausted, "PREPAID_POINTS_EXHAUSTED", "The issuer has too few prepaid points left.", (t) => ({
  pointsLeft: t.expose("pointsLeft", { type: "Points", description: "Bought and not issued yet." }),
  pointsKept: t.expose("pointsKept", { type: "Points", description: "How many of them must stay." }),
}));
refusal(RedeemShareExceeded, "REDEEM_SHARE_EXCEEDED", "Points may not pay that much of this receipt.", (t) => ({
  pointsMax: t.expose("pointsMax", { type: "Points", description: "The most that may be paid with." }),
  redeemable: t.expose("redeemableE6", { type: Money, description: "The most that points may pay." }),
}));
refusal(ReturnExceedsPurchase, "RETURN_EXCEEDS_PURCHASE", "More would come back than was bought.", (t) => ({
  line: t.exposeInt("line", { description: "Which line of the purchase." }),
  returnable: t.field({
    type: "Decimal",
    description: "How much of it can still come back.",
    resolve: ({ returnableMilli }) => formatMilli(returnableMilli),
  }),
}));
refusal(
  ReturnedMeanwhile,
  "RETURNED_MEANWHILE",
  "Other tills took parts of this purchase back at the same moment; try again.",
);
refusal(EmptyBatch, "EMPTY_BATCH", "The batch has no rows.");
refusal(BatchTooLarge, "BATCH_TOO_LARGE", "The batch has too many rows.", (t) => ({
  rowsMax: t.exposeInt("rowsMax", { description: "How many one batch may have." }),
}));

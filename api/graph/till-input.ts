import { InvalidReceipt, ReceiptDoesNotAddUp } from "#api/engine/refusals.ts";
import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { moneyE6 } from "#api/graph/money.ts";
import { PaymentPartInput } from "#api/graph/payment.ts";
import { lineInput, ReceiptLineInput } from "#api/graph/receipt-line.ts";
import type { RefusalClass } from "#api/graph/refusals.ts";
import { TooManyCouponCodes } from "#api/use-cases/coupons/refusals.ts";
import { CardBlocked, MemberBlocked, MemberNotFound, UnknownMember } from "#api/use-cases/members/refusals.ts";
import type { MemberLookup } from "#api/use-cases/members/resolve-members.ts";
import {
  ContractMissing,
  InvalidValue,
  LocationNotFound,
  PartnerNotFound,
  TerminalNotFound,
} from "#api/use-cases/partners/refusals.ts";
import {
  FutureDated,
  PartnerMayNotIssue,
  PartnerMayNotRedeem,
  PartnerNotActive,
  TerminalBlocked,
  WrongCurrency,
} from "#api/use-cases/purchases/refusals.ts";

type InputBuilder = PothosSchemaTypes.InputFieldBuilder<GraphTypes, "InputObject">;

const MemberLookupInput = builder.inputType("MemberLookupInput", {
  description: "Who is meant: exactly one of these.",
  isOneOf: true,
  fields: (t) => ({
    memberId: t.id({ description: "The hub's id, for members the caller may see." }),
    spendCode: t.string({
      description: "A card's number with its rotating code, as the member's telephone shows them: finds, and spends.",
    }),
    card: t.string({ description: "A card's number, as read; spaces and dashes are ignored." }),
    phone: t.string({ description: "With its country code." }),
    email: t.string({ description: "In any case." }),
    partnerNumber: t.string({ description: "The partner's own number for the member." }),
    typed: t.string({
      description:
        "Whichever of card, phone, email, partnerNumber and memberId somebody typed; nobody where it may mean two.",
    }),
  }),
});

export function memberLookup(input: typeof MemberLookupInput.$inferInput): MemberLookup {
  if (input.memberId) return { memberId: input.memberId };
  if (input.spendCode) return shownCode(input.spendCode);
  if (input.card) return { kind: "CARD", value: input.card };
  if (input.phone) return { kind: "PHONE", value: input.phone };
  if (input.email) return { kind: "EMAIL", value: input.email };
  if (input.typed) return { typed: input.typed };
  return { kind: "PARTNER_NUMBER", value: input.partnerNumber ?? "" };
}

/** The number, a dash, and the code after the last one. */
function shownCode(shown: string): MemberLookup {
  const at = shown.lastIndexOf("-");
  return { kind: "CARD", value: shown.slice(0, at), spendCode: shown.slice(at + 1) };
}

export const confirmationField = (t: InputBuilder) =>
  t.string({ description: "What the member was shown when asked to confirm, if they said it." });

const RedeemInput = builder.inputType("RedeemInput", {
  description: "Points that pay a part of the receipt.",
  fields: (t) => ({
    points: t.field({ type: "Points", required: true, description: "How many." }),
    reservationId: t.id({
      description: "Of a reservation that is captured with the purchase; taken at once when absent.",
    }),
    confirmationCode: confirmationField(t),
  }),
});

export const placeFields = (t: InputBuilder) => ({
  partnerId: t.id({ description: "For which partner; the caller's own when absent." }),
  locationId: t.id({ description: "At which outlet; the terminal's own when absent." }),
  terminalId: t.id({ description: "At which till; the caller's own when absent. A till speaks for no other." }),
});

export const memberField = (t: InputBuilder, description = "Who buys or spends.") =>
  t.field({ type: MemberLookupInput, required: true, description });

export const optionalMemberField = (t: InputBuilder, description: string) =>
  t.field({ type: MemberLookupInput, description });

export const occurredAtField = (t: InputBuilder) =>
  t.field({ type: "DateTime", description: "When it happened, by the till's clock; now when absent." });

/** What a quote and a purchase are both told. */
export const receiptFields = (t: InputBuilder) => ({
  ...placeFields(t),
  member: memberField(t),
  occurredAt: occurredAtField(t),
  total: t.field({ type: "Decimal", required: true, description: "What the receipt comes to, points included." }),
  currency: t.field({ type: "CurrencyCode", description: "The programme's when absent; any other is refused." }),
  lines: t.field({ type: [ReceiptLineInput], description: "What is bought; one line of the whole total when absent." }),
  payments: t.field({
    type: [PaymentPartInput],
    description: "How the part in money is paid. When given, it has to add up with the points.",
  }),
  coupons: t.stringList({ description: "Codes of coupons that are shown, as read or typed; at most 20." }),
  redeem: t.field({ type: RedeemInput, description: "Points that pay a part." }),
});

type Receipt = {
  member: typeof MemberLookupInput.$inferInput;
  total: string;
  lines?: readonly (typeof ReceiptLineInput.$inferInput)[] | null | undefined;
  payments?: readonly (typeof PaymentPartInput.$inferInput)[] | null | undefined;
};

/** The same as use cases take it: amounts in millionths, quantities in thousandths. */
export function receiptInput<Input extends Receipt>({ member, total, lines, payments, ...rest }: Input) {
  return {
    ...rest,
    member: memberLookup(member),
    totalE6: moneyE6(total),
    lines: lines?.map(lineInput) ?? null,
    payments: payments?.map(({ means, amount }) => ({ means, amountE6: moneyE6(amount) })) ?? null,
  };
}

export const placeRefusals: RefusalClass[] = [PartnerNotFound, LocationNotFound, TerminalNotFound, TerminalBlocked];
export const memberRefusals: RefusalClass[] = [UnknownMember, MemberNotFound, MemberBlocked, CardBlocked];

/** What any deed that gives or takes points at a till may meet. */
export const tillRefusals: RefusalClass[] = [
  ...placeRefusals,
  ...memberRefusals,
  PartnerNotActive,
  PartnerMayNotRedeem,
  ContractMissing,
];

/** What a receipt may meet, quoted or recorded. */
export const receiptRefusals: RefusalClass[] = [
  ...tillRefusals,
  PartnerMayNotIssue,
  InvalidReceipt,
  ReceiptDoesNotAddUp,
  WrongCurrency,
  FutureDated,
  TooManyCouponCodes,
  InvalidValue,
];

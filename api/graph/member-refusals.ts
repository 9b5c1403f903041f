import { refusal } from "#api/graph/refusals.ts";
import {
  CardBlocked,
  CardNotFound,
  CardNumberStays,
  CardReplaced,
  IdentifierMalformed,
  IdentifierNotFound,
  IdentifierTaken,
  LastIdentifier,
  MemberBlocked,
  MemberNotActive,
  MemberNotFound,
  MembersUnknown,
  TooManyCards,
  UnknownMember,
} from "#api/use-cases/members/refusals.ts";

refusal(MemberNotFound, "MEMBER_NOT_FOUND", "No member has this id, or none the viewer may see.", (t) => ({
  memberId: t.exposeID("memberId", { description: "The id that was sent." }),
}));
refusal(UnknownMember, "UNKNOWN_MEMBER", "Nobody is enrolled under this card, phone, e-mail or number.", (t) => ({
  identifier: t.exposeString("identifier", { description: "What was sent." }),
}));
refusal(MembersUnknown, "MEMBERS_UNKNOWN", "Some of a list mean nobody the viewer may reach, or two at once.", (t) => ({
  identifiers: t.stringList({
    description: "Those of what was sent; as many as were sent at most.",
    resolve: ({ identifiers }) => [...identifiers],
  }),
}));
refusal(CardBlocked, "CARD_BLOCKED", "The card was blocked or replaced.", (t) => ({
  lastDigits: t.exposeString("lastDigits", { description: "The card number's last digits." }),
}));
refusal(MemberBlocked, "MEMBER_BLOCKED", "The operator has blocked the member.", (t) => ({
  memberId: t.exposeID("memberId", { description: "Which member." }),
}));
refusal(MemberNotActive, "MEMBER_NOT_ACTIVE", "The member was merged into another or has left.", (t) => ({
  status: t.exposeString("status", { description: "The member's status." }),
}));
refusal(IdentifierTaken, "IDENTIFIER_TAKEN", "The identifier belongs to another member.", (t) => ({
  identifier: t.exposeString("identifier", { description: "What was sent." }),
}));
refusal(IdentifierMalformed, "IDENTIFIER_MALFORMED", "This is no card, phone, e-mail or number.", (t) => ({
  identifier: t.exposeString("identifier", { description: "What was sent." }),
}));
refusal(
  IdentifierNotFound,
  "IDENTIFIER_NOT_FOUND",
  "No identifier has this id, or none the viewer may remove.",
  (t) => ({
    identifierId: t.exposeID("identifierId", { description: "The id that was sent." }),
  }),
);
refusal(LastIdentifier, "LAST_IDENTIFIER", "Nobody could find the member any more.", (t) => ({
  memberId: t.exposeID("memberId", { description: "Which member." }),
}));
refusal(CardNotFound, "CARD_NOT_FOUND", "No card has this id, or none the viewer may see.", (t) => ({
  cardId: t.exposeID("cardId", { description: "The id that was sent." }),
}));
refusal(CardReplaced, "CARD_REPLACED", "The card already has a successor.", (t) => ({
  replacedById: t.exposeID("replacedById", { description: "The card that took its place." }),
}));
refusal(CardNumberStays, "CARD_NUMBER_STAYS", "A card's number goes with its card only.", (t) => ({
  identifierId: t.exposeID("identifierId", { description: "The id that was sent." }),
}));
refusal(TooManyCards, "TOO_MANY_CARDS", "The member has as many working cards as one may have.", (t) => ({
  cardsMax: t.exposeInt("cardsMax", { description: "How many that is." }),
}));

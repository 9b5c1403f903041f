import { Refusal } from "#api/kernel/refusal.ts";

/** No such member, or none this viewer may see: the two are told in the same words. */
export class MemberNotFound extends Refusal {
  readonly code = "MEMBER_NOT_FOUND";
  readonly memberId: string;
  constructor(memberId: string) {
    super(`There is no member ${memberId}.`);
    this.memberId = memberId;
  }
}

/** Nobody is enrolled under this card, phone, e-mail or number. */
export class UnknownMember extends Refusal {
  readonly code = "UNKNOWN_MEMBER";
  readonly identifier: string;
  constructor(identifier: string) {
    super(`No member is known by ${identifier}; check the number or enrol the member.`);
    this.identifier = identifier;
  }
}

/** Of a list of members, those who mean nobody this viewer may reach; strangers are told like nobody. */
export class MembersUnknown extends Refusal {
  readonly code = "MEMBERS_UNKNOWN";
  readonly identifiers: readonly string[];
  constructor(identifiers: readonly string[]) {
    const shown = identifiers.slice(0, NAMED_MAX).join(", ");
    const more = identifiers.length > NAMED_MAX ? ` and ${identifiers.length - NAMED_MAX} more` : "";
    super(`Nobody you know is meant by ${shown}${more}; correct them or leave them out.`);
    this.identifiers = identifiers;
  }
}

/** More of them fit on no screen. */
const NAMED_MAX = 20;

export class CardBlocked extends Refusal {
  readonly code = "CARD_BLOCKED";
  readonly lastDigits: string;
  constructor(lastDigits: string) {
    super(`The card ending in ${lastDigits} is blocked; ask for another card or a phone number.`);
    this.lastDigits = lastDigits;
  }
}

export class MemberBlocked extends Refusal {
  readonly code = "MEMBER_BLOCKED";
  readonly memberId: string;
  constructor(memberId: string) {
    super("The member is blocked; the operator's support can help.");
    this.memberId = memberId;
  }
}

export class IdentifierTaken extends Refusal {
  readonly code = "IDENTIFIER_TAKEN";
  readonly identifier: string;
  constructor(identifier: string) {
    super(`${identifier} belongs to another member; merge the two if it is one person.`);
    this.identifier = identifier;
  }
}

export class IdentifierMalformed extends Refusal {
  readonly code = "IDENTIFIER_MALFORMED";
  readonly identifier: string;
  constructor(identifier: string, expected: string) {
    super(`${JSON.stringify(identifier)} is not ${expected}.`);
    this.identifier = identifier;
  }
}

export class IdentifierNotFound extends Refusal {
  readonly code = "IDENTIFIER_NOT_FOUND";
  readonly identifierId: string;
  constructor(identifierId: string) {
    super(`There is no identifier ${identifierId}.`);
    this.identifierId = identifierId;
  }
}

/** Without any identifier nobody could find the member again. */
export class LastIdentifier extends Refusal {
  readonly code = "LAST_IDENTIFIER";
  readonly memberId: string;
  constructor(memberId: string) {
    super("This is the last way to find the member; add another one first.");
    this.memberId = memberId;
  }
}

export class CardNotFound extends Refusal {
  readonly code = "CARD_NOT_FOUND";
  readonly cardId: string;
  constructor(cardId: string) {
    super(`There is no card ${cardId}.`);
    this.cardId = cardId;
  }
}

/** A replaced card has its successor; only the newest can be blocked or replaced. */
export class CardReplaced extends Refusal {
  readonly code = "CARD_REPLACED";
  readonly replacedById: string;
  constructor(replacedById: string) {
    super("This card was already replaced; use its successor.");
    this.replacedById = replacedById;
  }
}

/** The member was merged or closed; nothing can be changed on it any more. */
export class MemberNotActive extends Refusal {
  readonly code = "MEMBER_NOT_ACTIVE";
  readonly status: string;
  constructor(status: string) {
    super(`The member is ${status.toLowerCase()}; only an active member can be changed.`);
    this.status = status;
  }
}

/** More cards than a person carries: somebody is collecting numbers. */
export class TooManyCards extends Refusal {
  readonly code = "TOO_MANY_CARDS";
  readonly cardsMax: number;
  constructor(cardsMax: number) {
    super(`The member already has ${cardsMax} working cards; block one first.`);
    this.cardsMax = cardsMax;
  }
}

/** A card's number is bound to its card; blocking or replacing the card is the way. */
export class CardNumberStays extends Refusal {
  readonly code = "CARD_NUMBER_STAYS";
  readonly identifierId: string;
  constructor(identifierId: string) {
    super("A card's number stays with its card; block or replace the card instead.");
    this.identifierId = identifierId;
  }
}

import { Refusal } from "#api/kernel/refusal.ts";

/** No such partner, or none this viewer may see: the two are told in the same words. */
export class PartnerNotFound extends Refusal {
  readonly code = "PARTNER_NOT_FOUND";
  readonly partnerId: string;
  constructor(partnerId: string) {
    super(`There is no partner ${partnerId}.`);
    this.partnerId = partnerId;
  }
}

export class LocationNotFound extends Refusal {
  readonly code = "LOCATION_NOT_FOUND";
  readonly locationId: string;
  constructor(locationId: string) {
    super(`There is no location ${locationId}.`);
    this.locationId = locationId;
  }
}

export class TerminalNotFound extends Refusal {
  readonly code = "TERMINAL_NOT_FOUND";
  readonly terminalId: string;
  constructor(terminalId: string) {
    super(`There is no terminal ${terminalId}.`);
    this.terminalId = terminalId;
  }
}

export class ApiKeyNotFound extends Refusal {
  readonly code = "API_KEY_NOT_FOUND";
  readonly apiKeyId: string;
  constructor(apiKeyId: string) {
    super(`There is no API key ${apiKeyId}.`);
    this.apiKeyId = apiKeyId;
  }
}

/** A code, number or name that has to be unique and is not. */
export class CodeTaken extends Refusal {
  readonly code = "CODE_TAKEN";
  readonly taken: string;
  constructor(taken: string) {
    super(`${taken} is taken; choose another.`);
    this.taken = taken;
  }
}

/** A value that has the right type and is not acceptable; the message says what would be. */
export class InvalidValue extends Refusal {
  readonly code = "INVALID_VALUE";
  readonly field: string;
  readonly value: string;
  constructor(field: string, value: string, expected: string) {
    super(`${field} is ${JSON.stringify(value)}; it must be ${expected}.`);
    this.field = field;
    this.value = value;
  }
}

/** A partner goes live with terms, not without. */
export class ContractMissing extends Refusal {
  readonly code = "CONTRACT_MISSING";
  readonly partnerId: string;
  constructor(partnerId: string) {
    super("The partner has no contract in force; sign one first.");
    this.partnerId = partnerId;
  }
}

/** Terms already in force are history: a new version may only begin after the newest one did, and not in the past. */
export class ContractStartsTooEarly extends Refusal {
  readonly code = "CONTRACT_STARTS_TOO_EARLY";
  readonly earliest: Date;
  constructor(earliest: Date) {
    super(`A new version can take effect from ${earliest.toISOString()} at the earliest.`);
    this.earliest = earliest;
  }
}

/** Two keys can live side by side while one is being replaced; more would never be retired. */
export class TooManyApiKeys extends Refusal {
  readonly code = "TOO_MANY_API_KEYS";
  readonly keysMax: number;
  constructor(keysMax: number) {
    super(`There are already ${keysMax} live keys here; revoke one first.`);
    this.keysMax = keysMax;
  }
}

/** A key can be given only what exists: these scopes are not among them, or none was named. */
export class UnknownScope extends Refusal {
  readonly code = "UNKNOWN_SCOPE";
  readonly scope: string;
  constructor(scope: string) {
    super(scope ? `There is no scope ${scope}.` : "Name at least one scope.");
    this.scope = scope;
  }
}

/** There is one coalition per hub, and it is already there. */
export class ProgrammeExists extends Refusal {
  readonly code = "PROGRAMME_EXISTS";
  readonly programmeId: string;
  constructor(programmeId: string) {
    super("This hub already has its programme.");
    this.programmeId = programmeId;
  }
}

/** The books hold one money currency. Several are not supported: amounts in another one cannot be cleared here. */
export class CurrencyUnsupported extends Refusal {
  readonly code = "CURRENCY_UNSUPPORTED";
  readonly currency: string;
  /** The programme's. */
  readonly supported: string;
  constructor(currency: string, supported: string) {
    super(`Several currencies are not supported: this coalition settles in ${supported}, not in ${currency}.`);
    this.currency = currency;
    this.supported = supported;
  }
}

/** One person signs what a newcomer begins with; whatever changes terms in force needs a second one. */
export class ProposalRequired extends Refusal {
  readonly code = "PROPOSAL_REQUIRED";
  readonly partnerId: string;
  constructor(partnerId: string) {
    super("The partner has a contract already: propose the new terms, and let somebody else approve them.");
    this.partnerId = partnerId;
  }
}

/** New terms for a partner that has given notice would outlive its stay. */
export class PartnerIsLeaving extends Refusal {
  readonly code = "PARTNER_IS_LEAVING";
  readonly partnerId: string;
  readonly endsAt: Date;
  constructor(partnerId: string, endsAt: Date) {
    super(`The partner leaves on ${endsAt.toISOString()}; withdraw the notice first.`);
    this.partnerId = partnerId;
    this.endsAt = endsAt;
  }
}

/** No such exit, or none this viewer may see: the two are told in the same words. */
export class PartnerExitNotFound extends Refusal {
  readonly code = "PARTNER_EXIT_NOT_FOUND";
  readonly partnerExitId: string;
  constructor(partnerExitId: string) {
    super(`There is no partner exit ${partnerExitId}.`);
    this.partnerExitId = partnerExitId;
  }
}

/** What a leaving partner put up is released when nothing more can be asked of it. */
export type ExitObstacle =
  | "RUN_OFF_NOT_OVER"
  | "POINTS_OUTSTANDING"
  | "POSITION_OPEN"
  | "OBLIGATIONS_OPEN"
  | "DISPUTES_OPEN"
  | "OTHERS_IN_DEFAULT";

export class ExitNotComplete extends Refusal {
  readonly code = "EXIT_NOT_COMPLETE";
  readonly obstacles: readonly ExitObstacle[];
  constructor(obstacles: readonly ExitObstacle[]) {
    super(`What it put up cannot be released yet: ${obstacles.join(", ").toLowerCase().replaceAll("_", " ")}.`);
    this.obstacles = obstacles;
  }
}

/**
 * What the caller may not do at all, whatever it names: answered as a top-level error, never as a refusal.
 * What it may not *see* is no access error: it answers like what does not exist (`PartnerNotFound` and its kin).
 */
export abstract class AccessDenied extends Error {
  abstract readonly code: "UNAUTHENTICATED" | "FORBIDDEN";
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

export class Unauthenticated extends AccessDenied {
  readonly code = "UNAUTHENTICATED";
  constructor() {
    super("Sign in or send an API key first.");
  }
}

export class Forbidden extends AccessDenied {
  readonly code = "FORBIDDEN";
  readonly permission: string;
  constructor(permission: string) {
    super(`Your roles do not include ${permission}.`);
    this.permission = permission;
  }
}

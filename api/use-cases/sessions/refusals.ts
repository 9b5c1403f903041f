import { Refusal } from "#api/kernel/refusal.ts";

/** No such session, or somebody else's: the two are told in the same words. */
export class SessionNotFound extends Refusal {
  readonly code = "SESSION_NOT_FOUND";
  readonly sessionId: string;
  constructor(sessionId: string) {
    super(`There is no session ${sessionId}.`);
    this.sessionId = sessionId;
  }
}

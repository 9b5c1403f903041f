import type { Messages } from "#portal/i18n/messages.ts";

export type Account = keyof Messages["accounts"];

/** What stands in the address for the operator's own account, and for all accounts of a kind together. */
export const OWN = "own";
export const ALL = "all";

/** The owner as the contract takes it: "" the operator's own, null everybody together. */
export const ownerIn = (segment: string): string | null => (segment === ALL ? null : segment === OWN ? "" : segment);

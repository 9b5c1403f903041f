import { Refusal } from "#api/kernel/refusal.ts";

/** The books have one currency of money, and it was chosen when they were opened. */
export class CurrencyFixed extends Refusal {
  readonly code = "CURRENCY_FIXED";
  readonly currencyCode: string;
  constructor(currencyCode: string) {
    super(`The books are in ${currencyCode}; several currencies, or another one, are not supported.`);
    this.currencyCode = currencyCode;
  }
}

/** What was proposed was proposed against other rules than those in force now. */
export class RulesChangedMeanwhile extends Refusal {
  readonly code = "RULES_CHANGED_MEANWHILE";
  /** The rules that somebody changed since. */
  readonly rules: readonly string[];
  constructor(rules: readonly string[]) {
    super(`Somebody changed ${rules.join(", ")} since this was proposed; propose it again.`);
    this.rules = rules;
  }
}

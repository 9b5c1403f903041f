import { Refusal } from "#api/kernel/refusal.ts";

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

import { Refusal } from "#api/kernel/refusal.ts";

export class VelocityRuleNotFound extends Refusal {
  readonly code = "VELOCITY_RULE_NOT_FOUND";
  readonly velocityRuleId: string;
  constructor(velocityRuleId: string) {
    super(`There is no velocity rule ${velocityRuleId}.`);
    this.velocityRuleId = velocityRuleId;
  }
}

export class VelocityCaseNotFound extends Refusal {
  readonly code = "VELOCITY_CASE_NOT_FOUND";
  readonly velocityCaseId: string;
  constructor(velocityCaseId: string) {
    super(`There is no velocity case ${velocityCaseId}.`);
    this.velocityCaseId = velocityCaseId;
  }
}

import { Money } from "#api/graph/money.ts";
import { refusal } from "#api/graph/refusals.ts";
import {
  ContractStartsTooEarly,
  CurrencyUnsupported,
  ExitNotComplete,
  PartnerExitNotFound,
  PartnerIsLeaving,
  PartnerNotFound,
  ProposalRequired,
} from "#api/use-cases/partners/refusals.ts";
import {
  DefaultNotRecovered,
  LimitOverrideNotFound,
  LotRunUnderWay,
  OverrideExpired,
  PartnerNotInDefault,
  RecoveryExceeds,
} from "#api/use-cases/risk/refusals.ts";

refusal(CurrencyUnsupported, "CURRENCY_UNSUPPORTED", "Several money currencies are not supported.", (t) => ({
  currencyCode: t.expose("currency", { type: "CurrencyCode", description: "The currency that was sent." }),
  supported: t.expose("supported", { type: "CurrencyCode", description: "The programme's currency." }),
}));
refusal(
  ProposalRequired,
  "PROPOSAL_REQUIRED",
  "Terms in force are changed by two people: propose the new ones.",
  (t) => ({
    partnerId: t.exposeID("partnerId", { description: "The partner." }),
  }),
);
refusal(PartnerIsLeaving, "PARTNER_IS_LEAVING", "The partner has given notice.", (t) => ({
  partnerId: t.exposeID("partnerId", { description: "The partner." }),
  endsAt: t.expose("endsAt", { type: "DateTime", description: "When its notice ends." }),
}));
refusal(
  LimitOverrideNotFound,
  "LIMIT_OVERRIDE_NOT_FOUND",
  "No limit override has this id, or none the viewer may see.",
  (t) => ({ limitOverrideId: t.exposeID("limitOverrideId", { description: "The id that was sent." }) }),
);
refusal(OverrideExpired, "OVERRIDE_EXPIRED", "The override would have ended before it began.", (t) => ({
  expiresAt: t.expose("expiresAt", { type: "DateTime", description: "When it would have ended." }),
}));
refusal(RecoveryExceeds, "RECOVERY_EXCEEDS", "More than came in without an owner, or than is missing.", (t) => ({
  most: t.field({ type: Money, description: "The most that can be applied.", resolve: ({ mostE6 }) => mostE6 }),
}));
refusal(PartnerNotInDefault, "PARTNER_NOT_IN_DEFAULT", "The deed is for partners in default.", (t) => ({
  partnerId: t.exposeID("partnerId", { description: "The partner." }),
  status: t.exposeString("status", { description: "Where it stands." }),
}));
refusal(LotRunUnderWay, "LOT_RUN_UNDER_WAY", "The partner's lots are being handled already.", (t) => ({
  lotRunId: t.exposeID("lotRunId", { description: "The run that is under way." }),
}));
refusal(DefaultNotRecovered, "DEFAULT_NOT_RECOVERED", "The partner's default is not whole again.", (t) => ({
  obligationIds: t.idList({
    description: "Which obligations are open. Bounded by its defaults.",
    resolve: ({ obligationIds }) => [...obligationIds],
  }),
}));

/** What contracts, overrides, defaults and exits may refuse when the second person agrees. */
export const ofRisk = [
  ContractStartsTooEarly,
  DefaultNotRecovered,
  ExitNotComplete,
  LotRunUnderWay,
  OverrideExpired,
  PartnerExitNotFound,
  PartnerIsLeaving,
  PartnerNotFound,
  PartnerNotInDefault,
] as const;

import { Refusal } from "#api/kernel/refusal.ts";

/** No such pool, stamp card, gift or offer, or none this viewer may see or change: told in the same words. */
export class OfferingNotFound extends Refusal {
  readonly code = "OFFERING_NOT_FOUND";
  readonly offeringId: string;
  constructor(offeringId: string) {
    super(`There is no pool, stamp card, gift or offer ${offeringId}.`);
    this.offeringId = offeringId;
  }
}

/** The campaign behind an offer would give the same to everybody. */
export class OfferNotAsked extends Refusal {
  readonly code = "OFFER_NOT_ASKED";
  /** What each of its rules has to ask. */
  readonly expression: string;
  constructor(expression: string) {
    super(
      `Each rule of the campaign needs the condition ${expression}; without it the campaign gives more widely than the offer says.`,
    );
    this.expression = expression;
  }
}

/** The campaign behind an offer is not agreed on yet. */
export class OfferCampaignNotReady extends Refusal {
  readonly code = "OFFER_CAMPAIGN_NOT_READY";
  readonly campaignId: string;
  constructor(campaignId: string) {
    super(`The campaign ${campaignId} is neither scheduled nor live; have it reviewed first.`);
    this.campaignId = campaignId;
  }
}

/** No such offer for this member, or one whose time is over. */
export class PersonalOfferNotFound extends Refusal {
  readonly code = "PERSONAL_OFFER_NOT_FOUND";
  readonly personalOfferId: string;
  constructor(personalOfferId: string) {
    super(`There is no offer ${personalOfferId} that can be activated now.`);
    this.personalOfferId = personalOfferId;
  }
}

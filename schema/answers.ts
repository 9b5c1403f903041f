// Made by scripts/operations.ts from schema/operations; edit those.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AcceptDisputeAnswerInput = {
  disputeId: string;
  reason?: string | null | undefined;
};

export type ActivateOfferInput = {
  personalOfferId: string;
};

export type AddDisputeEvidenceInput = {
  disputeId: string;
  evidence: DisputeEvidenceInput;
  idempotencyKey: string;
};

export type AdjustPointsInput = {
  idempotencyKey: string;
  memberId: string;
  points: number;
  reason: string;
  takeFromLotId?: string | null | undefined;
};

export type AnswerPoolInvitationInput = {
  answer: PoolInvitationAnswer;
  poolId: string;
};

export type AnswerSpendRequestInput = {
  answer: SpendAnswer;
  spendRequestId: string;
};

export type ApplyLotsRuleInput = {
  idempotencyKey: string;
  partnerId: string;
  reason: string;
};

export type ApplyWaterfallInput = {
  idempotencyKey: string;
  obligationId: string;
};

export type ApprovalDecision =
  | 'APPROVE'
  | 'REFUSE';

export type ApprovalState =
  | 'APPROVED'
  | 'REFUSED'
  | 'WAITING'
  | 'WITHDRAWN';

export type ApproveCycleInput = {
  cycleId: string;
  reason?: string | null | undefined;
};

export type ApprovePaymentsInput = {
  cycleId?: string | null | undefined;
  paymentIds?: Array<string> | null | undefined;
};

export type BadgeIcon =
  | 'COMPASS'
  | 'FLAME'
  | 'HEART'
  | 'LEAF'
  | 'STAR'
  | 'TROPHY';

export type BalanceProofSide =
  | 'LEFT'
  | 'RIGHT';

export type BankAccountPurpose =
  | 'COLLATERAL'
  | 'PAYOUT'
  | 'SETTLEMENT';

export type BankAccountState =
  | 'ACTIVE'
  | 'PROPOSED'
  | 'REFUSED'
  | 'SUPERSEDED';

export type BankBook =
  | 'COLLATERAL'
  | 'SETTLEMENT';

export type BatchRowInput =
  {   capturePoints: CapturePointsInput; recordPurchase?: never; redeemPoints?: never; releasePoints?: never; returnPurchase?: never; }
  |  { capturePoints?: never;   recordPurchase: RecordPurchaseInput; redeemPoints?: never; releasePoints?: never; returnPurchase?: never; }
  |  { capturePoints?: never; recordPurchase?: never;   redeemPoints: RedeemPointsInput; releasePoints?: never; returnPurchase?: never; }
  |  { capturePoints?: never; recordPurchase?: never; redeemPoints?: never;   releasePoints: ReleasePointsInput; returnPurchase?: never; }
  |  { capturePoints?: never; recordPurchase?: never; redeemPoints?: never; releasePoints?: never;   returnPurchase: ReturnPurchaseInput; };

export type BatchRowState =
  | 'DONE'
  | 'REFUSED'
  | 'REPLAYED'
  | 'UNKNOWN';

export type BlockCardInput = {
  cardId: string;
  reason: string;
};

export type BlockIssuingInput = {
  partnerId: string;
  reason: string;
};

export type BlockMemberInput = {
  memberId: string;
  reason: string;
};

export type BookPlaceInput = {
  idempotencyKey: string;
  memberEventId: string;
  waitIfFull?: boolean | null | undefined;
};

export type BuyPointsPackInput = {
  idempotencyKey: string;
  partnerId: string;
  points: number;
};

export type CampaignAnswerInput = {
  name: string;
  value: string;
};

export type CampaignAudienceInput = {
  club?: string | null | undefined;
  plan?: string | null | undefined;
};

export type CampaignConditionInput = {
  expression: string;
  label: CampaignWordsInput;
};

export type CampaignDefinitionInput = {
  audience?: CampaignAudienceInput | null | undefined;
  controlBps?: number | null | undefined;
  endsAt?: string | null | undefined;
  funding?: Array<CampaignShareInput> | null | undefined;
  limits?: Array<CampaignLimitInput> | null | undefined;
  name: CampaignWordsInput;
  occasion?: CampaignOccasion | null | undefined;
  rules: Array<CampaignRuleInput>;
  stacking?: CampaignStackingInput | null | undefined;
  startsAt: string;
};

export type CampaignEffectInput = {
  benefit?: string | null | undefined;
  card?: string | null | undefined;
  count?: string | null | undefined;
  draw?: string | null | undefined;
  fundedBy?: Array<CampaignShareInput> | null | undefined;
  gift?: string | null | undefined;
  give?: CampaignGivingInput | null | undefined;
  journey?: string | null | undefined;
  kind: CampaignEffectKind;
  on?: CampaignEffectOn | null | undefined;
  pool?: string | null | undefined;
  size?: number | null | undefined;
  take?: CampaignTakingInput | null | undefined;
  template?: string | null | undefined;
  times?: string | null | undefined;
  where?: string | null | undefined;
  worth?: string | null | undefined;
};

export type CampaignEffectKind =
  | 'BENEFIT'
  | 'CHEAPEST'
  | 'COUPON'
  | 'DISCOUNT'
  | 'GIFT'
  | 'MESSAGE'
  | 'MULTIPLY'
  | 'POINTS'
  | 'STAMP'
  | 'START_JOURNEY'
  | 'TICKET'
  | 'TIER_POINTS';

export type CampaignEffectOn =
  | 'LINES'
  | 'RECEIPT';

export type CampaignFieldKind =
  | 'COUNT'
  | 'DAYS'
  | 'MONEY'
  | 'NAME'
  | 'PERCENT'
  | 'STAMPS'
  | 'TEXT'
  | 'TIME'
  | 'TIMES'
  | 'WEEKDAYS';

export type CampaignFunderKind =
  | 'ISSUER'
  | 'OPERATOR'
  | 'PARTNER';

export type CampaignGivingBy =
  | 'FIXED'
  | 'PERCENT'
  | 'PER_AMOUNT';

export type CampaignGivingInput = {
  bps?: number | null | undefined;
  by: CampaignGivingBy;
  number?: number | null | undefined;
  per?: string | null | undefined;
};

export type CampaignLimitInput = {
  most: string;
  over?: CampaignLimitOver | null | undefined;
  period: CampaignLimitPeriod;
  rule?: number | null | undefined;
  scope: CampaignLimitScope;
  unit: CampaignLimitUnit;
};

export type CampaignLimitOver =
  | 'NOTHING'
  | 'REST';

export type CampaignLimitPeriod =
  | 'DAY'
  | 'EVER'
  | 'MONTH'
  | 'WEEK';

export type CampaignLimitScope =
  | 'CAMPAIGN'
  | 'MEMBER';

export type CampaignLimitUnit =
  | 'MONEY'
  | 'POINTS'
  | 'TIMES';

export type CampaignOccasion =
  | 'ACTIVITY'
  | 'PURCHASE';

export type CampaignRuleInput = {
  conditions?: Array<CampaignConditionInput> | null | undefined;
  coupon?: string | null | undefined;
  effects: Array<CampaignEffectInput>;
  label: CampaignWordsInput;
};

export type CampaignShareInput = {
  bps: number;
  kind: CampaignFunderKind;
  partnerId?: string | null | undefined;
};

export type CampaignSimulationState =
  | 'CANCELLED'
  | 'DONE'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING';

export type CampaignStackingInput = {
  exclusive?: boolean | null | undefined;
  group?: string | null | undefined;
  mode?: CampaignStackingMode | null | undefined;
  priority?: number | null | undefined;
};

export type CampaignStackingMode =
  | 'ALL'
  | 'BEST';

export type CampaignState =
  | 'DRAFT'
  | 'ENDED'
  | 'IN_REVIEW'
  | 'LIVE'
  | 'PAUSED'
  | 'SCHEDULED';

export type CampaignTakingBy =
  | 'AMOUNT'
  | 'PERCENT'
  | 'PRICE';

export type CampaignTakingInput = {
  amount?: string | null | undefined;
  bps?: number | null | undefined;
  by: CampaignTakingBy;
  price?: string | null | undefined;
};

export type CampaignTemplateName =
  | 'AMOUNT_OFF'
  | 'BIRTHDAY_POINTS'
  | 'FIXED_POINTS'
  | 'GROWING_PERCENT'
  | 'MULTIPLY_POINTS'
  | 'NTH_FREE'
  | 'PERCENT_BACK'
  | 'PERCENT_OFF'
  | 'PERCENT_OFF_AFTER_SPEND'
  | 'POINTS_PER_AMOUNT'
  | 'THRESHOLD_GIFT'
  | 'WELCOME_POINTS'
  | 'WIN_BACK';

export type CampaignWordsInput = {
  be?: string | null | undefined;
  en: string;
  ru?: string | null | undefined;
};

export type CancelBookingInput = {
  eventBookingId: string;
};

export type CancelCouponRunInput = {
  couponRunId: string;
};

export type CancelDrawInput = {
  drawId: string;
  reason: string;
};

export type CancelExportInput = {
  exportJobId: string;
};

export type CancelMemberEventInput = {
  memberEventId: string;
  reason: string;
};

export type CancelPaymentsInput = {
  cycleId?: string | null | undefined;
  paymentIds: Array<string>;
  reason: string;
};

export type CancelRewardOrderInput = {
  reason: string;
  rewardOrderId: string;
};

export type CancelSimulationInput = {
  campaignSimulationId: string;
};

export type CancelSubscriptionInput = {
  subscriptionId: string;
};

export type CapturePointsInput = {
  idempotencyKey: string;
  locationId?: string | null | undefined;
  occurredAt?: string | null | undefined;
  partnerId?: string | null | undefined;
  points?: number | null | undefined;
  reservationId: string;
  terminalId?: string | null | undefined;
};

export type CardForm =
  | 'ELECTRONIC'
  | 'PHYSICAL';

export type CardStatus =
  | 'ACTIVE'
  | 'BLOCKED'
  | 'REPLACED';

export type ChallengeDefinitionInput = {
  awardsMost: number;
  badgeIcon?: BadgeIcon | null | undefined;
  badgeName?: CampaignWordsInput | null | undefined;
  couponPool?: string | null | undefined;
  description: CampaignWordsInput;
  draw?: string | null | undefined;
  endsAt?: string | null | undefined;
  goal: string;
  goalKind: ChallengeGoalKind;
  name: CampaignWordsInput;
  partnerIds?: Array<string> | null | undefined;
  period: ChallengePeriod;
  points: number;
  startsAt: string;
  tickets?: number | null | undefined;
};

export type ChallengeGoalKind =
  | 'PARTNERS'
  | 'SPEND'
  | 'VISITS'
  | 'WEEKS';

export type ChallengePeriod =
  | 'EVER'
  | 'MONTH'
  | 'WEEK';

export type ChallengeState =
  | 'DRAFT'
  | 'ENDED'
  | 'IN_REVIEW'
  | 'LIVE'
  | 'PAUSED';

export type ChangeProgrammeRulesInput = {
  currencyCode?: string | null | undefined;
  idempotencyKey: string;
  reason: string;
  rules: ProgrammeRulesInput;
};

export type CharityPurposeInput = {
  be?: string | null | undefined;
  en: string;
  ru?: string | null | undefined;
};

export type CheckInInput = {
  code: string;
  memberEventId: string;
};

export type ClaimKind =
  | 'MISSING'
  | 'WRONG';

export type ClaimState =
  | 'CONFIRMED'
  | 'OVERDUE'
  | 'REFUSED'
  | 'WAITING'
  | 'WITHDRAWN';

export type CloseClubInput = {
  clubId: string;
  reason: string;
};

export type CloseCycleInput = {
  cycleId: string;
  idempotencyKey: string;
  reason: string;
};

export type ClubEntry =
  | 'CODE'
  | 'INVITATION'
  | 'RULE';

export type ClubMembershipState =
  | 'IN'
  | 'INVITED'
  | 'LEFT';

export type ClubState =
  | 'CLOSED'
  | 'OPEN';

export type CollateralPartInput = {
  amount: string;
  partnerId: string;
};

export type ComparePartnerFileInput = {
  fileId: string;
};

export type ConcedeDisputeInput = {
  disputeId: string;
  reason?: string | null | undefined;
};

export type ConfirmClaimInput = {
  claimId: string;
  points?: number | null | undefined;
};

export type ConfirmStatementInput = {
  statementId: string;
};

export type ConfirmSuggestionInput = {
  itemId: string;
  suggestion?: number | null | undefined;
};

export type ConfirmVelocityCaseInput = {
  note: string;
  velocityCaseId: string;
};

export type ConsentInput = {
  channel: MessageChannel;
  granted: boolean;
  partnerId?: string | null | undefined;
  purpose: MessagePurpose;
};

export type ConsentSource =
  | 'ENROLMENT'
  | 'PORTAL'
  | 'TELEGRAM'
  | 'UNSUBSCRIBE_LINK';

export type ContractWarning =
  | 'ISSUES_FOR_NOTHING'
  | 'NO_EXPOSURE_LIMIT'
  | 'REDEEM_RATE_ABOVE_ISSUE_RATE';

export type CorrectCycleInput = {
  against: CorrectionAccount;
  corrections: Array<CorrectionInput>;
  cycleId: string;
  idempotencyKey: string;
  reason: string;
};

export type CorrectPartnerFileItemInput = {
  correction: PartnerFileCorrection;
  idempotencyKey: string;
  itemId: string;
  member?: MemberLookupInput | null | undefined;
  points: number;
  reason: string;
};

export type CorrectionAccount =
  | 'FEES'
  | 'MARGIN'
  | 'TAX';

export type CorrectionInput = {
  amount: string;
  partnerId: string;
};

export type CouponFileInput = {
  contentBase64: string;
  mediaType: string;
  name: string;
};

export type CouponKind =
  | 'PROMO_CODE'
  | 'SINGLE_USE';

export type CouponRunKind =
  | 'GENERATE'
  | 'IMPORT';

export type CouponRunState =
  | 'CANCELLED'
  | 'DONE'
  | 'QUEUED'
  | 'RUNNING';

export type CouponState =
  | 'ACTIVE'
  | 'EXPIRED'
  | 'FREE'
  | 'REVOKED'
  | 'USED';

export type CreateActivityKindInput = {
  code: string;
  idempotencyKey: string;
  name: CampaignWordsInput;
  partnerId?: string | null | undefined;
};

export type CreateClubInput = {
  about: CampaignWordsInput;
  code: string;
  entry: ClubEntry;
  entryCode?: string | null | undefined;
  idempotencyKey: string;
  name: CampaignWordsInput;
  segments?: Array<string> | null | undefined;
  tiers?: Array<string> | null | undefined;
};

export type CreateMemberEventInput = {
  about: CampaignWordsInput;
  endsAt: string;
  idempotencyKey: string;
  invites?: MemberEventInvitesInput | null | undefined;
  name: CampaignWordsInput;
  places: number;
  startsAt: string;
  venue: string;
};

export type CreateMessageTemplateInput = {
  idempotencyKey: string;
  name: string;
  purpose: MessagePurpose;
  text: MessageTemplateTextInput;
};

export type CreateRewardInput = {
  collectDays: number;
  description: CampaignWordsInput;
  idempotencyKey: string;
  name: CampaignWordsInput;
  points: number;
  stock?: number | null | undefined;
};

export type CustomerGroup =
  | 'CHAMPION'
  | 'FADING'
  | 'LOST'
  | 'LOYAL'
  | 'NEVER'
  | 'PROMISING'
  | 'SLIPPING';

export type CustomerSort =
  | 'AVERAGE'
  | 'LAST_VISIT'
  | 'SPEND'
  | 'VISITS';

export type CycleCalendar =
  | 'DAILY'
  | 'MONTHLY'
  | 'WEEKLY';

export type CycleState =
  | 'APPROVED'
  | 'CLOSING'
  | 'CORRECTING'
  | 'IN_REVIEW'
  | 'NETTED'
  | 'OPEN'
  | 'SETTLED'
  | 'SETTLED_WITH_DEFAULT'
  | 'SETTLING';

export type DebitMeaning =
  | 'BANK_CHARGE'
  | 'PAY_OUT'
  | 'RETURNED_RECEIPT';

export type DecideApprovalInput = {
  approvalId: string;
  decision: ApprovalDecision;
  note?: string | null | undefined;
};

export type DeclareDefaultInput = {
  idempotencyKey: string;
  obligationId: string;
  reason: string;
};

export type DefaultLayerKind =
  | 'OPERATOR_FIRST_LOSS'
  | 'OWN_COLLATERAL'
  | 'OWN_LOSS_POOL'
  | 'REST'
  | 'SURVIVOR_LOSS_POOL';

export type DefaultLotsRule =
  | 'BLOCK_LOTS'
  | 'HAIRCUT'
  | 'HONOUR';

export type DefineSegmentInput = {
  answers?: SegmentAnswersInput | null | undefined;
  code: string;
  expression?: string | null | undefined;
  idempotencyKey: string;
  name?: CampaignWordsInput | null | undefined;
  template?: SegmentTemplateName | null | undefined;
};

export type DeletionRequestState =
  | 'DONE'
  | 'OPEN'
  | 'WITHDRAWN';

export type DiscardCampaignDraftInput = {
  campaignVersionId: string;
  reason: string;
};

export type DiscardJourneyDraftInput = {
  journeyVersionId: string;
  reason: string;
};

export type DismissVelocityCaseInput = {
  note: string;
  velocityCaseId: string;
};

export type DisputeDecision =
  | 'REJECT'
  | 'SPLIT'
  | 'UPHOLD';

export type DisputeEvidenceFileInput = {
  contentBase64: string;
  mediaType: string;
  name: string;
};

export type DisputeEvidenceInput = {
  file?: DisputeEvidenceFileInput | null | undefined;
  text: string;
};

export type DisputeOutcome =
  | 'REJECTED'
  | 'RETURNED'
  | 'SPLIT'
  | 'UPHELD';

export type DisputeReason =
  | 'D10'
  | 'D20'
  | 'D21'
  | 'D30'
  | 'D40'
  | 'D50'
  | 'D60'
  | 'D70'
  | 'D80';

export type DisputeSide =
  | 'ISSUER'
  | 'REDEEMER';

export type DisputeState =
  | 'ARBITRATION'
  | 'OPEN'
  | 'RESOLVED'
  | 'RESPONDED'
  | 'WITHDRAWN';

export type DonatePointsInput = {
  idempotencyKey: string;
  partnerId: string;
  points: number;
};

export type DraftCampaignInput = {
  definition: CampaignDefinitionInput;
  idempotencyKey: string;
};

export type DraftCampaignVersionInput = {
  campaignId: string;
  idempotencyKey: string;
};

export type DraftChallengeInput = {
  definition: ChallengeDefinitionInput;
  idempotencyKey: string;
};

export type DraftCouponPoolInput = {
  code: string;
  idempotencyKey: string;
  lastsDays?: number | null | undefined;
  name: CampaignWordsInput;
  partnerIds?: Array<string> | null | undefined;
  promoCode?: string | null | undefined;
  symbol: OfferingSymbol;
  terms: CampaignWordsInput;
  transferable?: boolean | null | undefined;
  usesMax?: number | null | undefined;
  usesPerMember?: number | null | undefined;
  validFrom: string;
  validUntil?: string | null | undefined;
};

export type DraftDrawInput = {
  definition: DrawDefinitionInput;
  idempotencyKey: string;
};

export type DraftGiftInput = {
  code: string;
  idempotencyKey: string;
  name: CampaignWordsInput;
  stock?: number | null | undefined;
  symbol: OfferingSymbol;
  terms: CampaignWordsInput;
};

export type DraftJourneyInput = {
  definition: JourneyDefinitionInput;
  idempotencyKey: string;
  name: string;
};

export type DraftJourneyVersionInput = {
  idempotencyKey: string;
  journeyId: string;
};

export type DraftOfferInput = {
  audience: OfferAudience;
  audienceRef?: string | null | undefined;
  campaignId?: string | null | undefined;
  category?: string | null | undefined;
  code: string;
  controlBps: number;
  couponPoolId?: string | null | undefined;
  idempotencyKey: string;
  lastsDays?: number | null | undefined;
  members?: Array<string> | null | undefined;
  name: CampaignWordsInput;
  partnerIds?: Array<string> | null | undefined;
  symbol: OfferingSymbol;
  terms: CampaignWordsInput;
  validFrom: string;
  validUntil?: string | null | undefined;
};

export type DraftStampCardInput = {
  code: string;
  idempotencyKey: string;
  name: CampaignWordsInput;
  size: number;
  symbol: OfferingSymbol;
  terms: CampaignWordsInput;
};

export type DrawDefinitionInput = {
  closesAt: string;
  code: string;
  excludesStaff?: boolean | null | undefined;
  name: CampaignWordsInput;
  onePrizePerHolder?: boolean | null | undefined;
  organiser: DrawOrganiserInput;
  prizes: Array<DrawPrizeInput>;
  publicSource?: CampaignWordsInput | null | undefined;
  registrationNumber: string;
  rules: CampaignWordsInput;
  ticketPrice?: number | null | undefined;
  ticketsPerMember?: number | null | undefined;
};

export type DrawOrganiserInput = {
  address: string;
  name: string;
};

export type DrawPrizeInput = {
  name: CampaignWordsInput;
  quantity: number;
  worth?: string | null | undefined;
};

export type DrawState =
  | 'CANCELLED'
  | 'CLOSED'
  | 'COMMITTED'
  | 'DRAFT'
  | 'DRAWN'
  | 'IN_REVIEW'
  | 'OPEN'
  | 'PUBLISHED'
  | 'REVIEWED';

export type DrawWinnersInput = {
  drawId: string;
  note: string;
  publicValue?: string | null | undefined;
};

export type DuplicateCampaignInput = {
  campaignVersionId: string;
  idempotencyKey: string;
};

export type EditCampaignDraftInput = {
  campaignVersionId: string;
  definition: CampaignDefinitionInput;
};

export type EditChallengeDraftInput = {
  challengeId: string;
  definition: ChallengeDefinitionInput;
};

export type EditCouponPoolInput = {
  lastsDays?: number | null | undefined;
  name: CampaignWordsInput;
  offeringId: string;
  partnerIds?: Array<string> | null | undefined;
  promoCode?: string | null | undefined;
  symbol: OfferingSymbol;
  terms: CampaignWordsInput;
  transferable?: boolean | null | undefined;
  usesMax?: number | null | undefined;
  usesPerMember?: number | null | undefined;
  validFrom: string;
  validUntil?: string | null | undefined;
};

export type EditDrawDraftInput = {
  definition: DrawDefinitionInput;
  drawId: string;
};

export type EditGiftInput = {
  name: CampaignWordsInput;
  offeringId: string;
  stock?: number | null | undefined;
  symbol: OfferingSymbol;
  terms: CampaignWordsInput;
};

export type EditJourneyDraftInput = {
  definition: JourneyDefinitionInput;
  journeyVersionId: string;
};

export type EditMemberEventInput = {
  about: CampaignWordsInput;
  endsAt: string;
  invites?: MemberEventInvitesInput | null | undefined;
  memberEventId: string;
  name: CampaignWordsInput;
  places: number;
  startsAt: string;
  venue: string;
};

export type EditMessageTemplateInput = {
  messageTemplateId: string;
  text: MessageTemplateTextInput;
};

export type EditOfferInput = {
  audience: OfferAudience;
  audienceRef?: string | null | undefined;
  campaignId?: string | null | undefined;
  category?: string | null | undefined;
  controlBps: number;
  couponPoolId?: string | null | undefined;
  lastsDays?: number | null | undefined;
  members?: Array<string> | null | undefined;
  name: CampaignWordsInput;
  offeringId: string;
  partnerIds?: Array<string> | null | undefined;
  symbol: OfferingSymbol;
  terms: CampaignWordsInput;
  validFrom: string;
  validUntil?: string | null | undefined;
};

export type EditRewardInput = {
  collectDays: number;
  description: CampaignWordsInput;
  name: CampaignWordsInput;
  points: number;
  rewardId: string;
  stock?: number | null | undefined;
};

export type EditStampCardInput = {
  name: CampaignWordsInput;
  offeringId: string;
  size: number;
  symbol: OfferingSymbol;
  terms: CampaignWordsInput;
};

export type EffectKind =
  | 'BENEFIT'
  | 'COUPON'
  | 'COUPON_USED'
  | 'DISCOUNT'
  | 'FULL_CARD'
  | 'GIFT'
  | 'MESSAGE'
  | 'POINTS'
  | 'STAMP'
  | 'START_JOURNEY'
  | 'TICKET'
  | 'TIER_POINTS';

export type EndCampaignInput = {
  campaignVersionId: string;
  reason: string;
};

export type EndOfferingInput = {
  offeringId: string;
  reason?: string | null | undefined;
};

export type EndSessionsInput = {
  sessionId?: string | null | undefined;
};

export type EnterDrawInput = {
  drawId: string;
  idempotencyKey: string;
  tickets: number;
};

export type EntryKind =
  | 'ADJUST_CREDIT'
  | 'ADJUST_DEBIT'
  | 'BANK_CHARGE'
  | 'BURN_RETURN'
  | 'BURN_RETURN_LATE'
  | 'CAPTURE'
  | 'CLAWBACK'
  | 'COLLATERAL_DRAWN'
  | 'COLLATERAL_IN'
  | 'COLLATERAL_OUT'
  | 'COLLATERAL_REFILLED'
  | 'CORRECTION'
  | 'DEBIT_EXPLAINED'
  | 'DEBIT_UNEXPLAINED'
  | 'DEBT_RECOVERY'
  | 'DEFAULT'
  | 'DEFAULT_WATERFALL'
  | 'DISCOUNT'
  | 'DISCOUNT_RETURN'
  | 'DISPUTE_HOLD'
  | 'DISPUTE_REJECTED'
  | 'DISPUTE_UPHELD'
  | 'EARN'
  | 'EXPIRE'
  | 'FEE'
  | 'HAIRCUT'
  | 'LOSS_POOL_IN'
  | 'LOSS_POOL_OUT'
  | 'LOTS_BLOCKED'
  | 'LOTS_UNBLOCKED'
  | 'MATURE'
  | 'MERGE'
  | 'NET'
  | 'NET_REVERSED'
  | 'OPENING'
  | 'PAY_IN'
  | 'PAY_IN_PARTIAL'
  | 'PAY_OUT_BOOKED'
  | 'PAY_OUT_REJECTED'
  | 'PAY_OUT_RETURNED'
  | 'PAY_OUT_SENT'
  | 'PREPAID_PACK'
  | 'RECEIPT_APPLIED'
  | 'RECEIPT_RETURNED'
  | 'RECEIPT_UNAPPLIED'
  | 'RECEIPT_UNMATCHED'
  | 'RECOVERY'
  | 'RELEASE'
  | 'RESERVE'
  | 'TAX'
  | 'TRANSFER'
  | 'WRITE_OFF';

export type ErrorCode =
  | 'ACTIVITY_KIND_NOT_FOUND'
  | 'ACTIVITY_KIND_TAKEN'
  | 'ACTIVITY_NOT_FOUND'
  | 'ACTIVITY_RECORDED_ALREADY'
  | 'ALREADY_IN_HOUSEHOLD'
  | 'ALREADY_SUBSCRIBED'
  | 'AMBIGUOUS_RECEIPT'
  | 'AMOUNT_DOES_NOT_FIT'
  | 'API_KEY_NOT_FOUND'
  | 'APPROVAL_AWAITED'
  | 'APPROVAL_DECIDED'
  | 'APPROVAL_NOT_FOUND'
  | 'BALANCE_DISCONTINUITY'
  | 'BANK_ACCOUNT_MISSING'
  | 'BANK_ACCOUNT_NOT_FOUND'
  | 'BANK_FILE_FOREIGN'
  | 'BANK_FILE_KNOWN'
  | 'BANK_FILE_UNREADABLE'
  | 'BATCH_TOO_LARGE'
  | 'BOOKING_CLOSED'
  | 'BOOKS_BROKEN'
  | 'CAMPAIGN_BUDGET_REQUIRED'
  | 'CAMPAIGN_INVALID'
  | 'CAMPAIGN_IN_PREPARATION'
  | 'CAMPAIGN_NOT_FOUND'
  | 'CAMPAIGN_SIMULATION_NOT_FOUND'
  | 'CAMPAIGN_VERSION_NOT_FOUND'
  | 'CARD_BLOCKED'
  | 'CARD_NOT_FOUND'
  | 'CARD_NUMBER_STAYS'
  | 'CARD_REPLACED'
  | 'CHALLENGE_NOT_FOUND'
  | 'CHANNEL_FAILED'
  | 'CHANNEL_LINK_NOT_FOUND'
  | 'CHANNEL_OFF'
  | 'CHANNEL_TAKEN'
  | 'CHARITY_NOT_FOUND'
  | 'CLAIM_NOT_FOUND'
  | 'CLUB_CODE_TAKEN'
  | 'CLUB_CODE_UNKNOWN'
  | 'CLUB_HAS_POOL'
  | 'CLUB_NOT_FOUND'
  | 'CODE_TAKEN'
  | 'CONSENT_FIXED'
  | 'CONTRACT_MISSING'
  | 'CONTRACT_NOT_PREPAID'
  | 'CONTRACT_STARTS_TOO_EARLY'
  | 'COUPON_FILE_REFUSED'
  | 'COUPON_LIMIT_REACHED'
  | 'COUPON_NOT_ACTIVE'
  | 'COUPON_NOT_FOUND'
  | 'COUPON_NOT_TRANSFERABLE'
  | 'COUPON_POOL_CLOSED'
  | 'COUPON_RUN_NOT_FOUND'
  | 'CURRENCY_UNSUPPORTED'
  | 'CYCLE_NOT_FOUND'
  | 'DEFAULT_NOT_RECOVERED'
  | 'DELETION_REQUEST_NOT_FOUND'
  | 'DISPUTED_TOO_LATE'
  | 'DISPUTE_DEADLINE_PASSED'
  | 'DISPUTE_EXISTS'
  | 'DISPUTE_NOT_FOUND'
  | 'DRAW_CODE_TAKEN'
  | 'DRAW_NOT_FOUND'
  | 'DRAW_NOT_OPEN'
  | 'DUPLICATE_RECEIPT'
  | 'EARLIER_CYCLE_UNFINISHED'
  | 'EMPTY_BATCH'
  | 'EVENT_BOOKING_NOT_FOUND'
  | 'EVENT_FULL'
  | 'EVIDENCE_NOT_ACCEPTABLE'
  | 'EVIDENCE_REQUIRED'
  | 'EXCEEDS_DISPUTABLE'
  | 'EXCEEDS_DISPUTABLE_MONEY'
  | 'EXCEEDS_REDEMPTION'
  | 'EXCEEDS_RESERVATION'
  | 'EXIT_NOT_COMPLETE'
  | 'EXPORT_NOT_FOUND'
  | 'EXPOSURE_LIMIT_EXCEEDED'
  | 'FORMAT_NOT_OFFERED'
  | 'FUTURE_DATED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IDENTIFIER_MALFORMED'
  | 'IDENTIFIER_NOT_FOUND'
  | 'IDENTIFIER_TAKEN'
  | 'INSUFFICIENT_POINTS'
  | 'INVALID_POINTS'
  | 'INVALID_RECEIPT'
  | 'INVALID_VALUE'
  | 'JOURNEY_INVALID'
  | 'JOURNEY_IN_PREPARATION'
  | 'JOURNEY_NOT_FOUND'
  | 'JOURNEY_VERSION_NOT_FOUND'
  | 'LAST_IDENTIFIER'
  | 'LAST_OWNER'
  | 'LATER_CYCLE_NETTED'
  | 'LIMIT_OVERRIDE_NOT_FOUND'
  | 'LIMIT_REACHED'
  | 'LOCATION_NOT_FOUND'
  | 'LOT_NOT_FOUND'
  | 'LOT_RUN_UNDER_WAY'
  | 'MATCH_FINAL'
  | 'MEMBERS_UNKNOWN'
  | 'MEMBER_BLOCKED'
  | 'MEMBER_EVENT_NOT_FOUND'
  | 'MEMBER_NOT_ACTIVE'
  | 'MEMBER_NOT_FOUND'
  | 'MESSAGE_NOT_FOUND'
  | 'MESSAGE_TEMPLATE_INVALID'
  | 'MESSAGE_TEMPLATE_IN_USE'
  | 'MESSAGE_TEMPLATE_NOT_FOUND'
  | 'NOTHING_TO_EXPLAIN'
  | 'NOTICE_NOT_FOUND'
  | 'NOT_SINGLE_USE'
  | 'NO_COUPON_LEFT'
  | 'NO_PAYMENT_READY'
  | 'OBLIGATION_NOT_FOUND'
  | 'OFFERING_NOT_FOUND'
  | 'OFFER_CAMPAIGN_NOT_READY'
  | 'OFFER_NOT_ASKED'
  | 'OVERLOADED'
  | 'OVERRIDE_EXPIRED'
  | 'PARTNER_EXIT_NOT_FOUND'
  | 'PARTNER_FILE_NOT_FOUND'
  | 'PARTNER_FILE_TAKEN'
  | 'PARTNER_FILE_UNREADABLE'
  | 'PARTNER_IS_LEAVING'
  | 'PARTNER_MAY_NOT_BE_PAID'
  | 'PARTNER_MAY_NOT_ISSUE'
  | 'PARTNER_MAY_NOT_REDEEM'
  | 'PARTNER_NOT_ACTIVE'
  | 'PARTNER_NOT_FOUND'
  | 'PARTNER_NOT_IN_DEFAULT'
  | 'PAUSED_BY_ANOTHER_HOUSE'
  | 'PAYER_UNKNOWN'
  | 'PAYMENT_EXCEEDS_CASH'
  | 'PAYMENT_FILE_UNKNOWN'
  | 'PAYMENT_HELD'
  | 'PAYMENT_NOT_FOUND'
  | 'PERSONAL_OFFER_NOT_FOUND'
  | 'PERSON_NOT_FOUND'
  | 'PLAN_NOT_FOUND'
  | 'PLAN_PAYMENT_KNOWN'
  | 'PLAN_PRICE_DIFFERS'
  | 'POOL_FULL'
  | 'POOL_NOT_EMPTY'
  | 'POOL_NOT_FOUND'
  | 'POOL_SHARE_REACHED'
  | 'PREPAID_POINTS_EXHAUSTED'
  | 'PROOF_RUNNING'
  | 'PROPOSAL_REQUIRED'
  | 'PURCHASE_NOT_FOUND'
  | 'PUSH_ENDPOINT_REFUSED'
  | 'REASON_NOT_OF_SIDE'
  | 'RECEIPT_DOES_NOT_ADD_UP'
  | 'RECEIPT_GOING_BACK'
  | 'RECEIPT_NOT_CLAIMABLE'
  | 'RECON_ITEM_NOT_FOUND'
  | 'RECOVERY_EXCEEDS'
  | 'REDEEM_SHARE_EXCEEDED'
  | 'REDEMPTION_NOT_DISPUTABLE'
  | 'REFERRAL_CLOSED'
  | 'REFERRAL_CODE_UNKNOWN'
  | 'REFERRAL_REFUSED'
  | 'REPORT_FILTER_REFUSED'
  | 'REPORT_SUBJECT_NOT_FOUND'
  | 'RESERVATION_EXPIRED'
  | 'RESERVATION_NOT_FOUND'
  | 'RESERVATION_NOT_OPEN'
  | 'RETURNED_MEANWHILE'
  | 'RETURN_EXCEEDS_PURCHASE'
  | 'REVIEW_NOT_OVER'
  | 'REWARD_NOT_FOUND'
  | 'REWARD_NOT_OFFERED'
  | 'REWARD_ORDER_NOT_FOUND'
  | 'REWARD_SOLD_OUT'
  | 'ROLE_NOT_ALLOWED'
  | 'RULES_CHANGED_MEANWHILE'
  | 'SAME_MEMBER'
  | 'SECOND_PERSON_REQUIRED'
  | 'SEGMENT_CODE_TAKEN'
  | 'SEGMENT_INVALID'
  | 'SEGMENT_NOT_FOUND'
  | 'SESSION_NOT_FOUND'
  | 'SPEND_CODE_REFUSED'
  | 'SPEND_LIMIT_REACHED'
  | 'SPEND_LOCKED'
  | 'SPEND_NOT_CONFIRMED'
  | 'SPEND_PLACE_NOT_ALLOWED'
  | 'SPEND_REFUSED'
  | 'SPEND_REQUEST_NOT_FOUND'
  | 'STAFF_NOT_FOUND'
  | 'STATEMENT_GAP'
  | 'STATEMENT_NOT_FOUND'
  | 'STATEMENT_SUPERSEDED'
  | 'STATEMENT_TOO_EARLY'
  | 'STOCK_TAKEN'
  | 'SUBSCRIPTION_NOT_FOUND'
  | 'SUGGESTION_NOT_FOUND'
  | 'TERMINAL_BLOCKED'
  | 'TERMINAL_NOT_FOUND'
  | 'TOO_MANY_ACTIVITY_KINDS'
  | 'TOO_MANY_API_KEYS'
  | 'TOO_MANY_CARDS'
  | 'TOO_MANY_CLUB_CODES'
  | 'TOO_MANY_COUPON_CODES'
  | 'TOO_MANY_TAGS'
  | 'TRANSITION_REFUSED'
  | 'UNKNOWN_MEMBER'
  | 'UNKNOWN_SCOPE'
  | 'VELOCITY_CASE_NOT_FOUND'
  | 'VELOCITY_RULE_NOT_FOUND'
  | 'WRITE_OFF_TOO_LARGE'
  | 'WRONG_CURRENCY';

export type EscalateDisputeInput = {
  disputeId: string;
  reason?: string | null | undefined;
};

export type EventBookingState =
  | 'ASKED'
  | 'BOOKED'
  | 'CANCELLED'
  | 'CHECKED_IN'
  | 'REFUSED'
  | 'WAITING';

export type ExcludeFromDrawInput = {
  drawId: string;
  member: MemberLookupInput;
  reason: string;
};

export type ExplainDebitInput = {
  as: DebitMeaning;
  idempotencyKey: string;
  itemId: string;
  paymentId?: string | null | undefined;
  reason: string;
  receiptItemId?: string | null | undefined;
};

export type ExportFormat =
  | 'CSV'
  | 'JSON'
  | 'PDF'
  | 'XLSX';

export type ExportLanguage =
  | 'BE'
  | 'EN'
  | 'RU';

export type ExportPaymentsInput = {
  cycleId?: string | null | undefined;
  idempotencyKey: string;
  paymentIds?: Array<string> | null | undefined;
};

export type ExportState =
  | 'CANCELLED'
  | 'DONE'
  | 'EXPIRED'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING';

export type FundingModel =
  | 'ON_BURN'
  | 'ON_ISSUE'
  | 'PREPAID'
  | 'SPLIT';

export type GenerateCouponsInput = {
  count: number;
  couponPoolId: string;
  idempotencyKey: string;
};

export type GiveCouponInput = {
  couponPoolId: string;
  idempotencyKey: string;
  member: MemberLookupInput;
};

export type GivePartnerNoticeInput = {
  idempotencyKey: string;
  partnerId: string;
  reason: string;
};

export type HandOutRewardInput = {
  code: string;
  locationId?: string | null | undefined;
};

export type HeldCouponState =
  | 'ACTIVE'
  | 'EXPIRED'
  | 'USED';

export type HoldPayOutInput = {
  obligationId: string;
  reason: string;
};

export type IdentifierKind =
  | 'CARD'
  | 'EMAIL'
  | 'PARTNER_NUMBER'
  | 'PHONE';

export type ImportBankStatementInput = {
  content: string;
  idempotencyKey: string;
  name: string;
};

export type ImportCouponsInput = {
  couponPoolId: string;
  file: CouponFileInput;
  idempotencyKey: string;
};

export type InviteFriendInput = {
  idempotencyKey: string;
  label: string;
};

export type InviteToClubInput = {
  clubId: string;
  member: MemberLookupInput;
};

export type InviteToHouseholdInput = {
  member: MemberLookupInput;
  monthMost?: number | null | undefined;
  poolId: string;
};

export type IssueRewardOrderInput = {
  rewardOrderId: string;
};

export type JoinByReferralInput = {
  code: string;
  device?: string | null | undefined;
};

export type JoinCampaignInput = {
  campaignVersionId: string;
};

export type JoinClubInput = {
  clubId?: string | null | undefined;
  entryCode?: string | null | undefined;
};

export type JourneyDefinitionInput = {
  steps: Array<JourneyStepInput>;
  stopsOnPurchase: boolean;
  title: CampaignWordsInput;
  trigger: JourneyTriggerInput;
};

export type JourneyFillInput = {
  name: string;
  value?: string | null | undefined;
};

export type JourneyRunState =
  | 'FAILED'
  | 'FINISHED'
  | 'RUNNING'
  | 'STOPPED';

export type JourneyState =
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'LIVE'
  | 'PAUSED'
  | 'STOPPED';

export type JourneyStepInput = {
  expression?: string | null | undefined;
  fill?: Array<JourneyFillInput> | null | undefined;
  hours?: number | null | undefined;
  kind: JourneyStepKind;
  label?: CampaignWordsInput | null | undefined;
  otherwise?: number | null | undefined;
  points?: number | null | undefined;
  pool?: string | null | undefined;
  tag?: string | null | undefined;
  template?: string | null | undefined;
};

export type JourneyStepKind =
  | 'CONDITION'
  | 'COUPON'
  | 'MESSAGE'
  | 'POINTS'
  | 'TAG'
  | 'WAIT';

export type JourneyTriggerInput = {
  days?: number | null | undefined;
  daysBefore?: number | null | undefined;
  on: JourneyTriggerKind;
  segment?: string | null | undefined;
  tier?: string | null | undefined;
};

export type JourneyTriggerKind =
  | 'BIRTHDAY'
  | 'CAMPAIGN'
  | 'FIRST_PURCHASE'
  | 'SEGMENT_ENTERED'
  | 'SEGMENT_LEFT'
  | 'SILENCE'
  | 'TIER_CHANGED';

export type LeaveCampaignInput = {
  campaignVersionId: string;
};

export type LeaveClubInput = {
  clubId: string;
};

export type LeavePoolInput = {
  poolId: string;
};

export type LedgerAccount =
  | 'AVAIL'
  | 'BANK_CHARGES'
  | 'BANK_COLLATERAL'
  | 'BANK_SETTLEMENT'
  | 'BREAKAGE'
  | 'CLAWBACK'
  | 'COLLATERAL'
  | 'DEBT'
  | 'DEFAULTED'
  | 'DEFAULT_LOSS'
  | 'DISPUTE_HOLD'
  | 'DUE'
  | 'EXPIRED'
  | 'FEES'
  | 'FUND'
  | 'IN_TRANSIT'
  | 'ISSUED'
  | 'LOSS_POOL'
  | 'MARGIN'
  | 'OP_DISCOUNT_COST'
  | 'OP_POINTS_COST'
  | 'PENDING'
  | 'POSITION'
  | 'PREPAID'
  | 'REDEEMED'
  | 'RESERVED'
  | 'TAX'
  | 'UNAPPLIED'
  | 'UNEXPLAINED'
  | 'WRITE_OFFS';

export type LiftPayOutInput = {
  obligationId: string;
  reason: string;
};

export type LineDiscountInput = {
  amount: string;
  campaignId: string;
};

export type LinkPushInput = {
  auth: string;
  endpoint: string;
  p256dh: string;
};

export type LockSpendingInput = {
  memberId: string;
  reason: string;
};

export type LookUpMemberInput = {
  reason: string;
  value: string;
};

export type LotRunKind =
  | 'BLOCK_LOTS'
  | 'HAIRCUT'
  | 'HONOUR'
  | 'RUN_OFF'
  | 'UNBLOCK_LOTS';

export type LotRunState =
  | 'DONE'
  | 'RUNNING';

export type MarkForReturnInput = {
  holder?: string | null | undefined;
  iban?: string | null | undefined;
  idempotencyKey: string;
  itemId: string;
  reason: string;
};

export type MarkMessagesReadInput = {
  messageIds?: Array<string> | null | undefined;
};

export type MarkNoticesReadInput = {
  noticeIds?: Array<string> | null | undefined;
};

export type MatchReceiptsInput = {
  idempotencyKey: string;
  itemIds: Array<string>;
  parts: Array<ReconMatchPartInput>;
  reason: string;
};

export type MemberEntryKind =
  | 'ADJUST_CREDIT'
  | 'ADJUST_DEBIT'
  | 'BURN_RETURN'
  | 'CAPTURE'
  | 'CLAWBACK'
  | 'DEBT_RECOVERY'
  | 'DISPUTE_UPHELD'
  | 'EARN'
  | 'EXPIRE'
  | 'HAIRCUT'
  | 'LOTS_BLOCKED'
  | 'LOTS_UNBLOCKED'
  | 'MATURE'
  | 'MERGE'
  | 'OPENING'
  | 'RELEASE'
  | 'RESERVE'
  | 'TRANSFER';

export type MemberEventInvitesInput = {
  benefits?: Array<string> | null | undefined;
  clubs?: Array<string> | null | undefined;
  plans?: Array<string> | null | undefined;
  segments?: Array<string> | null | undefined;
  tiers?: Array<string> | null | undefined;
};

export type MemberEventState =
  | 'CANCELLED'
  | 'DRAFT'
  | 'OPEN';

export type MemberLookupInput =
  {   card: string; email?: never; memberId?: never; partnerNumber?: never; phone?: never; spendCode?: never; typed?: never; }
  |  { card?: never;   email: string; memberId?: never; partnerNumber?: never; phone?: never; spendCode?: never; typed?: never; }
  |  { card?: never; email?: never;   memberId: string; partnerNumber?: never; phone?: never; spendCode?: never; typed?: never; }
  |  { card?: never; email?: never; memberId?: never;   partnerNumber: string; phone?: never; spendCode?: never; typed?: never; }
  |  { card?: never; email?: never; memberId?: never; partnerNumber?: never;   phone: string; spendCode?: never; typed?: never; }
  |  { card?: never; email?: never; memberId?: never; partnerNumber?: never; phone?: never;   spendCode: string; typed?: never; }
  |  { card?: never; email?: never; memberId?: never; partnerNumber?: never; phone?: never; spendCode?: never;   typed: string; };

export type MemberStatus =
  | 'ACTIVE'
  | 'BLOCKED'
  | 'CLOSED'
  | 'MERGED';

export type MergeMembersInput = {
  fromMemberId: string;
  idempotencyKey: string;
  into: MemberLookupInput;
  reason: string;
};

export type MessageChannel =
  | 'EMAIL'
  | 'INBOX'
  | 'PUSH'
  | 'SMS'
  | 'TELEGRAM';

export type MessageChannelTextInput = {
  channel: MessageChannel;
  text: MessageTextInput;
};

export type MessagePurpose =
  | 'NEWS'
  | 'OFFERS'
  | 'SERVICE';

export type MessageState =
  | 'BOUNCED'
  | 'DELIVERED'
  | 'FAILED'
  | 'QUEUED'
  | 'SENDING'
  | 'SENT'
  | 'WITHHELD';

export type MessageTemplateState =
  | 'IN_USE'
  | 'RETIRED';

export type MessageTemplateTextInput = {
  href?: string | null | undefined;
  own?: Array<MessageChannelTextInput> | null | undefined;
  text: MessageTextInput;
};

export type MessageTextInput = {
  body: CampaignWordsInput;
  title: CampaignWordsInput;
};

export type NoticeKind =
  | 'APPROVAL_DECIDED'
  | 'APPROVAL_WAITING'
  | 'BREAKS_FOUND'
  | 'CAMPAIGN_JOINABLE'
  | 'CAMPAIGN_STOPPED'
  | 'CHALLENGE_REACHED'
  | 'CLAIM_DECIDED'
  | 'CLAIM_OPENED'
  | 'CLAIM_OVERDUE'
  | 'CLUB_INVITATION'
  | 'CODE_GUESSING'
  | 'COUPONS_READY'
  | 'COUPON_RECEIVED'
  | 'DELETION_REQUESTED'
  | 'DISPUTE_ANSWERED'
  | 'DISPUTE_DUE'
  | 'DISPUTE_ESCALATED'
  | 'DISPUTE_OPENED'
  | 'DISPUTE_RESOLVED'
  | 'EVENT_CANCELLED'
  | 'EVENT_PLACE_FREED'
  | 'EXPORT_FAILED'
  | 'EXPORT_READY'
  | 'EXPOSURE_ALARM'
  | 'OBLIGATION_OVERDUE'
  | 'PARTNER_DEFAULTED'
  | 'PARTNER_EXIT'
  | 'PAYMENT_REJECTED'
  | 'PLAN_LAPSED'
  | 'POINTS_RECEIVED'
  | 'POOL_INVITED'
  | 'PREPAID_LOW'
  | 'PRIZE_WON'
  | 'REFERRAL_REWARDED'
  | 'REWARD_READY'
  | 'SIMULATION_DONE'
  | 'SIMULATION_FAILED'
  | 'STATEMENT_PUBLISHED'
  | 'TIER_LOWERED'
  | 'TIER_REACHED'
  | 'VELOCITY_CASE';

export type ObligationDirection =
  | 'NIL'
  | 'PAY_IN'
  | 'PAY_OUT';

export type ObligationState =
  | 'CONFIRMED'
  | 'COVERED'
  | 'DEFAULTED'
  | 'DRAFT'
  | 'DUE'
  | 'NIL'
  | 'ON_HOLD'
  | 'OVERDUE'
  | 'PARTIAL'
  | 'RECOVERED'
  | 'SETTLED'
  | 'SUPERSEDED';

export type OfferAudience =
  | 'MEMBERS'
  | 'SEGMENT'
  | 'TAG';

export type OfferingState =
  | 'ACTIVE'
  | 'DRAFT'
  | 'ENDED'
  | 'PAUSED';

export type OfferingSymbol =
  | 'BASKET'
  | 'BREAD'
  | 'COFFEE'
  | 'FLOWER'
  | 'FUEL'
  | 'GIFT'
  | 'HEART'
  | 'PERCENT'
  | 'PILL'
  | 'POINTS'
  | 'STAR'
  | 'TICKET';

export type OnUsPolicy =
  | 'FULL'
  | 'MARGIN_FREE';

export type OpenClaimInput = {
  amount: string;
  boughtOn: string;
  file?: DisputeEvidenceFileInput | null | undefined;
  idempotencyKey: string;
  note?: string | null | undefined;
  partnerId: string;
  purchaseId?: string | null | undefined;
  receiptNumber: string;
};

export type OpenClubPoolInput = {
  clubId: string;
  idempotencyKey: string;
  monthMost?: number | null | undefined;
  onLeaving: PoolLeaving;
};

export type OpenDisputeInput = {
  amount?: string | null | undefined;
  claimantId?: string | null | undefined;
  evidence?: DisputeEvidenceInput | null | undefined;
  idempotencyKey: string;
  points?: number | null | undefined;
  reasonCode: DisputeReason;
  reconItemId?: string | null | undefined;
  redemptionId: string;
  respondentId?: string | null | undefined;
};

export type OpenDrawInput = {
  drawId: string;
};

export type OpenHouseholdInput = {
  idempotencyKey: string;
  name: string;
};

export type OpenMemberEventInput = {
  memberEventId: string;
};

export type OpenReferralCodeInput = {
  device?: string | null | undefined;
};

export type OrderRewardInput = {
  idempotencyKey: string;
  rewardId: string;
};

export type OverrideLimitInput = {
  expiresAt: string;
  idempotencyKey: string;
  limit: string;
  partnerId: string;
  reason: string;
};

export type PartnerExitObstacle =
  | 'DISPUTES_OPEN'
  | 'OBLIGATIONS_OPEN'
  | 'OTHERS_IN_DEFAULT'
  | 'POINTS_OUTSTANDING'
  | 'POSITION_OPEN'
  | 'RUN_OFF_NOT_OVER';

export type PartnerExitState =
  | 'NOTICE'
  | 'RELEASED'
  | 'RUN_OFF'
  | 'WITHDRAWN';

export type PartnerFileCorrection =
  | 'GIVE_BACK'
  | 'GOODWILL'
  | 'TAKE_BACK';

export type PartnerFileItemKind =
  | 'AMOUNT_DIFF'
  | 'DUPLICATE'
  | 'LATE'
  | 'MISSING_IN_HUB'
  | 'MISSING_IN_PARTNER'
  | 'POINTS_DIFF'
  | 'STATUS_DIFF';

export type PartnerFileItemState =
  | 'BREAK'
  | 'INVESTIGATING'
  | 'MATCHED'
  | 'NEW'
  | 'RESOLVED';

export type PartnerFileState =
  | 'COMPARED'
  | 'COMPARING'
  | 'QUEUED'
  | 'RECEIVED';

export type PartnerStatus =
  | 'ACTIVE'
  | 'CLOSED'
  | 'DEFAULTED'
  | 'ISSUE_BLOCKED'
  | 'ONBOARDING'
  | 'SUSPENDED';

export type PauseCampaignInput = {
  campaignVersionId: string;
  reason: string;
};

export type PauseJourneyInput = {
  journeyVersionId: string;
  reason: string;
};

export type PauseOfferingInput = {
  offeringId: string;
  reason?: string | null | undefined;
};

export type PauseSubscriptionInput = {
  subscriptionId: string;
};

export type PaymentKind =
  | 'PAY_IN'
  | 'PAY_OUT'
  | 'RETURN';

export type PaymentMeans =
  | 'CARD'
  | 'CASH'
  | 'OTHER'
  | 'TRANSFER'
  | 'VOUCHER';

export type PaymentPartInput = {
  amount: string;
  means: PaymentMeans;
};

export type PaymentState =
  | 'ACCEPTED'
  | 'APPROVED'
  | 'BOOKED'
  | 'CANCELLED'
  | 'DRAFT'
  | 'EXPECTED'
  | 'EXPORTED'
  | 'PARTIAL'
  | 'PENDING_APPROVAL'
  | 'PROVISIONAL'
  | 'RECEIVED'
  | 'REJECTED'
  | 'RETURNED';

export type PlanAftermath =
  | 'EXPIRE'
  | 'KEEP';

export type PlanState =
  | 'OFFERED'
  | 'WITHDRAWN';

export type PlanSubscriptionState =
  | 'ACTIVE'
  | 'ENDED'
  | 'ENDING'
  | 'LAPSED'
  | 'PAUSED'
  | 'UNPAID';

export type PoolInvitationAnswer =
  | 'ACCEPT'
  | 'DECLINE';

export type PoolKind =
  | 'CLUB'
  | 'HOUSEHOLD';

export type PoolLeaving =
  | 'RETURNS'
  | 'STAYS';

export type PoolPlaceState =
  | 'DECLINED'
  | 'INVITED'
  | 'JOINED'
  | 'LEFT';

export type PoolRole =
  | 'MEMBER'
  | 'OWNER';

export type PreviewBankFileInput = {
  content: string;
};

export type PreviewPartnerFileInput = {
  content: string;
  from: string;
  name: string;
  partnerId?: string | null | undefined;
  until: string;
};

export type ProgrammeRulesInput = {
  bankDetailsCoolingDays?: number | null | undefined;
  breakageOperatorBps?: number | null | undefined;
  cycleCalendar?: CycleCalendar | null | undefined;
  defaultLotsRule?: DefaultLotsRule | null | undefined;
  disputeAnswerDays?: number | null | undefined;
  disputeClaimDays?: number | null | undefined;
  disputeDecisionDays?: number | null | undefined;
  disputeEscalationDays?: number | null | undefined;
  dueDays?: number | null | undefined;
  exitNoticeDays?: number | null | undefined;
  exitRunOffDays?: number | null | undefined;
  expectedRedemptionBps?: number | null | undefined;
  graceDays?: number | null | undefined;
  haircutBps?: number | null | undefined;
  matchWindowDays?: number | null | undefined;
  operatorFirstLoss?: string | null | undefined;
  payOutTwoAbove?: string | null | undefined;
  paymentGraceDays?: number | null | undefined;
  pointsValidityMonths?: number | null | undefined;
  reconWindowDays?: number | null | undefined;
  reservationSeconds?: number | null | undefined;
  reviewDays?: number | null | undefined;
  writeOffCycleMax?: string | null | undefined;
  writeOffMax?: string | null | undefined;
};

export type ProposeBankAccountInput = {
  bic?: string | null | undefined;
  holder: string;
  iban: string;
  idempotencyKey: string;
  partnerId: string;
  purpose: BankAccountPurpose;
  reason: string;
};

export type ProposeContractInput = {
  breakageOperatorBps?: number | null | undefined;
  collateralRequired?: string | null | undefined;
  currencyCode?: string | null | undefined;
  earnBps: number;
  exposureAlarmBps?: number | null | undefined;
  exposureLimit?: string | null | undefined;
  feeBps?: number | null | undefined;
  feePerCycle?: string | null | undefined;
  feePerReceipt?: string | null | undefined;
  fundedShareBps?: number | null | undefined;
  funding: FundingModel;
  idempotencyKey: string;
  issueRate: string;
  namesCounterparties?: boolean | null | undefined;
  onUsPolicy?: OnUsPolicy | null | undefined;
  partnerId: string;
  pendingDays?: number | null | undefined;
  prepaidAlertPoints?: number | null | undefined;
  prepaidStopPoints?: number | null | undefined;
  reason: string;
  redeemRate: string;
  redeemShareMaxBps?: number | null | undefined;
  takesForeignReturns?: boolean | null | undefined;
  validFrom?: string | null | undefined;
  whatIfCycleId?: string | null | undefined;
};

export type ProposeDisputeDecisionInput = {
  decision: DisputeDecision;
  disputeId: string;
  idempotencyKey: string;
  reason: string;
  upheldAmount?: string | null | undefined;
  upheldPoints?: number | null | undefined;
};

export type ProposePlanInput = {
  about: CampaignWordsInput;
  afterwards: PlanAftermath;
  benefits: Array<CampaignWordsInput>;
  code: string;
  frozenDays: number;
  idempotencyKey: string;
  name: CampaignWordsInput;
  price: string;
  reason: string;
};

export type ProposeReferralTermsInput = {
  advocatePoints: number;
  dayMost: number;
  friendPoints: number;
  funderId?: string | null | undefined;
  idempotencyKey: string;
  joinDays: number;
  minimum: string;
  monthMost: number;
  reason: string;
};

export type ProposeSpendPolicyInput = {
  confirmAbove?: number | null | undefined;
  confirmNewPlaces: boolean;
  giftDayMost?: number | null | undefined;
  idempotencyKey: string;
  needsCode: boolean;
  reason: string;
};

export type ProposeTierLadderInput = {
  idempotencyKey: string;
  ladder: TierLadderInput;
  reason: string;
};

export type ProposeVelocityRuleInput = {
  action: VelocityConsequence;
  earnedAtId?: string | null | undefined;
  idempotencyKey: string;
  kind: VelocityKind;
  limit: number;
  reason: string;
  redeemedAtId?: string | null | undefined;
  replacesId?: string | null | undefined;
  subject: VelocitySubject;
  validUntil?: string | null | undefined;
  windowHours?: number | null | undefined;
};

export type ProveBooksInput = {
  reason: string;
};

export type PublishDrawInput = {
  drawId: string;
};

export type PublishOfferingInput = {
  offeringId: string;
  reason?: string | null | undefined;
};

export type PurchaseLookupInput =
  {   purchaseId: string; receipt?: never; }
  |  { purchaseId?: never;   receipt: ReceiptLookupInput; };

export type PutIntoPoolInput = {
  idempotencyKey: string;
  points: number;
  poolId: string;
};

export type QuotePurchaseInput = {
  coupons?: Array<string> | null | undefined;
  currency?: string | null | undefined;
  lines?: Array<ReceiptLineInput> | null | undefined;
  locationId?: string | null | undefined;
  member: MemberLookupInput;
  occurredAt?: string | null | undefined;
  partnerId?: string | null | undefined;
  payments?: Array<PaymentPartInput> | null | undefined;
  redeem?: RedeemInput | null | undefined;
  terminalId?: string | null | undefined;
  total: string;
};

export type ReceiptLineInput = {
  amount: string;
  brand?: string | null | undefined;
  campaignDiscounts?: Array<LineDiscountInput> | null | undefined;
  category?: string | null | undefined;
  discount?: string | null | undefined;
  kind?: ReceiptLineKind | null | undefined;
  name?: string | null | undefined;
  quantity?: string | null | undefined;
  seq?: number | null | undefined;
  sku?: string | null | undefined;
  unitPrice?: string | null | undefined;
};

export type ReceiptLineKind =
  | 'FEE'
  | 'GOODS'
  | 'SERVICE';

export type ReceiptLookupInput = {
  businessDate?: string | null | undefined;
  partnerId?: string | null | undefined;
  receiptNumber: string;
};

export type ReconKind =
  | 'AMOUNT_DIFF'
  | 'BANK_FEE'
  | 'DUPLICATE'
  | 'LATE'
  | 'MISSING_IN_HUB'
  | 'MISSING_IN_PARTNER'
  | 'MISSING_RECEIPT'
  | 'POINTS_DIFF'
  | 'SHORT_RECEIPT'
  | 'STATUS_DIFF'
  | 'UNKNOWN_RECEIPT';

export type ReconMatchPartInput = {
  amount: string;
  paymentId: string;
};

export type ReconState =
  | 'BREAK'
  | 'INVESTIGATING'
  | 'MATCHED'
  | 'NEW'
  | 'RESOLVED'
  | 'SUGGESTED'
  | 'WRITTEN_OFF';

export type RecordActivityInput = {
  amount?: string | null | undefined;
  idempotencyKey: string;
  kind: string;
  locationId?: string | null | undefined;
  member: MemberLookupInput;
  occurredAt?: string | null | undefined;
  partnerId?: string | null | undefined;
  reference: string;
  terminalId?: string | null | undefined;
};

export type RecordCollateralInput = {
  idempotencyKey: string;
  parts: Array<CollateralPartInput>;
};

export type RecordLossPoolInput = {
  idempotencyKey: string;
  parts: Array<CollateralPartInput>;
};

export type RecordPlanPaymentInput = {
  amount: string;
  idempotencyKey: string;
  member: MemberLookupInput;
  months: number;
  reference: string;
};

export type RecordPurchaseInput = {
  businessDate?: string | null | undefined;
  coupons?: Array<string> | null | undefined;
  currency?: string | null | undefined;
  idempotencyKey: string;
  lines?: Array<ReceiptLineInput> | null | undefined;
  locationId?: string | null | undefined;
  member: MemberLookupInput;
  occurredAt?: string | null | undefined;
  partnerId?: string | null | undefined;
  payments?: Array<PaymentPartInput> | null | undefined;
  receiptNumber: string;
  redeem?: RedeemInput | null | undefined;
  terminalId?: string | null | undefined;
  total: string;
};

export type RecordRecoveryInput = {
  amount: string;
  idempotencyKey: string;
  obligationId: string;
  reconItemId?: string | null | undefined;
};

export type RecountSegmentsInput = {
  idempotencyKey: string;
  segmentId?: string | null | undefined;
};

export type RedeemInput = {
  confirmationCode?: string | null | undefined;
  points: number;
  reservationId?: string | null | undefined;
};

export type RedeemPointsInput = {
  confirmationCode?: string | null | undefined;
  idempotencyKey: string;
  locationId?: string | null | undefined;
  member: MemberLookupInput;
  occurredAt?: string | null | undefined;
  partnerId?: string | null | undefined;
  points: number;
  reason?: string | null | undefined;
  terminalId?: string | null | undefined;
};

export type RedeemablePointsBound =
  | 'BALANCE'
  | 'CONTRACT_SHARE'
  | 'LOCKED'
  | 'NOT_ACCEPTED'
  | 'RECEIPT_TOTAL';

export type RedemptionState =
  | 'CAPTURED'
  | 'RELEASED'
  | 'RESERVED';

export type ReferralProblem =
  | 'NOT_NEW'
  | 'RING'
  | 'SAME_DEVICE'
  | 'SAME_PERSON'
  | 'TOO_MANY';

export type ReferralState =
  | 'INVITED'
  | 'JOINED'
  | 'REFUSED'
  | 'REWARDED'
  | 'TAKEN_BACK';

export type RefuseClaimInput = {
  claimId: string;
  reason: string;
};

export type RefuseSuggestionInput = {
  itemId: string;
  reason: string;
};

export type ReinstatePartnerInput = {
  idempotencyKey: string;
  partnerId: string;
  reason: string;
};

export type ReleasePointsInput = {
  idempotencyKey: string;
  locationId?: string | null | undefined;
  partnerId?: string | null | undefined;
  reservationId: string;
  terminalId?: string | null | undefined;
};

export type ReleaseSecuredInput = {
  idempotencyKey: string;
  partnerExitId: string;
  reason: string;
};

export type RemoveFromClubInput = {
  clubMembershipId: string;
  reason: string;
};

export type RenameActivityKindInput = {
  code: string;
  name: CampaignWordsInput;
};

export type RenetCycleInput = {
  cycleId: string;
  reason: string;
};

export type ReopenCycleInput = {
  cycleId: string;
  idempotencyKey: string;
  reason: string;
};

export type ReplaceCardInput = {
  cardId: string;
  form?: CardForm | null | undefined;
  idempotencyKey: string;
  number?: string | null | undefined;
  reason: string;
};

export type ReplacePaymentInput = {
  idempotencyKey: string;
  paymentId: string;
  reason: string;
};

export type ReportFilter =
  | 'account'
  | 'action'
  | 'actor'
  | 'cycleId'
  | 'event'
  | 'fileId'
  | 'from'
  | 'issuerId'
  | 'locationId'
  | 'memberId'
  | 'object'
  | 'objectId'
  | 'originCycleId'
  | 'ownerId'
  | 'partnerId'
  | 'place'
  | 'redeemerId'
  | 'search'
  | 'section'
  | 'state'
  | 'statementId'
  | 'until';

export type ReportFiltersInput = {
  account?: LedgerAccount | null | undefined;
  action?: string | null | undefined;
  actor?: string | null | undefined;
  cycleId?: string | null | undefined;
  event?: string | null | undefined;
  fileId?: string | null | undefined;
  from?: string | null | undefined;
  issuerId?: string | null | undefined;
  locationId?: string | null | undefined;
  memberId?: string | null | undefined;
  object?: string | null | undefined;
  objectId?: string | null | undefined;
  originCycleId?: string | null | undefined;
  ownerId?: string | null | undefined;
  partnerId?: string | null | undefined;
  place?: string | null | undefined;
  redeemerId?: string | null | undefined;
  search?: string | null | undefined;
  section?: string | null | undefined;
  state?: string | null | undefined;
  statementId?: string | null | undefined;
  until?: string | null | undefined;
};

export type ReportName =
  | 'ACCOUNT_BALANCES'
  | 'ADJUSTMENTS'
  | 'AUDIT_LOG'
  | 'BANK_RECONCILIATION'
  | 'BREAKAGE'
  | 'COUPON_CODES'
  | 'CUSTOMERS'
  | 'CYCLES'
  | 'CYCLE_CONTROL'
  | 'DEFAULTS'
  | 'DISPUTES'
  | 'ENTRIES'
  | 'EXPOSURE'
  | 'HISTORY'
  | 'LEDGER_PROOFS'
  | 'MEMBER_DATA'
  | 'NET_OBLIGATIONS'
  | 'NEXT_CYCLE_FORECAST'
  | 'PARTNERS'
  | 'PAYMENT_ADVICE'
  | 'POINTS_AGEING'
  | 'POINTS_LIABILITY'
  | 'POSITIONS'
  | 'RECON_BREAKS'
  | 'RECON_RESULT'
  | 'REDEMPTION_FUND'
  | 'SETTLEMENT_MATRIX'
  | 'STATEMENT'
  | 'TRANSACTIONS'
  | 'VELOCITY_CASES'
  | 'VELOCITY_RULES';

export type RequestDeletionInput = {
  understood: boolean;
};

export type RequestExportInput = {
  filters?: ReportFiltersInput | null | undefined;
  format: ExportFormat;
  idempotencyKey: string;
  language?: ExportLanguage | null | undefined;
  report: ReportName;
};

export type ReservePointsInput = {
  confirmationCode?: string | null | undefined;
  holdSeconds?: number | null | undefined;
  idempotencyKey: string;
  locationId?: string | null | undefined;
  member: MemberLookupInput;
  partnerId?: string | null | undefined;
  points: number;
  terminalId?: string | null | undefined;
};

export type ResolveReconItemInput = {
  itemId: string;
  resolution: string;
};

export type RespondToDisputeInput = {
  disputeId: string;
  evidence?: DisputeEvidenceInput | null | undefined;
  reason?: string | null | undefined;
};

export type RestockRewardInput = {
  rewardId: string;
  stock?: number | null | undefined;
};

export type ResumeCampaignInput = {
  campaignVersionId: string;
  reason: string;
};

export type ResumeJourneyInput = {
  journeyVersionId: string;
  reason: string;
};

export type ResumeOfferingInput = {
  offeringId: string;
  reason?: string | null | undefined;
};

export type ResumePartnerInput = {
  partnerId: string;
  reason: string;
};

export type ResumeSubscriptionInput = {
  subscriptionId: string;
};

export type RetireActivityKindInput = {
  code: string;
};

export type RetireMessageTemplateInput = {
  messageTemplateId: string;
  reason: string;
};

export type RetireSegmentInput = {
  reason: string;
  segmentId: string;
};

export type RetryExportInput = {
  exportJobId: string;
};

export type ReturnPurchaseInput = {
  businessDate?: string | null | undefined;
  idempotencyKey: string;
  lines?: Array<ReturnedLineInput> | null | undefined;
  locationId?: string | null | undefined;
  occurredAt?: string | null | undefined;
  partnerId?: string | null | undefined;
  purchase: PurchaseLookupInput;
  receiptNumber: string;
  terminalId?: string | null | undefined;
};

export type ReturnedLineInput = {
  quantity: string;
  seq: number;
};

export type ReverseActivityInput = {
  activityId: string;
  reason: string;
};

export type RevokeLimitOverrideInput = {
  limitOverrideId: string;
  reason: string;
};

export type RewardOrderState =
  | 'CANCELLED'
  | 'COLLECTED'
  | 'ISSUED'
  | 'ORDERED';

export type RewardState =
  | 'DRAFT'
  | 'ENDED'
  | 'OFFERED'
  | 'WITHDRAWN';

export type SeeOffersInput = {
  personalOfferIds: Array<string>;
};

export type SegmentAnswersInput = {
  amount?: string | null | undefined;
  at?: string | null | undefined;
  days?: number | null | undefined;
  notAt?: string | null | undefined;
  partners?: number | null | undefined;
  points?: number | null | undefined;
  tag?: string | null | undefined;
  visits?: number | null | undefined;
};

export type SegmentEventKind =
  | 'ENTERED'
  | 'LEFT';

export type SegmentRecountState =
  | 'DONE'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING';

export type SegmentState =
  | 'ACTIVE'
  | 'RETIRED';

export type SegmentTemplateName =
  | 'BEST'
  | 'BIRTHDAY'
  | 'BOUGHT_AT_NOT_AT'
  | 'INACTIVE'
  | 'NEVER_REDEEMED'
  | 'PARTNER_MIX'
  | 'REGULARS'
  | 'RICH'
  | 'SLIPPING'
  | 'SPENDERS'
  | 'TAGGED';

export type SendTestMessageInput = {
  language: string;
  messageTemplateId: string;
};

export type SetAudiencePolicyInput = {
  inactiveDays: number;
  minimumGroup: number;
  reason: string;
};

export type SetCampaignPolicyInput = {
  budgetRequired: boolean;
  reason: string;
};

export type SetChallengeStateInput = {
  challengeId: string;
  reason: string;
  to: ChallengeState;
};

export type SetCharityInput = {
  partnerId: string;
  purpose: CharityPurposeInput;
  takes: boolean;
};

export type SetConsentsInput = {
  choices: Array<ConsentInput>;
};

export type SetGiftStockInput = {
  giftId: string;
  stock?: number | null | undefined;
};

export type SetLanguageInput = {
  language: string;
};

export type SetMessagingRulesInput = {
  quietFrom: string;
  quietUntil: string;
  reason: string;
  weeklyMost: number;
};

export type SetPoolShareInput = {
  monthMost?: number | null | undefined;
  poolId: string;
  poolPlaceId?: string | null | undefined;
};

export type SetRewardStateInput = {
  reason?: string | null | undefined;
  rewardId: string;
  to: RewardState;
};

export type SetSpendGuardInput = {
  allowedPartnerIds?: Array<string> | null | undefined;
  confirmAbove?: number | null | undefined;
  confirmNewPlaces?: boolean | null | undefined;
  dayMost?: number | null | undefined;
  locked?: boolean | null | undefined;
  needsCode?: boolean | null | undefined;
};

export type SetTaxRuleInput = {
  basis: TaxBasis;
  idempotencyKey: string;
  partnerId?: string | null | undefined;
  rateBps: number;
  reason: string;
  section: StatementSection;
  taxCode: string;
  validFrom: string;
  validUntil?: string | null | undefined;
};

export type SettleDeletionInput = {
  deletionRequestId: string;
};

export type ShareSegmentInput = {
  segmentId: string;
  shared: boolean;
};

export type SimulateCampaignInput = {
  campaignVersionId: string;
  days: number;
  idempotencyKey: string;
};

export type SpendAnswer =
  | 'APPROVE'
  | 'REFUSE';

export type SpendCause =
  | 'MANY_POINTS'
  | 'NEW_PLACE';

export type SpendRequestState =
  | 'APPROVED'
  | 'LAPSED'
  | 'REFUSED'
  | 'WAITING';

export type StaffRole =
  | 'OPERATOR_ADMIN'
  | 'OPERATOR_AUDITOR'
  | 'OPERATOR_CLERK'
  | 'OPERATOR_FINANCE'
  | 'OPERATOR_RISK'
  | 'PARTNER_ANALYST'
  | 'PARTNER_CASHIER'
  | 'PARTNER_FINANCE'
  | 'PARTNER_MANAGER'
  | 'PARTNER_OWNER';

export type StartChannelLinkInput = {
  channel: MessageChannel;
};

export type StatementSection =
  | 'BREAKAGE_SHARE'
  | 'CORRECTION'
  | 'DEBT_RECOVERED'
  | 'DEBT_REPAID'
  | 'DISCOUNT_CHARGE'
  | 'DISCOUNT_CREDIT'
  | 'DISPUTE_HOLD'
  | 'DISPUTE_RELEASED'
  | 'DISPUTE_UPHELD'
  | 'FEE'
  | 'ISSUER_CHARGE'
  | 'ISSUE_BILLING'
  | 'ISSUE_BILLING_REVERSED'
  | 'NET'
  | 'PREPAID_PACKS'
  | 'REDEEMER_CREDIT'
  | 'RETURN_DISCOUNT_CHARGE'
  | 'RETURN_DISCOUNT_CREDIT'
  | 'RETURN_ISSUER'
  | 'RETURN_REDEEMER'
  | 'TAX';

export type StopJourneyInput = {
  journeyVersionId: string;
  reason: string;
};

export type SubmitBatchInput = {
  rows: Array<BatchRowInput>;
};

export type SubmitCampaignInput = {
  campaignVersionId: string;
  note: string;
};

export type SubmitChallengeInput = {
  challengeId: string;
  note: string;
};

export type SubmitDrawInput = {
  drawId: string;
  note: string;
};

export type SubmitJourneyInput = {
  journeyVersionId: string;
  note: string;
};

export type SubmitPaymentsInput = {
  cycleId: string;
  paymentIds?: Array<string> | null | undefined;
};

export type SubscribeToPlanInput = {
  idempotencyKey: string;
  planId: string;
};

export type SuggestionReason =
  | 'MORE_THAN_OPEN'
  | 'PART_OF_AMOUNT'
  | 'REFERENCE_IN_TEXT'
  | 'SAME_AMOUNT'
  | 'SAME_PAYER'
  | 'SIMILAR_NAME'
  | 'SUM_OF_OBLIGATIONS'
  | 'SUM_OF_RECEIPTS';

export type SuspendPartnerInput = {
  partnerId: string;
  reason: string;
};

export type TagMemberInput = {
  memberId: string;
  tag: string;
};

export type TakeFromPoolInput = {
  idempotencyKey: string;
  points: number;
  poolId: string;
};

export type TakePartnerFileItemInput = {
  itemId: string;
};

export type TakeReconItemInput = {
  itemId: string;
};

export type TakeVelocityCaseInput = {
  note: string;
  velocityCaseId: string;
};

export type TaxBasis =
  | 'INCLUDED'
  | 'ON_TOP';

export type TestChannelInput = {
  channel: MessageChannel;
};

export type TierBenefitInput = {
  code: string;
  name: CampaignWordsInput;
};

export type TierCounts =
  | 'POINTS'
  | 'SPEND'
  | 'TIER_POINTS';

export type TierDowngrade =
  | 'BY_BALANCE'
  | 'ONE_STEP';

export type TierInput = {
  benefits?: Array<TierBenefitInput> | null | undefined;
  code: string;
  from: number;
  name: CampaignWordsInput;
};

export type TierLadderInput = {
  counts: Array<TierCounts>;
  downgrade: TierDowngrade;
  period: TierPeriod;
  protectionMonths: number;
  tiers: Array<TierInput>;
};

export type TierPeriod =
  | 'CALENDAR_YEAR'
  | 'ROLLING_YEAR';

export type TransferCouponInput = {
  couponId: string;
  idempotencyKey: string;
  to: MemberLookupInput;
};

export type TransferPointsInput = {
  fromMemberId?: string | null | undefined;
  idempotencyKey: string;
  points: number;
  reason?: string | null | undefined;
  to: MemberLookupInput;
};

export type UnblockMemberInput = {
  memberId: string;
  reason: string;
};

export type UnlinkChannelInput = {
  channelLinkId: string;
};

export type UnmatchReconItemInput = {
  itemId: string;
  reason: string;
};

export type UntagMemberInput = {
  memberId: string;
  tag: string;
};

export type UploadBankFileInput = {
  content: string;
  idempotencyKey: string;
  name: string;
};

export type UploadPartnerFileInput = {
  content: string;
  from: string;
  idempotencyKey: string;
  name: string;
  partnerId?: string | null | undefined;
  until: string;
};

export type VelocityCaseState =
  | 'CONFIRMED'
  | 'DISMISSED'
  | 'OPEN'
  | 'TAKEN';

export type VelocityConsequence =
  | 'OPEN_CASE'
  | 'OPEN_CASE_AND_BLOCK_MEMBER';

export type VelocityKind =
  | 'EXCLUDED_PAIR'
  | 'FIRST_REDEMPTION_AFTER_ENROLMENT'
  | 'POINTS_EARNED'
  | 'POINTS_REDEEMED'
  | 'POINTS_TRANSFERRED'
  | 'RECEIPTS'
  | 'RETURNS_AFTER_REDEMPTION';

export type VelocitySubject =
  | 'LOCATION'
  | 'MEMBER'
  | 'PARTNER'
  | 'TERMINAL';

export type ViewerKind =
  | 'MEMBER'
  | 'OPERATOR'
  | 'PARTNER';

export type WhatIfLimit =
  | 'DISPUTES'
  | 'EARNING'
  | 'LIMITS'
  | 'OPENING'
  | 'SHARES'
  | 'WAITING';

export type WhatIfTermsInput = {
  breakageOperatorBps?: number | null | undefined;
  feeBps?: number | null | undefined;
  feePerCycle?: string | null | undefined;
  feePerReceipt?: string | null | undefined;
  fundedShareBps?: number | null | undefined;
  funding?: FundingModel | null | undefined;
  issueRate?: string | null | undefined;
  onUsPolicy?: OnUsPolicy | null | undefined;
  partnerId: string;
  redeemRate?: string | null | undefined;
};

export type WithdrawCampaignInput = {
  campaignVersionId: string;
  reason: string;
};

export type WithdrawClaimInput = {
  claimId: string;
};

export type WithdrawDeletionInput = {
  deletionRequestId: string;
};

export type WithdrawDisputeInput = {
  disputeId: string;
  reason?: string | null | undefined;
};

export type WithdrawDrawInput = {
  drawId: string;
  reason: string;
};

export type WithdrawJourneyInput = {
  journeyVersionId: string;
  reason: string;
};

export type WithdrawPartnerNoticeInput = {
  partnerExitId: string;
  reason: string;
};

export type WithdrawPlanInput = {
  planId: string;
  reason: string;
};

export type WorkKind =
  | 'APPROVALS'
  | 'BOOKS_BROKEN'
  | 'BREAKS'
  | 'CLAIMS_OVERDUE'
  | 'CYCLES_IN_REVIEW'
  | 'DELETIONS_ASKED'
  | 'DISPUTES_TO_PROPOSE'
  | 'EXPORTS_FAILED'
  | 'JOBS_FAILED'
  | 'LIMIT_ALARMS'
  | 'LIMIT_OVERRIDES'
  | 'OBLIGATIONS_OVERDUE'
  | 'PARTNER_BREAKS'
  | 'PAYMENTS_TO_APPROVE'
  | 'PAYMENTS_TO_EXPORT'
  | 'PAYMENTS_TO_SUBMIT'
  | 'STATEMENTS_UNCONFIRMED'
  | 'SUGGESTIONS'
  | 'VELOCITY_CASES';

export type WriteOffDifferenceInput = {
  idempotencyKey: string;
  itemId: string;
  reason: string;
};

export type AcceptDisputeAnswerMutationVariables = Exact<{
  input: AcceptDisputeAnswerInput;
}>;


export type AcceptDisputeAnswerMutation = { acceptDisputeAnswer:
    | { dispute: { id: string, state: DisputeState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type AccountEntriesQueryVariables = Exact<{
  account: LedgerAccount;
  ownerId?: string | null | undefined;
  cycleId: string;
  first: number;
  after?: string | null | undefined;
  kinds?: Array<EntryKind> | null | undefined;
  at?: string | null | undefined;
}>;


export type AccountEntriesQuery = { accountBalance: { ownerId: string | null, points: number | null, entryCount: number, partner: { id: string, name: string } | null, member: { id: string, name: string | null } | null, money: { amount: string, currencyCode: string } | null }, cycle: { id: string, seq: number, entries: { edges: Array<{ node: { id: string, kind: EntryKind, occurredAt: string, postedAt: string, reason: string | null, partner: { id: string, name: string } | null, member: { id: string, name: string | null } | null, moveOn: { points: number | null, money: { amount: string, currencyCode: string } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type AccountOwnersQueryVariables = Exact<{
  account: LedgerAccount;
  first: number;
  after?: string | null | undefined;
  at?: string | null | undefined;
}>;


export type AccountOwnersQuery = { accountBalance: { points: number | null, entryCount: number, money: { amount: string, currencyCode: string } | null }, accountBalances: { edges: Array<{ node: { ownerId: string | null, points: number | null, entryCount: number, partner: { id: string, name: string } | null, member: { id: string, name: string | null } | null, money: { amount: string, currencyCode: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AccountTotalsQueryVariables = Exact<{
  at?: string | null | undefined;
}>;


export type AccountTotalsQuery = { accountTotals: Array<{ account: LedgerAccount, points: number | null, entryCount: number, money: { amount: string, currencyCode: string } | null }> };

export type ActivateOfferMutationVariables = Exact<{
  input: ActivateOfferInput;
}>;


export type ActivateOfferMutation = { activateOffer:
    | { personalOffer: { id: string, activatedAt: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ActivityDeskQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ActivityDeskQuery = { activityKinds: Array<{ id: string, code: string, byHub: boolean, retiredAt: string | null, name: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, lately: { count: number, points: number }, campaigns: Array<{ id: string, state: CampaignState, campaign: { id: string, partner: { id: string, name: string } | null }, definition: { name: { en: string, ru: string | null, be: string | null }, limits: Array<{ unit: CampaignLimitUnit, most: string, scope: CampaignLimitScope, period: CampaignLimitPeriod }>, funding: Array<{ kind: CampaignFunderKind, bps: number, partner: { id: string, name: string } | null }>, rules: Array<{ effects: Array<{ kind: CampaignEffectKind, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null }> }> } }> }>, activities: { edges: Array<{ node: { id: string, reference: string, occurredAt: string, points: number | null, reversedAt: string | null, amount: { amount: string, currencyCode: string }, kind: { id: string, code: string, name: { en: string, ru: string | null, be: string | null } }, partner: { id: string, name: string } | null, member: { id: string, name: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ActorNamesQueryVariables = Exact<{
  actors: Array<string>;
}>;


export type ActorNamesQuery = { actorNames: Array<{ actor: string, name: string }> };

export type AddDisputeEvidenceMutationVariables = Exact<{
  input: AddDisputeEvidenceInput;
}>;


export type AddDisputeEvidenceMutation = { addDisputeEvidence:
    | { dispute: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type AdjustPointsMutationVariables = Exact<{
  input: AdjustPointsInput;
}>;


export type AdjustPointsMutation = { adjustPoints:
    | { member: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type AnswerPoolInvitationMutationVariables = Exact<{
  input: AnswerPoolInvitationInput;
}>;


export type AnswerPoolInvitationMutation = { answerPoolInvitation:
    | { code: ErrorCode, message: string }
    | { pool: { id: string } | null }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type AnswerSpendRequestMutationVariables = Exact<{
  input: AnswerSpendRequestInput;
}>;


export type AnswerSpendRequestMutation = { answerSpendRequest:
    | { spendRequest: { id: string, state: SpendRequestState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ApplePassQueryVariables = Exact<{
  cardId: string;
}>;


export type ApplePassQuery = { applePass: string | null };

export type ApplyLotsRuleMutationVariables = Exact<{
  input: ApplyLotsRuleInput;
}>;


export type ApplyLotsRuleMutation = { applyLotsRule:
    | { approval: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ApplyWaterfallMutationVariables = Exact<{
  input: ApplyWaterfallInput;
}>;


export type ApplyWaterfallMutation = { applyWaterfall:
    | { obligation: { id: string, state: ObligationState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ApprovalsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: ApprovalState | null | undefined;
}>;


export type ApprovalsQuery = { approvals: { edges: Array<{ node: { id: string, action: string, subjectId: string, reason: string, state: ApprovalState, requestedBy: string, requestedAt: string, decidedBy: string | null, decidedAt: string | null, decisionNote: string | null, asked: Array<{ field: string, before: string | null, after: string | null }>, contractProposal: { validFrom: string | null, partner: { id: string, name: string }, changes: Array<{ term: string, before: string | null, after: string | null }> } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ApproveCycleMutationVariables = Exact<{
  input: ApproveCycleInput;
}>;


export type ApproveCycleMutation = { approveCycle:
    | { code: ErrorCode, message: string }
    | { cycle: { id: string, state: CycleState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ApprovePaymentsMutationVariables = Exact<{
  input: ApprovePaymentsInput;
}>;


export type ApprovePaymentsMutation = { approvePayments:
    | { payments: Array<{ id: string, state: PaymentState }> }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type AuditChainQueryVariables = Exact<{
  keptHash?: string | null | undefined;
}>;


export type AuditChainQuery = { auditChain: { isIntact: boolean, length: number, headHash: string, keptFound: boolean | null, broken: { number: string, detail: string } | null } };

export type AuditLogQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  actor?: string | null | undefined;
  action?: string | null | undefined;
  object?: string | null | undefined;
  objectId?: string | null | undefined;
  from?: string | null | undefined;
  until?: string | null | undefined;
}>;


export type AuditLogQuery = { auditLog: { edges: Array<{ node: { number: string, recordedAt: string, actor: string, action: string, object: string, objectId: string, reason: string | null, requestId: string | null, ip: string | null, hash: string, partner: { id: string, name: string } | null, approval: { id: string, decidedBy: string | null } | null, changes: Array<{ field: string, before: string | null, after: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BalanceChangedSubscriptionVariables = Exact<{
  memberId: string;
}>;


export type BalanceChangedSubscription = { balanceChanged: { id: string, rungAt: string } };

export type BalanceTreesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BalanceTreesQuery = { balanceTrees: { edges: Array<{ node: { id: string, takenAt: string, memberCount: number, points: number, root: string, signature: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BankStatementListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  book?: BankBook | null | undefined;
}>;


export type BankStatementListQuery = { bankStatements: { edges: Array<{ node: { id: string, bankId: string, book: BankBook, sequence: string | null, openedOn: string, closedOn: string, lineCount: number, importedBy: string, importedAt: string, finishedAt: string | null, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type BankStatementPageQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type BankStatementPageQuery = { bankStatement: { id: string, bankId: string, book: BankBook, sequence: string | null, openedOn: string, closedOn: string, lineCount: number, importedBy: string, importedAt: string, finishedAt: string | null, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, bankAccount: { iban: string, holder: string } | null, lines: { edges: Array<{ node: { id: string, seq: number, bookedOn: string, bankRef: string, endToEndId: string | null, remittance: string | null, counterpartyName: string | null, amount: { amount: string, currencyCode: string }, item: { id: string, state: ReconState, kind: ReconKind | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type BestOffersQueryVariables = Exact<{ [key: string]: never; }>;


export type BestOffersQuery = { myOffers: { edges: Array<{ node: { id: string, madeAt: string, expiresAt: string | null, seenAt: string | null, activatedAt: string | null, usedAt: string | null, offer: { id: string, category: string | null, symbol: OfferingSymbol, validUntil: string | null, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, goodAt: Array<{ id: string, name: string }>, gives: Array<{ kind: CampaignEffectKind, on: CampaignEffectOn | null, where: string | null, times: string | null, size: number | null, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null, take: { by: CampaignTakingBy, bps: number | null, amount: string | null, price: string | null } | null }>, couponPool: { id: string, name: { en: string, ru: string | null, be: string | null } } | null } } }> }, myStampCards: Array<{ stamps: number, card: { id: string, symbol: OfferingSymbol, size: number, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } }> };

export type PersonalOfferCardFragment = { id: string, madeAt: string, expiresAt: string | null, seenAt: string | null, activatedAt: string | null, usedAt: string | null, offer: { id: string, category: string | null, symbol: OfferingSymbol, validUntil: string | null, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, goodAt: Array<{ id: string, name: string }>, gives: Array<{ kind: CampaignEffectKind, on: CampaignEffectOn | null, where: string | null, times: string | null, size: number | null, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null, take: { by: CampaignTakingBy, bps: number | null, amount: string | null, price: string | null } | null }>, couponPool: { id: string, name: { en: string, ru: string | null, be: string | null } } | null } };

export type HeldStampCardFaceFragment = { stamps: number, card: { id: string, symbol: OfferingSymbol, size: number, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } };

export type BlockCardMutationVariables = Exact<{
  input: BlockCardInput;
}>;


export type BlockCardMutation = { blockCard:
    | { card: { id: string, status: CardStatus } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type BlockIssuingMutationVariables = Exact<{
  input: BlockIssuingInput;
}>;


export type BlockIssuingMutation = { blockIssuing:
    | { partner: { id: string, status: PartnerStatus | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type BlockMemberMutationVariables = Exact<{
  input: BlockMemberInput;
}>;


export type BlockMemberMutation = { blockMember:
    | { member: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type BookPlaceMutationVariables = Exact<{
  input: BookPlaceInput;
}>;


export type BookPlaceMutation = { bookPlace:
    | { booking: { id: string, state: EventBookingState, code: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type BuyPointsPackMutationVariables = Exact<{
  input: BuyPointsPackInput;
}>;


export type BuyPointsPackMutation = { buyPointsPack:
    | { __typename: 'BuyPointsPackSuccess' }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CampaignInReviewQueryVariables = Exact<{
  id: string;
}>;


export type CampaignInReviewQuery = { node:
    | { __typename: 'Activity' }
    | { __typename: 'ApiKey' }
    | { __typename: 'Approval' }
    | { __typename: 'BankAccount' }
    | { __typename: 'BankLine' }
    | { __typename: 'BankStatement' }
    | { __typename: 'Campaign' }
    | { __typename: 'CampaignSimulation' }
    | { __typename: 'CampaignVersion', id: string, version: number, campaign: { id: string, partner: { id: string, name: string } | null }, definition: { startsAt: string, endsAt: string | null, occasion: CampaignOccasion, controlBps: number, name: { en: string, ru: string | null, be: string | null }, audience: { club: string | null, plan: string | null }, stacking: { group: string, mode: CampaignStackingMode, priority: number, exclusive: boolean }, funding: Array<{ kind: CampaignFunderKind, bps: number, partner: { id: string, name: string } | null }>, rules: Array<{ coupon: string | null, label: { en: string, ru: string | null, be: string | null }, conditions: Array<{ expression: string, label: { en: string, ru: string | null, be: string | null } }>, effects: Array<{ kind: CampaignEffectKind, on: CampaignEffectOn | null, where: string | null, times: string | null, count: string | null, gift: string | null, worth: string | null, card: string | null, size: number | null, draw: string | null, pool: string | null, benefit: string | null, template: string | null, journey: string | null, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null, take: { by: CampaignTakingBy, bps: number | null, amount: string | null, price: string | null } | null, fundedBy: Array<{ kind: CampaignFunderKind, bps: number, partner: { id: string, name: string } | null }> | null }> }>, limits: Array<{ unit: CampaignLimitUnit, most: string, scope: CampaignLimitScope, period: CampaignLimitPeriod, rule: number | null, over: CampaignLimitOver }> }, simulations: Array<{ id: string, state: CampaignSimulationState, from: string, until: string, receiptsDone: number, receiptsTotal: number | null, error: string | null, requestedAt: string, finishedAt: string | null, figures: { receiptCount: number, receiptHitCount: number, memberCount: number, memberReachedCount: number, points: number, limitedCount: number, cost: { amount: string, currencyCode: string }, discounts: { amount: string }, gifts: { amount: string }, perReceipt: Array<{ count: number, from: { amount: string }, until: { amount: string } | null }>, perMember: Array<{ count: number, from: { amount: string }, until: { amount: string } | null }>, actual: { receiptHitCount: number, points: number, pointsWorth: { amount: string }, discounts: { amount: string }, gifts: { amount: string } } } | null }> }
    | { __typename: 'Card' }
    | { __typename: 'Challenge' }
    | { __typename: 'Claim' }
    | { __typename: 'Club' }
    | { __typename: 'ClubMembership' }
    | { __typename: 'Contract' }
    | { __typename: 'CouponPool' }
    | { __typename: 'Cycle' }
    | { __typename: 'Dispute' }
    | { __typename: 'Draw' }
    | { __typename: 'Entry' }
    | { __typename: 'EventBooking' }
    | { __typename: 'ExportJob' }
    | { __typename: 'Gift' }
    | { __typename: 'Journey' }
    | { __typename: 'JourneyVersion' }
    | { __typename: 'LegalEntity' }
    | { __typename: 'Location' }
    | { __typename: 'Member' }
    | { __typename: 'MemberEvent' }
    | { __typename: 'Message' }
    | { __typename: 'MessageTemplate' }
    | { __typename: 'Notice' }
    | { __typename: 'Obligation' }
    | { __typename: 'Offer' }
    | { __typename: 'Partner' }
    | { __typename: 'PartnerExit' }
    | { __typename: 'PartnerFile' }
    | { __typename: 'PaymentFile' }
    | { __typename: 'PaymentInstruction' }
    | { __typename: 'Plan' }
    | { __typename: 'PlanSubscription' }
    | { __typename: 'Pool' }
    | { __typename: 'Purchase' }
    | { __typename: 'PurchaseReturn' }
    | { __typename: 'ReconItem' }
    | { __typename: 'Redemption' }
    | { __typename: 'Reward' }
    | { __typename: 'RewardOrder' }
    | { __typename: 'Segment' }
    | { __typename: 'SegmentRecount' }
    | { __typename: 'Staff' }
    | { __typename: 'StampCard' }
    | { __typename: 'Statement' }
    | { __typename: 'TaxRule' }
    | { __typename: 'Terminal' }
    | { __typename: 'TierLadder' }
    | { __typename: 'VelocityCase' }
    | { __typename: 'VelocityRule' }
   | null };

export type CampaignTextFragment = { startsAt: string, endsAt: string | null, occasion: CampaignOccasion, controlBps: number, name: { en: string, ru: string | null, be: string | null }, audience: { club: string | null, plan: string | null }, stacking: { group: string, mode: CampaignStackingMode, priority: number, exclusive: boolean }, funding: Array<{ kind: CampaignFunderKind, bps: number, partner: { id: string, name: string } | null }>, rules: Array<{ coupon: string | null, label: { en: string, ru: string | null, be: string | null }, conditions: Array<{ expression: string, label: { en: string, ru: string | null, be: string | null } }>, effects: Array<{ kind: CampaignEffectKind, on: CampaignEffectOn | null, where: string | null, times: string | null, count: string | null, gift: string | null, worth: string | null, card: string | null, size: number | null, draw: string | null, pool: string | null, benefit: string | null, template: string | null, journey: string | null, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null, take: { by: CampaignTakingBy, bps: number | null, amount: string | null, price: string | null } | null, fundedBy: Array<{ kind: CampaignFunderKind, bps: number, partner: { id: string, name: string } | null }> | null }> }>, limits: Array<{ unit: CampaignLimitUnit, most: string, scope: CampaignLimitScope, period: CampaignLimitPeriod, rule: number | null, over: CampaignLimitOver }> };

export type CampaignRuleTextFragment = { coupon: string | null, label: { en: string, ru: string | null, be: string | null }, conditions: Array<{ expression: string, label: { en: string, ru: string | null, be: string | null } }>, effects: Array<{ kind: CampaignEffectKind, on: CampaignEffectOn | null, where: string | null, times: string | null, count: string | null, gift: string | null, worth: string | null, card: string | null, size: number | null, draw: string | null, pool: string | null, benefit: string | null, template: string | null, journey: string | null, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null, take: { by: CampaignTakingBy, bps: number | null, amount: string | null, price: string | null } | null, fundedBy: Array<{ kind: CampaignFunderKind, bps: number, partner: { id: string, name: string } | null }> | null }> };

export type CampaignTrialFragment = { id: string, state: CampaignSimulationState, from: string, until: string, receiptsDone: number, receiptsTotal: number | null, error: string | null, requestedAt: string, finishedAt: string | null, figures: { receiptCount: number, receiptHitCount: number, memberCount: number, memberReachedCount: number, points: number, limitedCount: number, cost: { amount: string, currencyCode: string }, discounts: { amount: string }, gifts: { amount: string }, perReceipt: Array<{ count: number, from: { amount: string }, until: { amount: string } | null }>, perMember: Array<{ count: number, from: { amount: string }, until: { amount: string } | null }>, actual: { receiptHitCount: number, points: number, pointsWorth: { amount: string }, discounts: { amount: string }, gifts: { amount: string } } } | null };

export type CampaignListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<CampaignState> | null | undefined;
  partnerId?: string | null | undefined;
  coalitionWide?: boolean | null | undefined;
}>;


export type CampaignListQuery = { campaigns: { edges: Array<{ node: { id: string, partner: { id: string, name: string } | null, latest: { id: string, version: number, state: CampaignState, startsAt: string, endsAt: string | null, needsJoining: boolean, definition: { name: { en: string, ru: string | null, be: string | null }, rules: Array<{ effects: Array<{ kind: CampaignEffectKind, on: CampaignEffectOn | null, where: string | null, times: string | null, size: number | null, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null, take: { by: CampaignTakingBy, bps: number | null, amount: string | null, price: string | null } | null }> }> }, joinings: Array<{ leftAt: string | null, partner: { id: string } }>, spent: Array<{ spent: string, limit: { unit: CampaignLimitUnit, most: string, scope: CampaignLimitScope, period: CampaignLimitPeriod, rule: number | null } }> | null } | null, running: { id: string, version: number, state: CampaignState } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CampaignPageQueryVariables = Exact<{
  id: string;
}>;


export type CampaignPageQuery = { campaign: { id: string, partner: { id: string, name: string } | null, versions: Array<{ id: string, version: number, state: CampaignState, startsAt: string, endsAt: string | null, startedAt: string | null, endedAt: string | null, pausedByOperator: boolean, needsJoining: boolean, pausedBy: { id: string, name: string } | null, definition: { startsAt: string, endsAt: string | null, occasion: CampaignOccasion, controlBps: number, name: { en: string, ru: string | null, be: string | null }, audience: { club: string | null, plan: string | null }, stacking: { group: string, mode: CampaignStackingMode, priority: number, exclusive: boolean }, funding: Array<{ kind: CampaignFunderKind, bps: number, partner: { id: string, name: string } | null }>, rules: Array<{ coupon: string | null, label: { en: string, ru: string | null, be: string | null }, conditions: Array<{ expression: string, label: { en: string, ru: string | null, be: string | null } }>, effects: Array<{ kind: CampaignEffectKind, on: CampaignEffectOn | null, where: string | null, times: string | null, count: string | null, gift: string | null, worth: string | null, card: string | null, size: number | null, draw: string | null, pool: string | null, benefit: string | null, template: string | null, journey: string | null, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null, take: { by: CampaignTakingBy, bps: number | null, amount: string | null, price: string | null } | null, fundedBy: Array<{ kind: CampaignFunderKind, bps: number, partner: { id: string, name: string } | null }> | null }> }>, limits: Array<{ unit: CampaignLimitUnit, most: string, scope: CampaignLimitScope, period: CampaignLimitPeriod, rule: number | null, over: CampaignLimitOver }> }, reviews: Array<{ approvalId: string, state: ApprovalState, decidedAt: string | null, note: string | null, partner: { id: string, name: string } | null }>, joinings: Array<{ joinedAt: string, leftAt: string | null, partner: { id: string, name: string } }>, spent: Array<{ spent: string, limit: { unit: CampaignLimitUnit, most: string, scope: CampaignLimitScope, period: CampaignLimitPeriod, rule: number | null } }> | null, steps: Array<{ id: string, to: string, takenAt: string, by: string | null, reason: string | null }> }> } | null };

export type CampaignTrialsQueryVariables = Exact<{
  id: string;
}>;


export type CampaignTrialsQuery = { campaign: { id: string, versions: Array<{ id: string, version: number, simulations: Array<{ id: string, state: CampaignSimulationState, from: string, until: string, receiptsDone: number, receiptsTotal: number | null, error: string | null, requestedAt: string, finishedAt: string | null, figures: { receiptCount: number, receiptHitCount: number, memberCount: number, memberReachedCount: number, points: number, limitedCount: number, cost: { amount: string, currencyCode: string }, discounts: { amount: string }, gifts: { amount: string }, perReceipt: Array<{ count: number, from: { amount: string }, until: { amount: string } | null }>, perMember: Array<{ count: number, from: { amount: string }, until: { amount: string } | null }>, actual: { receiptHitCount: number, points: number, pointsWorth: { amount: string }, discounts: { amount: string }, gifts: { amount: string } } } | null }>, uplift: { treated: { memberCount: number, buyerCount: number, visits: string, mean: { amount: string, currencyCode: string } }, control: { memberCount: number, buyerCount: number, visits: string, mean: { amount: string, currencyCode: string } }, difference: { isCertain: boolean, mean: { amount: string, currencyCode: string }, low: { amount: string, currencyCode: string }, high: { amount: string, currencyCode: string } } | null, visitsDifference: { mean: string, low: string, high: string, isCertain: boolean } | null } | null }> } | null };

export type UpliftFiguresFragment = { treated: { memberCount: number, buyerCount: number, visits: string, mean: { amount: string, currencyCode: string } }, control: { memberCount: number, buyerCount: number, visits: string, mean: { amount: string, currencyCode: string } }, difference: { isCertain: boolean, mean: { amount: string, currencyCode: string }, low: { amount: string, currencyCode: string }, high: { amount: string, currencyCode: string } } | null, visitsDifference: { mean: string, low: string, high: string, isCertain: boolean } | null };

export type UpliftGroupFiguresFragment = { memberCount: number, buyerCount: number, visits: string, mean: { amount: string, currencyCode: string } };

export type CampaignWizardQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignWizardQuery = { campaignTemplates: Array<{ name: CampaignTemplateName, says: string, fields: Array<{ name: string, kind: CampaignFieldKind, required: boolean, says: string }> }>, facts: Array<{ name: string, type: string, unit: string | null, description: string }>, campaignPolicy: { budgetRequired: boolean }, clubs: { edges: Array<{ node: { code: string, state: ClubState, name: { en: string, ru: string | null, be: string | null } } }> }, plans: { edges: Array<{ node: { code: string, state: PlanState, name: { en: string, ru: string | null, be: string | null } } }> } };

export type CancelBookingMutationVariables = Exact<{
  input: CancelBookingInput;
}>;


export type CancelBookingMutation = { cancelBooking:
    | { booking: { id: string, state: EventBookingState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CancelCouponRunMutationVariables = Exact<{
  input: CancelCouponRunInput;
}>;


export type CancelCouponRunMutation = { cancelCouponRun:
    | { run: { id: string, state: CouponRunState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CancelDrawMutationVariables = Exact<{
  input: CancelDrawInput;
}>;


export type CancelDrawMutation = { cancelDraw:
    | { draw: { id: string, state: DrawState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CancelExportMutationVariables = Exact<{
  input: CancelExportInput;
}>;


export type CancelExportMutation = { cancelExport:
    | { exportJob: { id: string, state: ExportState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CancelMemberEventMutationVariables = Exact<{
  input: CancelMemberEventInput;
}>;


export type CancelMemberEventMutation = { cancelMemberEvent:
    | { event: { id: string, state: MemberEventState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CancelPaymentsMutationVariables = Exact<{
  input: CancelPaymentsInput;
}>;


export type CancelPaymentsMutation = { cancelPayments:
    | { payments: Array<{ id: string, state: PaymentState }> }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CancelRewardOrderMutationVariables = Exact<{
  input: CancelRewardOrderInput;
}>;


export type CancelRewardOrderMutation = { cancelRewardOrder:
    | { order: { id: string, state: RewardOrderState, cancelledAt: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CancelSimulationMutationVariables = Exact<{
  input: CancelSimulationInput;
}>;


export type CancelSimulationMutation = { cancelSimulation:
    | { code: ErrorCode, message: string }
    | { simulation: { id: string, state: CampaignSimulationState } }
    | { code: ErrorCode, message: string }
   };

export type CancelSubscriptionMutationVariables = Exact<{
  input: CancelSubscriptionInput;
}>;


export type CancelSubscriptionMutation = { cancelSubscription:
    | { subscription: { id: string, state: PlanSubscriptionState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CapturePointsMutationVariables = Exact<{
  input: CapturePointsInput;
}>;


export type CapturePointsMutation = { capturePoints:
    | { __typename: 'CapturePointsSuccess', replayed: boolean, redemption: { id: string, state: RedemptionState, reserved: number, captured: number, expiresAt: string }, wallet: { available: number } }
    | { __typename: 'ContractMissingError', code: ErrorCode, message: string }
    | { __typename: 'ExceedsReservationError', code: ErrorCode, message: string }
    | { __typename: 'FutureDatedError', code: ErrorCode, message: string }
    | { __typename: 'IdempotencyKeyReusedError', code: ErrorCode, message: string }
    | { __typename: 'InvalidPointsError', code: ErrorCode, message: string }
    | { __typename: 'LedgerOverloadedError', code: ErrorCode, message: string }
    | { __typename: 'LocationNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'PartnerMayNotRedeemError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotActiveError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ReservationExpiredError', code: ErrorCode, message: string }
    | { __typename: 'ReservationNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ReservationNotOpenError', code: ErrorCode, message: string }
    | { __typename: 'TerminalBlockedError', code: ErrorCode, message: string }
    | { __typename: 'TerminalNotFoundError', code: ErrorCode, message: string }
   };

export type ChallengeListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ChallengeListQuery = { challenges: { edges: Array<{ node: { id: string, state: ChallengeState, goalKind: ChallengeGoalKind, goal: string, period: ChallengePeriod, startsAt: string, endsAt: string | null, points: number, tickets: number, draw: string | null, couponPool: string | null, awardsMost: number, awardsGiven: number | null, couponName: { en: string, ru: string | null, be: string | null } | null, name: { en: string, ru: string | null, be: string | null }, description: { en: string, ru: string | null, be: string | null }, badge: { icon: BadgeIcon, name: { en: string, ru: string | null, be: string | null } } | null, partner: { id: string, name: string } | null, partners: Array<{ id: string, name: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ChallengeRowFragment = { id: string, state: ChallengeState, goalKind: ChallengeGoalKind, goal: string, period: ChallengePeriod, startsAt: string, endsAt: string | null, points: number, tickets: number, draw: string | null, couponPool: string | null, awardsMost: number, awardsGiven: number | null, couponName: { en: string, ru: string | null, be: string | null } | null, name: { en: string, ru: string | null, be: string | null }, description: { en: string, ru: string | null, be: string | null }, badge: { icon: BadgeIcon, name: { en: string, ru: string | null, be: string | null } } | null, partner: { id: string, name: string } | null, partners: Array<{ id: string, name: string }> };

export type ChallengePageQueryVariables = Exact<{
  id: string;
}>;


export type ChallengePageQuery = { challenge: { id: string, state: ChallengeState, goalKind: ChallengeGoalKind, goal: string, period: ChallengePeriod, startsAt: string, endsAt: string | null, points: number, tickets: number, draw: string | null, couponPool: string | null, awardsMost: number, awardsGiven: number | null, standing: { startsOn: string, endsOn: string, quarters: Array<number> } | null, request: { id: string, action: string, requestedAt: string } | null, steps: Array<{ id: string, to: string, takenAt: string, by: string | null, reason: string | null }>, couponName: { en: string, ru: string | null, be: string | null } | null, name: { en: string, ru: string | null, be: string | null }, description: { en: string, ru: string | null, be: string | null }, badge: { icon: BadgeIcon, name: { en: string, ru: string | null, be: string | null } } | null, partner: { id: string, name: string } | null, partners: Array<{ id: string, name: string }> } | null };

export type ChangeProgrammeRulesMutationVariables = Exact<{
  input: ChangeProgrammeRulesInput;
}>;


export type ChangeProgrammeRulesMutation = { changeProgrammeRules:
    | { approval: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CheckInMutationVariables = Exact<{
  input: CheckInInput;
}>;


export type CheckInMutation = { checkIn:
    | { booking: { id: string, state: EventBookingState, member: { id: string, name: string | null } | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CheckRulesQueryVariables = Exact<{
  definition: CampaignDefinitionInput;
}>;


export type CheckRulesQuery = { checkRules: Array<{ path: string, line: number | null, column: number | null, code: string, message: string }> };

export type ClaimFileQueryVariables = Exact<{
  claimId: string;
}>;


export type ClaimFileQuery = { claimFile: { fileName: string, mediaType: string, contentBase64: string } | null };

export type ClaimListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<ClaimState> | null | undefined;
}>;


export type ClaimListQuery = { claims: { edges: Array<{ node: { id: string, kind: ClaimKind, state: ClaimState, receiptNumber: string, boughtOn: string, note: string | null, fileName: string | null, points: number | null, reason: string | null, openedAt: string, deadlineAt: string, decidedAt: string | null, amount: { amount: string, currencyCode: string }, member: { id: string, name: string | null } | null, partner: { id: string, name: string } | null, purchase: { id: string, pointsEarned: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CloseClubMutationVariables = Exact<{
  input: CloseClubInput;
}>;


export type CloseClubMutation = { closeClub:
    | { club: { id: string, state: ClubState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CloseCycleMutationVariables = Exact<{
  input: CloseCycleInput;
}>;


export type CloseCycleMutation = { closeCycle:
    | { code: ErrorCode, message: string }
    | { cycle: { id: string, state: CycleState }, approval: { id: string } | null }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ClubListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ClubListQuery = { clubs: { edges: Array<{ node: { id: string, code: string, state: ClubState, entry: ClubEntry, memberCount: number | null, createdAt: string, name: { en: string, ru: string | null, be: string | null }, about: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } };

export type ClubPageQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ClubPageQuery = { club: { id: string, code: string, state: ClubState, entry: ClubEntry, entryCode: string | null, tiers: Array<string>, segments: Array<string>, memberCount: number | null, createdAt: string, name: { en: string, ru: string | null, be: string | null }, about: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, pool: { id: string, points: number, monthMost: number | null, onLeaving: PoolLeaving, openedAt: string } | null, memberships: { edges: Array<{ node: { id: string, state: ClubMembershipState, joinedAt: string | null, member: { id: string, name: string | null } | null, place: { id: string, monthMost: number | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } } | null };

export type ComparePartnerFileMutationVariables = Exact<{
  input: ComparePartnerFileInput;
}>;


export type ComparePartnerFileMutation = { comparePartnerFile:
    | { __typename: 'ComparePartnerFileSuccess' }
    | { code: ErrorCode, message: string }
   };

export type ConcedeDisputeMutationVariables = Exact<{
  input: ConcedeDisputeInput;
}>;


export type ConcedeDisputeMutation = { concedeDispute:
    | { dispute: { id: string, state: DisputeState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ConfirmClaimMutationVariables = Exact<{
  input: ConfirmClaimInput;
}>;


export type ConfirmClaimMutation = { confirmClaim:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { claim: { id: string, state: ClaimState, points: number | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ConfirmStatementMutationVariables = Exact<{
  input: ConfirmStatementInput;
}>;


export type ConfirmStatementMutation = { confirmStatement:
    | { statement: { id: string, confirmedAt: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ConfirmSuggestionMutationVariables = Exact<{
  input: ConfirmSuggestionInput;
}>;


export type ConfirmSuggestionMutation = { confirmSuggestion:
    | { code: ErrorCode, message: string }
    | { item: { id: string, state: ReconState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ConfirmVelocityCaseMutationVariables = Exact<{
  input: ConfirmVelocityCaseInput;
}>;


export type ConfirmVelocityCaseMutation = { confirmVelocityCase:
    | { velocityCase: { id: string, state: VelocityCaseState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CorrectCycleMutationVariables = Exact<{
  input: CorrectCycleInput;
}>;


export type CorrectCycleMutation = { correctCycle:
    | { cycle: { id: string, state: CycleState, version: number } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CorrectPartnerFileItemMutationVariables = Exact<{
  input: CorrectPartnerFileItemInput;
}>;


export type CorrectPartnerFileItemMutation = { correctPartnerFileItem:
    | { code: ErrorCode, message: string }
    | { approval: { id: string, state: ApprovalState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CouponPoolListQueryVariables = Exact<{
  first: number;
}>;


export type CouponPoolListQuery = { couponPools: { edges: Array<{ node: { id: string, code: string, state: OfferingState, kind: CouponKind, symbol: OfferingSymbol, validFrom: string, validUntil: string | null, lastsDays: number | null, promoCode: string | null, usesMax: number | null, usesPerMember: number | null, transferable: boolean, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, goodAt: Array<{ id: string, name: string }>, figures: { codes: number, given: number, used: number } | null } }> } };

export type CouponPoolRowFragment = { id: string, code: string, state: OfferingState, kind: CouponKind, symbol: OfferingSymbol, validFrom: string, validUntil: string | null, lastsDays: number | null, promoCode: string | null, usesMax: number | null, usesPerMember: number | null, transferable: boolean, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, goodAt: Array<{ id: string, name: string }>, figures: { codes: number, given: number, used: number } | null };

export type CouponPoolPageQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  used?: boolean | null | undefined;
}>;


export type CouponPoolPageQuery = { couponPool: { id: string, code: string, state: OfferingState, kind: CouponKind, symbol: OfferingSymbol, validFrom: string, validUntil: string | null, lastsDays: number | null, promoCode: string | null, usesMax: number | null, usesPerMember: number | null, transferable: boolean, runs: Array<{ id: string, kind: CouponRunKind, state: CouponRunState, wanted: number, made: number, skipped: number, createdAt: string, finishedAt: string | null }>, coupons: { edges: Array<{ node: { id: string, code: string, state: CouponState, givenAt: string | null, expiresAt: string | null, usedAt: string | null, member: { id: string, name: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, goodAt: Array<{ id: string, name: string }>, figures: { codes: number, given: number, used: number } | null } | null };

export type CreateActivityKindMutationVariables = Exact<{
  input: CreateActivityKindInput;
}>;


export type CreateActivityKindMutation = { createActivityKind:
    | { code: ErrorCode, message: string }
    | { kind: { id: string, code: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CreateClubMutationVariables = Exact<{
  input: CreateClubInput;
}>;


export type CreateClubMutation = { createClub:
    | { code: ErrorCode, message: string }
    | { club: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CreateMemberEventMutationVariables = Exact<{
  input: CreateMemberEventInput;
}>;


export type CreateMemberEventMutation = { createMemberEvent:
    | { event: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CreateMessageTemplateMutationVariables = Exact<{
  input: CreateMessageTemplateInput;
}>;


export type CreateMessageTemplateMutation = { createMessageTemplate:
    | { __typename: 'CodeTakenError', code: ErrorCode, message: string }
    | { __typename: 'CreateMessageTemplateSuccess', template: { id: string, name: string } }
    | { __typename: 'IdempotencyKeyReusedError', code: ErrorCode, message: string }
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'LedgerOverloadedError', code: ErrorCode, message: string }
    | { __typename: 'MessageTemplateInvalidError', code: ErrorCode, message: string, problems: Array<{ path: string, message: string }> }
   };

export type CreateRewardMutationVariables = Exact<{
  input: CreateRewardInput;
}>;


export type CreateRewardMutation = { createReward:
    | { reward: { id: string, state: RewardState, stock: number | null, stockLeft: number | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type CustomerBookQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  sort?: CustomerSort | null | undefined;
  group?: CustomerGroup | null | undefined;
  tag?: string | null | undefined;
  segmentId?: string | null | undefined;
  silentDays?: number | null | undefined;
}>;


export type CustomerBookQuery = { customers: { edges: Array<{ cursor: string, node: { lastOn: string | null, visitCount: number, visitsYear: number, group: CustomerGroup | null, tags: Array<string>, member: { id: string, name: string | null } | null, spend: { amount: string, currencyCode: string }, averageReceipt: { amount: string, currencyCode: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, segments: { edges: Array<{ node: { id: string, isOwn: boolean, name: { en: string, ru: string | null, be: string | null } } }> } };

export type CustomerPageQueryVariables = Exact<{
  memberId: string;
  partnerId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CustomerPageQuery = { customer: { firstOn: string | null, lastOn: string | null, dayCount: number, visitCount: number, visitsYear: number, hasRedeemed: boolean, recency: number | null, frequency: number | null, monetary: number | null, group: CustomerGroup | null, tags: Array<string>, member: { id: string, name: string | null, status: MemberStatus, enrolledAt: string, balance: { available: number, value: { amount: string, currencyCode: string } } | null } | null, spend: { amount: string, currencyCode: string }, spendYear: { amount: string, currencyCode: string }, averageReceipt: { amount: string, currencyCode: string }, segments: Array<{ id: string, name: { en: string, ru: string | null, be: string | null } }> } | null, member: { id: string, name: string | null, status: MemberStatus, enrolledAt: string, balance: { available: number, value: { amount: string, currencyCode: string } } | null } | null, purchases: { edges: Array<{ node: { id: string, receiptNumber: string, occurredAt: string, pointsEarned: number, pointsSpent: number, total: { amount: string, currencyCode: string }, paid: { amount: string, currencyCode: string }, returns: Array<{ id: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, partner: { id: string, locations: { edges: Array<{ node: { id: string, name: string } }> } } | null };

export type CycleChangedSubscriptionVariables = Exact<{
  cycleId: string;
}>;


export type CycleChangedSubscription = { cycleChanged: { id: string, rungAt: string } };

export type CycleEntriesQueryVariables = Exact<{
  cycleId: string;
  first: number;
  after?: string | null | undefined;
  partnerId?: string | null | undefined;
  effectOn: string;
  section?: StatementSection | null | undefined;
  originCycleId?: string | null | undefined;
  issuerId?: string | null | undefined;
  redeemerId?: string | null | undefined;
  lotIssuerId?: string | null | undefined;
  kinds?: Array<EntryKind> | null | undefined;
}>;


export type CycleEntriesQuery = { cycle: { id: string, seq: number, state: CycleState, entries: { edges: Array<{ node: { id: string, kind: EntryKind, occurredAt: string, postedAt: string, points: number, reason: string | null, partner: { id: string, name: string } | null, member: { id: string, name: string | null } | null, effectOn: { position: { amount: string, currencyCode: string } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type CycleListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type CycleListQuery = { cycles: { edges: Array<{ node: { id: string, seq: number, state: CycleState, opensAt: string, cutoffAt: string, version: number, totals: { partnerCount: number, savedBps: number, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, payIn: { amount: string, currencyCode: string }, payOut: { amount: string, currencyCode: string } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CycleMatrixQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CycleMatrixQuery = { cycle: { id: string, matrix: { edges: Array<{ node: { isOnUs: boolean, points: number, redemptionCount: number, issuer: { id: string, name: string }, redeemer: { id: string, name: string }, charge: { amount: string, currencyCode: string }, reimbursement: { amount: string, currencyCode: string }, margin: { amount: string, currencyCode: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type CycleObligationsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CycleObligationsQuery = { cycle: { id: string, seq: number, version: number, obligations: { edges: Array<{ node: { id: string, direction: ObligationDirection, state: ObligationState, dueOn: string | null, partner: { id: string, name: string }, net: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string }, carried: { amount: string, currencyCode: string }, paid: { amount: string, currencyCode: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type CyclePageQueryVariables = Exact<{
  id: string;
}>;


export type CyclePageQuery = { cycle: { id: string, seq: number, state: CycleState, opensAt: string, cutoffAt: string, version: number, closedBy: string | null, closedAt: string | null, approvedBy: string | null, approvedAt: string | null, publishedAt: string | null, totals: { partnerCount: number, savedBps: number, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, payIn: { amount: string, currencyCode: string }, payOut: { amount: string, currencyCode: string } } | null } | null };

export type CyclePositionsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CyclePositionsQuery = { cycle: { id: string, seq: number, version: number, positions: { edges: Array<{ node: { partner: { id: string, name: string }, opening: { amount: string, currencyCode: string }, debit: { amount: string, currencyCode: string }, credit: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type CycleReviewQueryVariables = Exact<{
  id: string;
}>;


export type CycleReviewQuery = { cycle: { id: string, previous: { id: string, seq: number, totals: { partnerCount: number, savedBps: number, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, payIn: { amount: string, currencyCode: string }, payOut: { amount: string, currencyCode: string } } | null } | null, totalsChange: { partnerCount: number, gross: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, payIn: { amount: string, currencyCode: string }, payOut: { amount: string, currencyCode: string } } | null, steps: Array<{ id: string, from: string | null, to: string, takenAt: string, by: string | null, reason: string | null, approval: { id: string, requestedBy: string, decidedBy: string | null } | null }>, lateItems: Array<{ section: StatementSection, entryCount: number, amount: { amount: string, currencyCode: string }, originCycle: { id: string, seq: number } }>, review: { statementCount: number, confirmedCount: number, endsAt: string | null } | null, control: { entryCount: number, lineCount: number, statementsHash: string | null, isRecomputed: boolean, brokenRules: Array<string>, difference: { amount: string, currencyCode: string } } | null, waitingRequests: Array<{ id: string, action: string, reason: string, requestedBy: string, requestedAt: string }> } | null };

export type CycleStatementsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CycleStatementsQuery = { cycle: { id: string, seq: number, statements: { edges: Array<{ node: { id: string, version: number, hash: string, publishedAt: string, supersededAt: string | null, partner: { id: string, name: string }, position: { amount: string, currencyCode: string }, obligation: { id: string, state: ObligationState, direction: ObligationDirection } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type DecideApprovalMutationVariables = Exact<{
  input: DecideApprovalInput;
}>;


export type DecideApprovalMutation = { decideApproval:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string, state: ApprovalState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DeclareDefaultMutationVariables = Exact<{
  input: DeclareDefaultInput;
}>;


export type DeclareDefaultMutation = { declareDefault:
    | { obligation: { id: string, state: ObligationState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DefaultListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type DefaultListQuery = { defaults: { edges: Array<{ node: { id: string, state: ObligationState, dueOn: string | null, partner: { id: string, name: string, status: PartnerStatus | null }, cycle: { id: string, seq: number }, amount: { amount: string, currencyCode: string }, paid: { amount: string, currencyCode: string }, defaultLayers: Array<{ kind: DefaultLayerKind, partner: { id: string, name: string } | null, available: { amount: string, currencyCode: string } | null, used: { amount: string, currencyCode: string }, left: { amount: string, currencyCode: string } | null, recovered: { amount: string, currencyCode: string } }> | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DefineSegmentMutationVariables = Exact<{
  input: DefineSegmentInput;
}>;


export type DefineSegmentMutation = { defineSegment:
    | { segment: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DiscardCampaignDraftMutationVariables = Exact<{
  input: DiscardCampaignDraftInput;
}>;


export type DiscardCampaignDraftMutation = { discardCampaignDraft:
    | { code: ErrorCode, message: string }
    | { version: { id: string, state: CampaignState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DiscardJourneyDraftMutationVariables = Exact<{
  input: DiscardJourneyDraftInput;
}>;


export type DiscardJourneyDraftMutation = { discardJourneyDraft:
    | { __typename: 'DiscardJourneyDraftSuccess', version: { id: string, state: JourneyState, journey: { id: string } } }
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'JourneyVersionNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'TransitionRefusedError', code: ErrorCode, message: string }
   };

export type DismissVelocityCaseMutationVariables = Exact<{
  input: DismissVelocityCaseInput;
}>;


export type DismissVelocityCaseMutation = { dismissVelocityCase:
    | { velocityCase: { id: string, state: VelocityCaseState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DisputeEvidenceFileQueryVariables = Exact<{
  evidenceId: string;
}>;


export type DisputeEvidenceFileQuery = { disputeEvidenceFile: { fileName: string, mediaType: string, hash: string, contentBase64: string } | null };

export type DisputeLimitsQueryVariables = Exact<{
  redemptionId: string;
  claimantId?: string | null | undefined;
}>;


export type DisputeLimitsQuery = { disputeLimits: { side: DisputeSide, reasons: Array<DisputeReason>, points: number, until: string, openDisputeId: string | null, money: Array<{ respondent: { id: string, name: string }, amount: { amount: string, currencyCode: string }, returned: { amount: string, currencyCode: string } }> } | null };

export type DisputeListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<DisputeState> | null | undefined;
  dueBefore?: string | null | undefined;
}>;


export type DisputeListQuery = { disputes: { edges: Array<{ node: { id: string, reason: DisputeReason, state: DisputeState, outcome: DisputeOutcome | null, deadlineAt: string | null, openedAt: string, points: number | null, claimant: { id: string, name: string }, respondent: { id: string, name: string }, held: { amount: string, currencyCode: string }, upheld: { amount: string, currencyCode: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DisputePageQueryVariables = Exact<{
  id: string;
}>;


export type DisputePageQuery = { node:
    | { __typename: 'Activity' }
    | { __typename: 'ApiKey' }
    | { __typename: 'Approval' }
    | { __typename: 'BankAccount' }
    | { __typename: 'BankLine' }
    | { __typename: 'BankStatement' }
    | { __typename: 'Campaign' }
    | { __typename: 'CampaignSimulation' }
    | { __typename: 'CampaignVersion' }
    | { __typename: 'Card' }
    | { __typename: 'Challenge' }
    | { __typename: 'Claim' }
    | { __typename: 'Club' }
    | { __typename: 'ClubMembership' }
    | { __typename: 'Contract' }
    | { __typename: 'CouponPool' }
    | { __typename: 'Cycle' }
    | { __typename: 'Dispute', id: string, reason: DisputeReason, state: DisputeState, outcome: DisputeOutcome | null, lapsed: boolean, deadlineAt: string | null, openedAt: string, decidedAt: string | null, redeemedAt: string | null, points: number | null, returnedPoints: number, upheldPoints: number | null, reconItemId: string | null, claimant: { id: string, name: string }, respondent: { id: string, name: string }, originCycle: { id: string, seq: number } | null, held: { amount: string, currencyCode: string }, upheld: { amount: string, currencyCode: string } | null, redemption: { id: string, state: RedemptionState, captured: number, restored: number, capturedAt: string | null, location: { name: string } | null, partner: { id: string, name: string }, member: { id: string, name: string | null } | null } | null, evidence: Array<{ id: string, text: string, fileName: string | null, mediaType: string | null, hash: string | null, addedAt: string, partner: { id: string, name: string } | null }>, proposal: { id: string, state: ApprovalState, reason: string, requestedBy: string, requestedAt: string } | null }
    | { __typename: 'Draw' }
    | { __typename: 'Entry' }
    | { __typename: 'EventBooking' }
    | { __typename: 'ExportJob' }
    | { __typename: 'Gift' }
    | { __typename: 'Journey' }
    | { __typename: 'JourneyVersion' }
    | { __typename: 'LegalEntity' }
    | { __typename: 'Location' }
    | { __typename: 'Member' }
    | { __typename: 'MemberEvent' }
    | { __typename: 'Message' }
    | { __typename: 'MessageTemplate' }
    | { __typename: 'Notice' }
    | { __typename: 'Obligation' }
    | { __typename: 'Offer' }
    | { __typename: 'Partner' }
    | { __typename: 'PartnerExit' }
    | { __typename: 'PartnerFile' }
    | { __typename: 'PaymentFile' }
    | { __typename: 'PaymentInstruction' }
    | { __typename: 'Plan' }
    | { __typename: 'PlanSubscription' }
    | { __typename: 'Pool' }
    | { __typename: 'Purchase' }
    | { __typename: 'PurchaseReturn' }
    | { __typename: 'ReconItem' }
    | { __typename: 'Redemption' }
    | { __typename: 'Reward' }
    | { __typename: 'RewardOrder' }
    | { __typename: 'Segment' }
    | { __typename: 'SegmentRecount' }
    | { __typename: 'Staff' }
    | { __typename: 'StampCard' }
    | { __typename: 'Statement' }
    | { __typename: 'TaxRule' }
    | { __typename: 'Terminal' }
    | { __typename: 'TierLadder' }
    | { __typename: 'VelocityCase' }
    | { __typename: 'VelocityRule' }
   | null };

export type DisputeQueueQueryVariables = Exact<{ [key: string]: never; }>;


export type DisputeQueueQuery = { disputeQueue: { waitsForRespondent: number, waitsForClaimant: number, waitsForOperator: number, waitsForViewer: number, overdue: number, dueSoon: number, nextDeadlineAt: string | null } };

export type DonatePointsMutationVariables = Exact<{
  input: DonatePointsInput;
}>;


export type DonatePointsMutation = { donatePoints:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { redemption: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DraftCampaignMutationVariables = Exact<{
  input: DraftCampaignInput;
}>;


export type DraftCampaignMutation = { draftCampaign:
    | { code: ErrorCode, message: string, problems: Array<{ path: string, line: number | null, column: number | null, code: string, message: string }> }
    | { version: { id: string, campaign: { id: string } } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DraftCampaignVersionMutationVariables = Exact<{
  input: DraftCampaignVersionInput;
}>;


export type DraftCampaignVersionMutation = { draftCampaignVersion:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { version: { id: string, campaign: { id: string } } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DraftChallengeMutationVariables = Exact<{
  input: DraftChallengeInput;
}>;


export type DraftChallengeMutation = { draftChallenge:
    | { challenge: { id: string, state: ChallengeState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DraftCouponPoolMutationVariables = Exact<{
  input: DraftCouponPoolInput;
}>;


export type DraftCouponPoolMutation = { draftCouponPool:
    | { code: ErrorCode, message: string }
    | { pool: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DraftDrawMutationVariables = Exact<{
  input: DraftDrawInput;
}>;


export type DraftDrawMutation = { draftDraw:
    | { draw: { id: string, state: DrawState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DraftGiftMutationVariables = Exact<{
  input: DraftGiftInput;
}>;


export type DraftGiftMutation = { draftGift:
    | { code: ErrorCode, message: string }
    | { gift: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DraftJourneyMutationVariables = Exact<{
  input: DraftJourneyInput;
}>;


export type DraftJourneyMutation = { draftJourney:
    | { __typename: 'CodeTakenError', code: ErrorCode, message: string }
    | { __typename: 'DraftJourneySuccess', version: { id: string, state: JourneyState, journey: { id: string } } }
    | { __typename: 'IdempotencyKeyReusedError', code: ErrorCode, message: string }
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'JourneyInvalidError', code: ErrorCode, message: string, problems: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'LedgerOverloadedError', code: ErrorCode, message: string }
   };

export type DraftJourneyVersionMutationVariables = Exact<{
  input: DraftJourneyVersionInput;
}>;


export type DraftJourneyVersionMutation = { draftJourneyVersion:
    | { __typename: 'DraftJourneyVersionSuccess', version: { id: string, state: JourneyState, journey: { id: string } } }
    | { __typename: 'IdempotencyKeyReusedError', code: ErrorCode, message: string }
    | { __typename: 'JourneyInPreparationError', code: ErrorCode, message: string }
    | { __typename: 'JourneyInvalidError', code: ErrorCode, message: string }
    | { __typename: 'JourneyNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'LedgerOverloadedError', code: ErrorCode, message: string }
   };

export type DraftOfferMutationVariables = Exact<{
  input: DraftOfferInput;
}>;


export type DraftOfferMutation = { draftOffer:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { offer: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DraftStampCardMutationVariables = Exact<{
  input: DraftStampCardInput;
}>;


export type DraftStampCardMutation = { draftStampCard:
    | { code: ErrorCode, message: string }
    | { card: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DrawFileQueryVariables = Exact<{
  id: string;
}>;


export type DrawFileQuery = { draw: { id: string, code: string, file: string | null } | null };

export type DrawListQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DrawListQuery = { draws: { edges: Array<{ node: { id: string, code: string, state: DrawState, closesAt: string, ticketCount: number | null, holderCount: number | null, name: { en: string, ru: string | null, be: string | null }, prizes: Array<{ quantity: number, name: { en: string, ru: string | null, be: string | null } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DrawPageQueryVariables = Exact<{
  id: string;
}>;


export type DrawPageQuery = { draw: { id: string, code: string, state: DrawState, closesAt: string, openedAt: string | null, committedAt: string | null, drawnAt: string | null, publishedAt: string | null, organiserName: string, organiserAddress: string, registrationNumber: string, ticketPrice: number | null, ticketsPerMember: number | null, onePrizePerHolder: boolean, excludesStaff: boolean, seedHash: string | null, listHash: string | null, holderCount: number | null, ticketCount: number | null, publicValue: string | null, seed: string | null, name: { en: string, ru: string | null, be: string | null }, rules: { en: string, ru: string | null, be: string | null }, prizes: Array<{ quantity: number, worth: string | null, name: { en: string, ru: string | null, be: string | null } }>, publicSource: { en: string, ru: string | null, be: string | null } | null, proof: { seedHolds: boolean | null, listHolds: boolean | null, winnersHold: boolean | null } | null, winners: Array<{ place: number, prize: number, ticket: number, holder: number, initial: string, member: { id: string, name: string | null } | null }>, request: { id: string, action: string, requestedAt: string } | null, steps: Array<{ id: string, to: string, takenAt: string, by: string | null, reason: string | null }> } | null };

export type DrawTicketListQueryVariables = Exact<{
  id: string;
  part: number;
}>;


export type DrawTicketListQuery = { draw: { id: string, code: string, ticketList: string | null } | null };

export type DrawWinnersMutationVariables = Exact<{
  input: DrawWinnersInput;
}>;


export type DrawWinnersMutation = { drawWinners:
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type DuplicateCampaignMutationVariables = Exact<{
  input: DuplicateCampaignInput;
}>;


export type DuplicateCampaignMutation = { duplicateCampaign:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { version: { id: string, campaign: { id: string } } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EditCampaignDraftMutationVariables = Exact<{
  input: EditCampaignDraftInput;
}>;


export type EditCampaignDraftMutation = { editCampaignDraft:
    | { code: ErrorCode, message: string, problems: Array<{ path: string, line: number | null, column: number | null, code: string, message: string }> }
    | { code: ErrorCode, message: string }
    | { version: { id: string, state: CampaignState } }
    | { code: ErrorCode, message: string }
   };

export type EditChallengeDraftMutationVariables = Exact<{
  input: EditChallengeDraftInput;
}>;


export type EditChallengeDraftMutation = { editChallengeDraft:
    | { code: ErrorCode, message: string }
    | { challenge: { id: string, state: ChallengeState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EditCouponPoolMutationVariables = Exact<{
  input: EditCouponPoolInput;
}>;


export type EditCouponPoolMutation = { editCouponPool:
    | { code: ErrorCode, message: string }
    | { pool: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EditDrawDraftMutationVariables = Exact<{
  input: EditDrawDraftInput;
}>;


export type EditDrawDraftMutation = { editDrawDraft:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { draw: { id: string, state: DrawState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EditGiftMutationVariables = Exact<{
  input: EditGiftInput;
}>;


export type EditGiftMutation = { editGift:
    | { gift: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EditJourneyDraftMutationVariables = Exact<{
  input: EditJourneyDraftInput;
}>;


export type EditJourneyDraftMutation = { editJourneyDraft:
    | { __typename: 'EditJourneyDraftSuccess', version: { id: string, state: JourneyState, journey: { id: string } } }
    | { __typename: 'JourneyInvalidError', code: ErrorCode, message: string, problems: Array<{ path: string, code: string, message: string }> }
    | { __typename: 'JourneyVersionNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'TransitionRefusedError', code: ErrorCode, message: string }
   };

export type EditMemberEventMutationVariables = Exact<{
  input: EditMemberEventInput;
}>;


export type EditMemberEventMutation = { editMemberEvent:
    | { event: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EditMessageTemplateMutationVariables = Exact<{
  input: EditMessageTemplateInput;
}>;


export type EditMessageTemplateMutation = { editMessageTemplate:
    | { __typename: 'EditMessageTemplateSuccess', template: { id: string, name: string } }
    | { __typename: 'MessageTemplateInUseError', code: ErrorCode, message: string }
    | { __typename: 'MessageTemplateInvalidError', code: ErrorCode, message: string, problems: Array<{ path: string, message: string }> }
    | { __typename: 'MessageTemplateNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'TransitionRefusedError', code: ErrorCode, message: string }
   };

export type EditOfferMutationVariables = Exact<{
  input: EditOfferInput;
}>;


export type EditOfferMutation = { editOffer:
    | { code: ErrorCode, message: string }
    | { offer: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EditRewardMutationVariables = Exact<{
  input: EditRewardInput;
}>;


export type EditRewardMutation = { editReward:
    | { reward: { id: string, state: RewardState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EditStampCardMutationVariables = Exact<{
  input: EditStampCardInput;
}>;


export type EditStampCardMutation = { editStampCard:
    | { card: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EndCampaignMutationVariables = Exact<{
  input: EndCampaignInput;
}>;


export type EndCampaignMutation = { endCampaign:
    | { code: ErrorCode, message: string }
    | { version: { id: string, state: CampaignState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EndOfferingMutationVariables = Exact<{
  input: EndOfferingInput;
}>;


export type EndOfferingMutation = { endOffering:
    | { offering:
        | { __typename: 'CouponPool' }
        | { __typename: 'Gift' }
        | { __typename: 'Offer' }
        | { __typename: 'StampCard' }
       }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EndSessionsMutationVariables = Exact<{
  input: EndSessionsInput;
}>;


export type EndSessionsMutation = { endSessions:
    | { __typename: 'EndSessionsSuccess', sessions: Array<{ id: string }> }
    | { __typename: 'SessionNotFoundError', code: ErrorCode, message: string }
   };

export type EnterDrawMutationVariables = Exact<{
  input: EnterDrawInput;
}>;


export type EnterDrawMutation = { enterDraw:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { draw: { id: string, myTickets: { count: number, total: number, holder: number | null } | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type EntryProofQueryVariables = Exact<{
  id: string;
}>;


export type EntryProofQuery = { entry: { id: string, proof: { number: string, deed: string | null, actor: string | null, requestHash: string | null, hash: string, checks: Array<{ rule: string, promise: string, holds: boolean }> } | null } | null };

export type EscalateDisputeMutationVariables = Exact<{
  input: EscalateDisputeInput;
}>;


export type EscalateDisputeMutation = { escalateDispute:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { dispute: { id: string, state: DisputeState } }
    | { code: ErrorCode, message: string }
   };

export type ExcludeFromDrawMutationVariables = Exact<{
  input: ExcludeFromDrawInput;
}>;


export type ExcludeFromDrawMutation = { excludeFromDraw:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { draw: { id: string, state: DrawState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ExplainDebitMutationVariables = Exact<{
  input: ExplainDebitInput;
}>;


export type ExplainDebitMutation = { explainDebit:
    | { approval: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ExportListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ExportListQuery = { exports: { edges: Array<{ node: { id: string, report: ReportName, format: ExportFormat, state: ExportState, rowsDone: number, rowsTotal: number | null, fileName: string | null, byteCount: string | null, hash: string | null, downloadPath: string | null, error: string | null, requestedAt: string, finishedAt: string | null, expiresAt: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ExportPaymentsMutationVariables = Exact<{
  input: ExportPaymentsInput;
}>;


export type ExportPaymentsMutation = { exportPayments:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { file: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ExposureListQueryVariables = Exact<{ [key: string]: never; }>;


export type ExposureListQuery = { exposures: Array<{ usedBps: number | null, alarmBps: number | null, isAlarmed: boolean, partner: { id: string, name: string, status: PartnerStatus | null }, exposure: { amount: string, currencyCode: string }, position: { amount: string, currencyCode: string }, due: { amount: string, currencyCode: string }, outstanding: { amount: string, currencyCode: string }, collateral: { amount: string, currencyCode: string }, collateralMissing: { amount: string, currencyCode: string }, lossPool: { amount: string, currencyCode: string }, limit: { amount: string, currencyCode: string } | null, override: { id: string, expiresAt: string, limit: { amount: string, currencyCode: string } } | null }> };

export type FillTemplateQueryVariables = Exact<{
  template: CampaignTemplateName;
  answers: Array<CampaignAnswerInput>;
}>;


export type FillTemplateQuery = { fillTemplate: { rules: Array<{ coupon: string | null, label: { en: string, ru: string | null, be: string | null }, conditions: Array<{ expression: string, label: { en: string, ru: string | null, be: string | null } }>, effects: Array<{ kind: CampaignEffectKind, on: CampaignEffectOn | null, where: string | null, times: string | null, count: string | null, gift: string | null, worth: string | null, card: string | null, size: number | null, draw: string | null, pool: string | null, benefit: string | null, template: string | null, journey: string | null, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null, take: { by: CampaignTakingBy, bps: number | null, amount: string | null, price: string | null } | null, fundedBy: Array<{ kind: CampaignFunderKind, bps: number, partner: { id: string, name: string } | null }> | null }> }>, problems: Array<{ path: string, code: string, message: string }> } };

export type GenerateCouponsMutationVariables = Exact<{
  input: GenerateCouponsInput;
}>;


export type GenerateCouponsMutation = { generateCoupons:
    | { run: { id: string, state: CouponRunState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type GiftListQueryVariables = Exact<{
  first: number;
}>;


export type GiftListQuery = { gifts: { edges: Array<{ node: { id: string, code: string, state: OfferingState, symbol: OfferingSymbol, stock: number | null, gone: number | null, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } }> } };

export type GiftRowFragment = { id: string, code: string, state: OfferingState, symbol: OfferingSymbol, stock: number | null, gone: number | null, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null };

export type GiveCouponMutationVariables = Exact<{
  input: GiveCouponInput;
}>;


export type GiveCouponMutation = { giveCoupon:
    | { code: ErrorCode, message: string }
    | { coupon: { id: string, code: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type GivePartnerNoticeMutationVariables = Exact<{
  input: GivePartnerNoticeInput;
}>;


export type GivePartnerNoticeMutation = { givePartnerNotice:
    | { partnerExit: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type GooglePassQueryVariables = Exact<{
  cardId: string;
}>;


export type GooglePassQuery = { googlePass: string | null };

export type HandOutRewardMutationVariables = Exact<{
  input: HandOutRewardInput;
}>;


export type HandOutRewardMutation = { handOutReward:
    | { code: ErrorCode, message: string }
    | { order: { id: string, state: RewardOrderState, collectedAt: string | null, issuedAt: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type HoldPayOutMutationVariables = Exact<{
  input: HoldPayOutInput;
}>;


export type HoldPayOutMutation = { holdPayOut:
    | { obligation: { id: string, state: ObligationState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ImportBankStatementMutationVariables = Exact<{
  input: ImportBankStatementInput;
}>;


export type ImportBankStatementMutation = { importBankStatement:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { statements: Array<{ id: string }> }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ImportCouponsMutationVariables = Exact<{
  input: ImportCouponsInput;
}>;


export type ImportCouponsMutation = { importCoupons:
    | { code: ErrorCode, message: string, problems: Array<{ line: number, text: string, message: string }> }
    | { code: ErrorCode, message: string }
    | { run: { id: string, state: CouponRunState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type InvitationChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type InvitationChoicesQuery = { tierLadder: { tiers: Array<{ code: string, name: { en: string, ru: string | null, be: string | null }, benefits: Array<{ code: string, name: { en: string, ru: string | null, be: string | null } }> }> } | null, plans: { edges: Array<{ node: { id: string, code: string, name: { en: string, ru: string | null, be: string | null } } }> }, clubs: { edges: Array<{ node: { id: string, code: string, name: { en: string, ru: string | null, be: string | null } } }> } };

export type InviteFriendMutationVariables = Exact<{
  input: InviteFriendInput;
}>;


export type InviteFriendMutation = { inviteFriend:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { referral: { id: string, code: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type InviteToClubMutationVariables = Exact<{
  input: InviteToClubInput;
}>;


export type InviteToClubMutation = { inviteToClub:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { membership: { id: string, state: ClubMembershipState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type InviteToHouseholdMutationVariables = Exact<{
  input: InviteToHouseholdInput;
}>;


export type InviteToHouseholdMutation = { inviteToHousehold:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { pool: { id: string } | null }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type IssueRewardOrderMutationVariables = Exact<{
  input: IssueRewardOrderInput;
}>;


export type IssueRewardOrderMutation = { issueRewardOrder:
    | { code: ErrorCode, message: string }
    | { order: { id: string, state: RewardOrderState, collectedAt: string | null, issuedAt: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type JoinByReferralMutationVariables = Exact<{
  input: JoinByReferralInput;
}>;


export type JoinByReferralMutation = { joinByReferral:
    | { code: ErrorCode, message: string }
    | { referral: { id: string, state: ReferralState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type JoinCampaignMutationVariables = Exact<{
  input: JoinCampaignInput;
}>;


export type JoinCampaignMutation = { joinCampaign:
    | { code: ErrorCode, message: string }
    | { version: { id: string, joinings: Array<{ joinedAt: string, leftAt: string | null }> } }
    | { code: ErrorCode, message: string }
   };

export type JoinClubMutationVariables = Exact<{
  input: JoinClubInput;
}>;


export type JoinClubMutation = { joinClub:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { membership: { id: string, state: ClubMembershipState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type JourneyListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<JourneyState> | null | undefined;
}>;


export type JourneyListQuery = { journeys: { edges: Array<{ node: { id: string, name: string, partner: { id: string, name: string } | null, latest: { id: string, version: number, state: JourneyState, definition: { title: { en: string, ru: string | null, be: string | null }, trigger: { on: JourneyTriggerKind, days: number | null, segment: string | null, tier: string | null, daysBefore: number | null } } } | null, running: { id: string, state: JourneyState, counts: { running: number, finished: number, stopped: number, failed: number } } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type JourneyMembersQueryVariables = Exact<{
  journeyVersionId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type JourneyMembersQuery = { journeyRuns: { edges: Array<{ node: { id: string, state: JourneyRunState, step: number, dueAt: string | null, enteredAt: string, endedAt: string | null, reason: string | null, member: { id: string, name: string | null } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type JourneyPageQueryVariables = Exact<{
  id: string;
}>;


export type JourneyPageQuery = { journey: { id: string, name: string, createdAt: string, partner: { id: string, name: string } | null, versions: Array<{ id: string, version: number, state: JourneyState, startedAt: string | null, endedAt: string | null, reviewId: string | null, definition: { stopsOnPurchase: boolean, title: { en: string, ru: string | null, be: string | null }, trigger: { on: JourneyTriggerKind, days: number | null, segment: string | null, tier: string | null, daysBefore: number | null }, steps: Array<{ kind: JourneyStepKind, hours: number | null, expression: string | null, otherwise: number | null, template: string | null, pool: string | null, points: number | null, tag: string | null, label: { en: string, ru: string | null, be: string | null } | null, fill: Array<{ name: string, value: string | null }> }> }, counts: { running: number, finished: number, stopped: number, failed: number, steps: Array<{ step: number, waiting: number, done: number, notMet: number }> }, steps: Array<{ id: string, from: string | null, to: string, takenAt: string, reason: string | null }> }> } | null };

export type LeaveCampaignMutationVariables = Exact<{
  input: LeaveCampaignInput;
}>;


export type LeaveCampaignMutation = { leaveCampaign:
    | { code: ErrorCode, message: string }
    | { version: { id: string, joinings: Array<{ joinedAt: string, leftAt: string | null }> } }
    | { code: ErrorCode, message: string }
   };

export type LeaveClubMutationVariables = Exact<{
  input: LeaveClubInput;
}>;


export type LeaveClubMutation = { leaveClub:
    | { code: ErrorCode, message: string }
    | { membership: { id: string, state: ClubMembershipState } }
    | { code: ErrorCode, message: string }
   };

export type LeavePoolMutationVariables = Exact<{
  input: LeavePoolInput;
}>;


export type LeavePoolMutation = { leavePool:
    | { pool: { id: string } | null }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type LedgerEntryQueryVariables = Exact<{
  id: string;
}>;


export type LedgerEntryQuery = { entry: { id: string, kind: EntryKind, occurredAt: string, postedAt: string, points: number, reason: string | null, redemptionId: string | null, cycle: { id: string, seq: number }, originCycle: { id: string, seq: number }, partner: { id: string, name: string } | null, location: { name: string } | null, terminal: { code: string } | null, member: { id: string, name: string | null } | null, lines: { edges: Array<{ node: { seq: number, account: LedgerAccount, section: StatementSection | null, lotId: string | null, points: number | null, money: { amount: string, currencyCode: string } | null, partner: { id: string, name: string } | null, member: { id: string, name: string | null } | null } }> }, purchase: { id: string, receiptNumber: string, pointsEarned: number, pointsSpent: number, total: { amount: string, currencyCode: string }, paid: { amount: string, currencyCode: string }, lines: Array<{ seq: number, name: string, category: string, quantity: string, amount: { amount: string, currencyCode: string } }>, fullExplanation: { steps: Array<{ rule: string, applied: boolean, because: string | null, points: number, unrounded: string, campaignId: string | null, facts: Array<{ name: string, value: string }>, campaignName: { en: string, ru: string | null, be: string | null } | null, ruleName: { en: string, ru: string | null, be: string | null } | null, conditionName: { en: string, ru: string | null, be: string | null } | null, preferredName: { en: string, ru: string | null, be: string | null } | null, limit: { unit: CampaignLimitUnit, most: string, scope: CampaignLimitScope, period: CampaignLimitPeriod } | null, gave: Array<{ kind: string, what: string | null, amount: string }> }> } | null } | null } | null };

export type ExplainedStepFragment = { rule: string, applied: boolean, because: string | null, points: number, unrounded: string, campaignId: string | null, facts: Array<{ name: string, value: string }>, campaignName: { en: string, ru: string | null, be: string | null } | null, ruleName: { en: string, ru: string | null, be: string | null } | null, conditionName: { en: string, ru: string | null, be: string | null } | null, preferredName: { en: string, ru: string | null, be: string | null } | null, limit: { unit: CampaignLimitUnit, most: string, scope: CampaignLimitScope, period: CampaignLimitPeriod } | null, gave: Array<{ kind: string, what: string | null, amount: string }> };

export type LedgerProofQueryVariables = Exact<{
  ledgerProofId?: string | null | undefined;
}>;


export type LedgerProofQuery = { ledgerProof: { id: string, provedAt: string, milliseconds: number, errorCount: number, warningCount: number, lastEntry: string, auditLength: number, auditHash: string, root: string, rootBefore: string, isSound: boolean, broken: Array<{ rule: string, promise: string, isError: boolean, key: string, detail: string }>, totals: Array<{ account: LedgerAccount, points: number | null, entryCount: number, money: { amount: string, currencyCode: string } | null }> } | null };

export type LedgerProofListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  lastOfDay?: boolean | null | undefined;
}>;


export type LedgerProofListQuery = { ledgerProofs: { edges: Array<{ node: { id: string, provedAt: string, milliseconds: number, errorCount: number, warningCount: number, lastEntry: string, auditLength: number, root: string, isSound: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LiftPayOutMutationVariables = Exact<{
  input: LiftPayOutInput;
}>;


export type LiftPayOutMutation = { liftPayOut:
    | { obligation: { id: string, state: ObligationState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type LinkPushMutationVariables = Exact<{
  input: LinkPushInput;
}>;


export type LinkPushMutation = { linkPush:
    | { __typename: 'ChannelOffError', code: ErrorCode, message: string }
    | { __typename: 'ChannelTakenError', code: ErrorCode, message: string }
    | { __typename: 'LinkPushSuccess', link: { id: string } }
    | { __typename: 'PushEndpointRefusedError', code: ErrorCode, message: string }
   };

export type LockSpendingMutationVariables = Exact<{
  input: LockSpendingInput;
}>;


export type LockSpendingMutation = { lockSpending:
    | { code: ErrorCode, message: string }
    | { member: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type LookUpMemberMutationVariables = Exact<{
  input: LookUpMemberInput;
}>;


export type LookUpMemberMutation = { lookUpMember:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { isKnown: boolean, member: { id: string, name: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type MarkForReturnMutationVariables = Exact<{
  input: MarkForReturnInput;
}>;


export type MarkForReturnMutation = { markForReturn:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { item: { id: string, state: ReconState }, payment: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type MarkMessagesReadMutationVariables = Exact<{
  input: MarkMessagesReadInput;
}>;


export type MarkMessagesReadMutation = { markMessagesRead:
    | { __typename: 'MarkMessagesReadSuccess', unreadCount: number }
    | { __typename: 'MessageNotFoundError', code: ErrorCode, message: string }
   };

export type MarkNoticesReadMutationVariables = Exact<{
  input: MarkNoticesReadInput;
}>;


export type MarkNoticesReadMutation = { markNoticesRead:
    | { unreadCount: number }
    | { code: ErrorCode, message: string }
   };

export type MatchReceiptsMutationVariables = Exact<{
  input: MatchReceiptsInput;
}>;


export type MatchReceiptsMutation = { matchReceipts:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type MemberAskedQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberAskedQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, spendRequests: Array<{ id: string, points: number, expiresAt: string, partner: { id: string, name: string } | null }> | null } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null };

export type MemberBalanceProofQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberBalanceProofQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, balanceProof: { memberId: string, points: number, nonce: string, tree: { id: string, takenAt: string, memberCount: number, points: number, root: string, signature: string }, way: Array<{ hash: string, points: number, side: BalanceProofSide }> } | null } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null };

export type MemberByIdentifierQueryVariables = Exact<{
  kind: IdentifierKind;
  value: string;
}>;


export type MemberByIdentifierQuery = { memberByIdentifier:
    | { __typename: 'CardBlockedError', code: ErrorCode, message: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MemberBlockedError', code: ErrorCode, message: string }
    | { __typename: 'MemberNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'UnknownMemberError', code: ErrorCode, message: string }
   };

export type MemberCardsQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberCardsQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, name: string | null, cards: Array<{ id: string, number: string | null, lastDigits: string, form: CardForm, status: CardStatus, issuedAt: string, blockedAt: string | null }> | null, spendGuard: { locked: boolean, dayMost: number | null, confirmAbove: number | null, confirmNewPlaces: boolean, needsCode: boolean, allowedPartners: Array<{ id: string, name: string }> } | null } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null, spendPolicy: { needsCode: boolean, confirmAbove: number | null, confirmNewPlaces: boolean } | null, telephoneWallets: { apple: boolean, google: boolean } };

export type MemberChallengesQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberChallengesQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null, challenges: { edges: Array<{ node: { id: string, goalKind: ChallengeGoalKind, goal: string, period: ChallengePeriod, endsAt: string | null, points: number, tickets: number, couponName: { en: string, ru: string | null, be: string | null } | null, partner: { id: string, name: string } | null, name: { en: string, ru: string | null, be: string | null }, description: { en: string, ru: string | null, be: string | null }, badge: { icon: BadgeIcon, name: { en: string, ru: string | null, be: string | null } } | null, myProgress: { period: string, startsOn: string, endsOn: string, isMet: boolean, share: number, reached: string, streak: number, isAwarded: boolean } | null } }> }, reachedChallenges: { edges: Array<{ node: { id: string, period: string, points: number, reachedAt: string, challenge: { id: string, name: { en: string, ru: string | null, be: string | null }, badge: { icon: BadgeIcon, name: { en: string, ru: string | null, be: string | null } } | null } | null } }> } };

export type MemberClaimsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MemberClaimsQuery = { claims: { edges: Array<{ node: { id: string, kind: ClaimKind, state: ClaimState, receiptNumber: string, boughtOn: string, note: string | null, fileName: string | null, points: number | null, reason: string | null, openedAt: string, deadlineAt: string, decidedAt: string | null, amount: { amount: string, currencyCode: string }, partner: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MemberDonationsQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberDonationsQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, balance: { available: number } | null, donations: Array<{ id: string, points: number, donatedAt: string, paid: { amount: string, currencyCode: string }, charity: { id: string, name: string } | null }> | null } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null, charities: Array<{ partner: { id: string, name: string } | null, purpose: { en: string, ru: string | null, be: string | null } }> };

export type MemberDrawsQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberDrawsQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, balance: { available: number } | null } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null, draws: { edges: Array<{ node: { id: string, state: DrawState, closesAt: string, ticketPrice: number | null, ticketsPerMember: number | null, seedHash: string | null, listHash: string | null, publishedAt: string | null, name: { en: string, ru: string | null, be: string | null }, prizes: Array<{ quantity: number, worth: string | null, name: { en: string, ru: string | null, be: string | null } }>, myTickets: { count: number, total: number, holder: number | null } | null, winners: Array<{ place: number, prize: number, initial: string, holder: number, isMine: boolean }> } }> } };

export type MemberEntryQueryVariables = Exact<{
  id: string;
}>;


export type MemberEntryQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, historyEntry: { postedAt: string, debt: number, id: string, kind: MemberEntryKind, occurredAt: string, points: number, available: number, pending: number, reserved: number, availableAfter: number, reason: string | null, location: { name: string } | null, reverses: { id: string, kind: MemberEntryKind, occurredAt: string } | null, lots: Array<{ points: number, earnedAt: string, expiresAt: string | null, issuer: { name: string } | null }> | null, purchase: { id: string, businessDate: string, receiptNumber: string, pointsEarned: number, pointsSpent: number, total: { amount: string, currencyCode: string }, paid: { amount: string, currencyCode: string }, lines: Array<{ seq: number, name: string, category: string, quantity: string, pointsEarned: number, amount: { amount: string, currencyCode: string } }>, explanation: { steps: Array<{ rule: string, applied: boolean, because: string | null, points: number, unrounded: string, campaignId: string | null, facts: Array<{ name: string, value: string }>, campaignName: { en: string, ru: string | null, be: string | null } | null, ruleName: { en: string, ru: string | null, be: string | null } | null, conditionName: { en: string, ru: string | null, be: string | null } | null, preferredName: { en: string, ru: string | null, be: string | null } | null, limit: { unit: CampaignLimitUnit, most: string, scope: CampaignLimitScope, period: CampaignLimitPeriod } | null, gave: Array<{ kind: string, what: string | null, amount: string }> }> } } | null, partner: { id: string, name: string, category: string } | null, activity: { id: string, kind: { id: string, name: { en: string, ru: string | null, be: string | null } } } | null } | null } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null };

export type HistoryRowFragment = { id: string, kind: MemberEntryKind, occurredAt: string, postedAt: string, points: number, available: number, pending: number, reserved: number, availableAfter: number, reason: string | null, partner: { id: string, name: string, category: string } | null, activity: { id: string, kind: { id: string, name: { en: string, ru: string | null, be: string | null } } } | null };

export type MemberEventListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MemberEventListQuery = { memberEvents: { edges: Array<{ node: { id: string, state: MemberEventState, venue: string, startsAt: string, endsAt: string, places: number, placesLeft: number, name: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } };

export type MemberEventPageQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type MemberEventPageQuery = { memberEvent: { id: string, state: MemberEventState, venue: string, startsAt: string, endsAt: string, places: number, placesLeft: number, cameCount: number | null, name: { en: string, ru: string | null, be: string | null }, about: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, invites: { tiers: Array<string>, clubs: Array<string>, plans: Array<string>, segments: Array<string>, benefits: Array<string> } | null, bookings: { edges: Array<{ node: { id: string, state: EventBookingState, askedAt: string, checkedInAt: string | null, member: { id: string, name: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } } | null };

export type MemberHistoryQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  kinds?: Array<MemberEntryKind> | null | undefined;
  from?: string | null | undefined;
  until?: string | null | undefined;
}>;


export type MemberHistoryQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, history: { edges: Array<{ node: { id: string, kind: MemberEntryKind, occurredAt: string, postedAt: string, points: number, available: number, pending: number, reserved: number, availableAfter: number, reason: string | null, partner: { id: string, name: string, category: string } | null, activity: { id: string, kind: { id: string, name: { en: string, ru: string | null, be: string | null } } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null };

export type MemberHomeQueryVariables = Exact<{
  kinds?: Array<MemberEntryKind> | null | undefined;
}>;


export type MemberHomeQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, balance: { available: number, pending: number, reserved: number, debt: number, version: number, value: { amount: string, currencyCode: string } } | null, spendGuard: { locked: boolean } | null, tier: { counted: number, missing: number, tier: { code: string, name: { en: string, ru: string | null, be: string | null } }, next: { code: string, from: number, name: { en: string, ru: string | null, be: string | null } } | null } | null, pointsByExpiry: Array<{ points: number, expiresAt: string | null }> | null, pointsByMonth: Array<{ month: string, earned: number, spent: number }> | null, history: { edges: Array<{ node: { id: string, kind: MemberEntryKind, occurredAt: string, postedAt: string, points: number, available: number, pending: number, reserved: number, availableAfter: number, reason: string | null, partner: { id: string, name: string, category: string } | null, activity: { id: string, kind: { id: string, name: { en: string, ru: string | null, be: string | null } } } | null } }> } } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null };

export type MemberListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type MemberListQuery = { members: { edges: Array<{ node: { id: string, name: string | null, status: MemberStatus, enrolledAt: string, enrolledBy: { name: string } | null, balance: { available: number, pending: number, reserved: number, debt: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MemberPageQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type MemberPageQuery = { member: { id: string, name: string | null, status: MemberStatus, language: string | null, enrolledAt: string, enrolledBy: { id: string, name: string } | null, balance: { available: number, pending: number, reserved: number, debt: number, value: { amount: string, currencyCode: string } } | null, spendGuard: { locked: boolean } | null, identifiers: Array<{ id: string, kind: IdentifierKind, value: string }> | null, cards: Array<{ id: string, lastDigits: string, form: CardForm, status: CardStatus, issuedAt: string }> | null, history: { edges: Array<{ node: { id: string, kind: MemberEntryKind, occurredAt: string, postedAt: string, points: number, available: number, pending: number, reserved: number, availableAfter: number, reason: string | null, partner: { id: string, name: string, category: string } | null, activity: { id: string, kind: { id: string, name: { en: string, ru: string | null, be: string | null } } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null, deletionRequest: { id: string, state: DeletionRequestState, createdAt: string } | null };

export type MemberPartnersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
  category?: string | null | undefined;
}>;


export type MemberPartnersQuery = { partners: { edges: Array<{ node: { id: string, name: string, category: string, rates: { earnBps: number, issues: boolean, accepts: boolean, redeemShareMaxBps: number, isCharity: boolean } | null, locations: { edges: Array<{ node: { id: string, name: string } }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, myOfferCounts: Array<{ offers: number, partner: { id: string } | null }> };

export type MemberPointsQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberPointsQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, pointsByExpiry: Array<{ points: number, expiresAt: string | null }> | null, pendingPoints: Array<{ points: number, maturesAt: string | null }> | null } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null };

export type MemberPoolsQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberPoolsQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, balance: { available: number } | null, spendGuard: { locked: boolean } | null, pools: Array<{ id: string, kind: PoolKind, name: string, onLeaving: PoolLeaving, points: number, shareLeft: number | null, club: { id: string, name: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } | null, places: Array<{ id: string, name: string | null, isViewer: boolean, role: PoolRole, state: PoolPlaceState, monthMost: number | null }> }> | null, history: { edges: Array<{ node: { id: string, kind: MemberEntryKind, occurredAt: string, postedAt: string, points: number, available: number, pending: number, reserved: number, availableAfter: number, reason: string | null, partner: { id: string, name: string, category: string } | null, activity: { id: string, kind: { id: string, name: { en: string, ru: string | null, be: string | null } } } | null } }> } } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null, spendPolicy: { giftDayMost: number | null } | null };

export type MemberPrivilegesQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberPrivilegesQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, tier: { counted: number, missing: number, reachedAt: string | null, keptThroughOn: string | null, tier: { code: string, name: { en: string, ru: string | null, be: string | null } }, next: { code: string, from: number, name: { en: string, ru: string | null, be: string | null } } | null } | null, plan: { id: string, state: PlanSubscriptionState, paidUntil: string | null, frozenUntil: string | null, plan: { id: string, code: string, frozenDays: number, afterwards: PlanAftermath, name: { en: string, ru: string | null, be: string | null }, about: { en: string, ru: string | null, be: string | null }, benefits: Array<{ en: string, ru: string | null, be: string | null }>, price: { amount: string, currencyCode: string } } } | null } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null, tierLadder: { id: string, period: TierPeriod, tiers: Array<{ code: string, from: number, name: { en: string, ru: string | null, be: string | null }, benefits: Array<{ code: string, name: { en: string, ru: string | null, be: string | null } }> }> } | null, memberEvents: { edges: Array<{ node: { id: string, venue: string, startsAt: string, endsAt: string, places: number, placesLeft: number, name: { en: string, ru: string | null, be: string | null }, about: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, own: { id: string, state: EventBookingState, code: string | null } | null } }> }, clubs: { edges: Array<{ node: { id: string, code: string, entry: ClubEntry, name: { en: string, ru: string | null, be: string | null }, about: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, own: { id: string, state: ClubMembershipState } | null } }> }, plans: { edges: Array<{ node: { id: string, code: string, frozenDays: number, afterwards: PlanAftermath, name: { en: string, ru: string | null, be: string | null }, about: { en: string, ru: string | null, be: string | null }, benefits: Array<{ en: string, ru: string | null, be: string | null }>, price: { amount: string, currencyCode: string } } }> } };

export type OwnTierFragment = { counted: number, missing: number, reachedAt: string | null, keptThroughOn: string | null, tier: { code: string, name: { en: string, ru: string | null, be: string | null } }, next: { code: string, from: number, name: { en: string, ru: string | null, be: string | null } } | null };

export type PlanWordsFragment = { id: string, code: string, frozenDays: number, afterwards: PlanAftermath, name: { en: string, ru: string | null, be: string | null }, about: { en: string, ru: string | null, be: string | null }, benefits: Array<{ en: string, ru: string | null, be: string | null }>, price: { amount: string, currencyCode: string } };

export type EventToBookFragment = { id: string, venue: string, startsAt: string, endsAt: string, places: number, placesLeft: number, name: { en: string, ru: string | null, be: string | null }, about: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, own: { id: string, state: EventBookingState, code: string | null } | null };

export type MemberReferralsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MemberReferralsQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, referralCode: string | null, referralFunnel: { invited: number, joined: number, bought: number } | null, referrals: { edges: Array<{ node: { id: string, label: string | null, code: string | null, state: ReferralState, openedAt: string, joinedAt: string | null, rewardedAt: string | null, terms: { advocatePoints: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null, referralTerms: { advocatePoints: number, friendPoints: number, monthMost: number, joinDays: number, minimum: { amount: string, currencyCode: string } } | null };

export type MemberRewardsQueryVariables = Exact<{
  after?: string | null | undefined;
  ordersAfter?: string | null | undefined;
}>;


export type MemberRewardsQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, balance: { available: number } | null } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null, rewards: { edges: Array<{ node: { id: string, points: number, stockLeft: number | null, collectDays: number, name: { en: string, ru: string | null, be: string | null }, description: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, waiting: { edges: Array<{ node: { id: string, state: RewardOrderState, points: number, code: string | null, orderedAt: string, lapsesAt: string, collectedAt: string | null, cancelledAt: string | null, reward: { id: string, name: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } | null } }> }, before: { edges: Array<{ node: { id: string, state: RewardOrderState, points: number, code: string | null, orderedAt: string, lapsesAt: string, collectedAt: string | null, cancelledAt: string | null, reward: { id: string, name: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OwnRewardOrderFragment = { id: string, state: RewardOrderState, points: number, code: string | null, orderedAt: string, lapsesAt: string, collectedAt: string | null, cancelledAt: string | null, reward: { id: string, name: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } | null };

export type MemberSpendCodeQueryVariables = Exact<{ [key: string]: never; }>;


export type MemberSpendCodeQuery = { spendCode: { payload: string, code: string, until: string } | null };

export type MemberSpendRequestQueryVariables = Exact<{
  id: string;
}>;


export type MemberSpendRequestQuery = { spendRequest: { id: string, state: SpendRequestState, cause: SpendCause, points: number, code: string, requestedAt: string, expiresAt: string, partner: { id: string, name: string, category: string } | null } | null };

export type MergeMembersMutationVariables = Exact<{
  input: MergeMembersInput;
}>;


export type MergeMembersMutation = { mergeMembers:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { member: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type MessageLogQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<MessageState> | null | undefined;
  channel?: MessageChannel | null | undefined;
  memberId?: string | null | undefined;
}>;


export type MessageLogQuery = { messages: { edges: Array<{ node: { id: string, createdAt: string, sentAt: string | null, dueAt: string | null, channel: MessageChannel, purpose: MessagePurpose, template: string, title: string, state: MessageState, reason: string | null, attempts: number, partner: { id: string, name: string } | null, member: { id: string, name: string | null } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MessagingSettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type MessagingSettingsQuery = { channels: Array<{ channel: MessageChannel, isOn: boolean }>, messagingRules: { quietFrom: string, quietUntil: string, weeklyMost: number } };

export type MyConsentHistoryQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyConsentHistoryQuery = { consentChanges: { edges: Array<{ node: { purpose: MessagePurpose, channel: MessageChannel, granted: boolean, saidAt: string, source: ConsentSource, partner: { id: string, name: string } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MyCouponTransfersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyCouponTransfersQuery = { myCouponTransfers: { edges: Array<{ node: { id: string, received: boolean, transferredAt: string, pool: { id: string, symbol: OfferingSymbol, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MyCouponsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state: HeldCouponState;
}>;


export type MyCouponsQuery = { myCoupons: { edges: Array<{ node: { id: string, code: string, state: CouponState, givenAt: string | null, expiresAt: string | null, usedAt: string | null, receivedAt: string | null, pool: { id: string, symbol: OfferingSymbol, validUntil: string | null, transferable: boolean, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, goodAt: Array<{ id: string, name: string }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MyInboxQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  unread?: boolean | null | undefined;
}>;


export type MyInboxQuery = { unreadMessageCount: number, inbox: { edges: Array<{ node: { id: string, purpose: MessagePurpose, title: string, body: string, href: string | null, createdAt: string, readAt: string | null, partner: { id: string, name: string } | null } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MyOffersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  activated?: boolean | null | undefined;
  category?: string | null | undefined;
  partnerId?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type MyOffersQuery = { myOffers: { edges: Array<{ node: { id: string, madeAt: string, expiresAt: string | null, seenAt: string | null, activatedAt: string | null, usedAt: string | null, offer: { id: string, category: string | null, symbol: OfferingSymbol, validUntil: string | null, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, goodAt: Array<{ id: string, name: string }>, gives: Array<{ kind: CampaignEffectKind, on: CampaignEffectOn | null, where: string | null, times: string | null, size: number | null, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null, take: { by: CampaignTakingBy, bps: number | null, amount: string | null, price: string | null } | null }>, couponPool: { id: string, name: { en: string, ru: string | null, be: string | null } } | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, myStampCards: Array<{ stamps: number, card: { id: string, symbol: OfferingSymbol, size: number, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } }>, myOfferCounts: Array<{ category: string | null, offers: number, once: number, partner: { id: string, name: string } | null }> };

export type MyProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProfileQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, name: string | null, language: string | null } }
    | { __typename: 'OperatorStaff' }
    | { __typename: 'PartnerStaff' }
   | null, messagingPreferences: Array<{ partner: { id: string, name: string } | null, choices: Array<{ purpose: MessagePurpose, channel: MessageChannel, granted: boolean, fixed: boolean }> }>, channels: Array<{ channel: MessageChannel, isOn: boolean }>, channelDoors: { pushPublicKey: string | null, telegramUrl: string | null }, channelLinks: Array<{ id: string, channel: MessageChannel, createdAt: string }>, deletionRequest: { id: string, state: DeletionRequestState, createdAt: string } | null, sessions: Array<{ id: string, seenAt: string, ip: string | null, userAgent: string | null, isThis: boolean }>, exports: { edges: Array<{ node: { id: string, report: ReportName, state: ExportState, byteCount: string | null, downloadPath: string | null, requestedAt: string, expiresAt: string | null } }> } };

export type NoticesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type NoticesQuery = { unreadNoticeCount: number, notices: { edges: Array<{ node: { id: string, kind: NoticeKind, href: string | null, createdAt: string, readAt: string | null, facts: Array<{ name: string, value: string, words: { en: string, ru: string | null, be: string | null } | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type NoticesChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NoticesChangedSubscription = { noticesChanged: { id: string, rungAt: string } };

export type OfferDaysQueryVariables = Exact<{
  days: number;
}>;


export type OfferDaysQuery = { offerDays: Array<{ dayOn: string, coupons: number, offers: number }> };

export type OfferListQueryVariables = Exact<{
  first: number;
}>;


export type OfferListQuery = { offers: { edges: Array<{ node: { id: string, code: string, state: OfferingState, symbol: OfferingSymbol, category: string | null, validFrom: string, validUntil: string | null, lastsDays: number | null, audience: OfferAudience | null, audienceRef: string | null, memberCount: number | null, controlBps: number | null, madeAt: string | null, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, goodAt: Array<{ id: string, name: string }>, segment: { id: string, name: { en: string, ru: string | null, be: string | null } } | null, listed: Array<{ id: string, name: string | null }> | null, gives: Array<{ kind: CampaignEffectKind, on: CampaignEffectOn | null, where: string | null, times: string | null, size: number | null, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null, take: { by: CampaignTakingBy, bps: number | null, amount: string | null, price: string | null } | null }>, couponPool: { id: string, name: { en: string, ru: string | null, be: string | null } } | null, campaign: { id: string, latest: { id: string, state: CampaignState, definition: { name: { en: string, ru: string | null, be: string | null } } } | null } | null, figures: { made: number, control: number, seen: number, activated: number, used: number } | null } }> } };

export type OfferRowFragment = { id: string, code: string, state: OfferingState, symbol: OfferingSymbol, category: string | null, validFrom: string, validUntil: string | null, lastsDays: number | null, audience: OfferAudience | null, audienceRef: string | null, memberCount: number | null, controlBps: number | null, madeAt: string | null, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null, goodAt: Array<{ id: string, name: string }>, segment: { id: string, name: { en: string, ru: string | null, be: string | null } } | null, listed: Array<{ id: string, name: string | null }> | null, gives: Array<{ kind: CampaignEffectKind, on: CampaignEffectOn | null, where: string | null, times: string | null, size: number | null, give: { by: CampaignGivingBy, number: number | null, per: string | null, bps: number | null } | null, take: { by: CampaignTakingBy, bps: number | null, amount: string | null, price: string | null } | null }>, couponPool: { id: string, name: { en: string, ru: string | null, be: string | null } } | null, campaign: { id: string, latest: { id: string, state: CampaignState, definition: { name: { en: string, ru: string | null, be: string | null } } } | null } | null, figures: { made: number, control: number, seen: number, activated: number, used: number } | null };

export type OpenClaimMutationVariables = Exact<{
  input: OpenClaimInput;
}>;


export type OpenClaimMutation = { openClaim:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { claim: { id: string, state: ClaimState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type OpenClubPoolMutationVariables = Exact<{
  input: OpenClubPoolInput;
}>;


export type OpenClubPoolMutation = { openClubPool:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { pool: { id: string } | null }
    | { code: ErrorCode, message: string }
   };

export type OpenDisputeMutationVariables = Exact<{
  input: OpenDisputeInput;
}>;


export type OpenDisputeMutation = { openDispute:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { dispute: { id: string, state: DisputeState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type OpenDrawMutationVariables = Exact<{
  input: OpenDrawInput;
}>;


export type OpenDrawMutation = { openDraw:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { draw: { id: string, state: DrawState } }
    | { code: ErrorCode, message: string }
   };

export type OpenHouseholdMutationVariables = Exact<{
  input: OpenHouseholdInput;
}>;


export type OpenHouseholdMutation = { openHousehold:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { pool: { id: string } | null }
   };

export type OpenMemberEventMutationVariables = Exact<{
  input: OpenMemberEventInput;
}>;


export type OpenMemberEventMutation = { openMemberEvent:
    | { code: ErrorCode, message: string }
    | { event: { id: string, state: MemberEventState } }
    | { code: ErrorCode, message: string }
   };

export type OpenReferralCodeMutationVariables = Exact<{
  input: OpenReferralCodeInput;
}>;


export type OpenReferralCodeMutation = { openReferralCode:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { referralCode: string }
   };

export type OperatorAnalyticsQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorAnalyticsQuery = { customerFigures: Array<{ customerCount: number, buyerCount: number, activeCount: number, inactiveDays: number, inactiveBps: number, neverRedeemedCount: number, neverRedeemedBps: number, leavingCount: number, visitsPerBuyer: string, partner: { id: string, name: string } | null, averageReceipt: { amount: string, currencyCode: string }, spendYear: { amount: string, currencyCode: string } }>, customerGroups: Array<{ group: CustomerGroup, customerCount: number, spendYear: { amount: string, currencyCode: string } }>, customerCohorts: Array<{ memberCount: number, retainedBps: number, cohort: string, month: string }>, customerHours: Array<{ weekday: number, hour: number, receiptCount: number, spend: { amount: string, currencyCode: string } }>, customerFlows: Array<{ memberCount: number | null, month: string, from: { id: string, name: string }, to: { id: string, name: string } }>, customerInactivity: Array<{ memberCount: number, inactiveCount: number, inactiveBps: number, cohort: string }>, leavingMembers: Array<{ id: string, name: string | null, enrolledAt: string }>, pointsUse: Array<{ given: number, unspent: number, unspentBps: number, expired: number, enrolledIn: string | null, issuer: { id: string, name: string } | null }>, offers: { edges: Array<{ node: { id: string, controlBps: number | null, name: { en: string, ru: string | null, be: string | null }, uplift: { treated: { memberCount: number, buyerCount: number, visits: string, mean: { amount: string, currencyCode: string } }, control: { memberCount: number, buyerCount: number, visits: string, mean: { amount: string, currencyCode: string } }, difference: { isCertain: boolean, mean: { amount: string, currencyCode: string }, low: { amount: string, currencyCode: string }, high: { amount: string, currencyCode: string } } | null, visitsDifference: { mean: string, low: string, high: string, isCertain: boolean } | null } | null } }> }, audiencePolicy: { minimumGroup: number, inactiveDays: number } };

export type CustomerFigureRowFragment = { customerCount: number, buyerCount: number, activeCount: number, inactiveDays: number, inactiveBps: number, neverRedeemedCount: number, neverRedeemedBps: number, leavingCount: number, visitsPerBuyer: string, partner: { id: string, name: string } | null, averageReceipt: { amount: string, currencyCode: string }, spendYear: { amount: string, currencyCode: string } };

export type OfferUpliftRowFragment = { id: string, controlBps: number | null, name: { en: string, ru: string | null, be: string | null }, uplift: { treated: { memberCount: number, buyerCount: number, visits: string, mean: { amount: string, currencyCode: string } }, control: { memberCount: number, buyerCount: number, visits: string, mean: { amount: string, currencyCode: string } }, difference: { isCertain: boolean, mean: { amount: string, currencyCode: string }, low: { amount: string, currencyCode: string }, high: { amount: string, currencyCode: string } } | null, visitsDifference: { mean: string, low: string, high: string, isCertain: boolean } | null } | null };

export type OperatorOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type OperatorOverviewQuery = { openCycle: { id: string, seq: number, opensAt: string, cutoffAt: string, totals: { gross: { amount: string, currencyCode: string } } | null } | null, pointsByCycle: Array<{ issued: number, redeemed: number, expired: number, cycle: { id: string, seq: number } }>, outstandingPoints: Array<{ points: number, issuer: { id: string, name: string }, value: { amount: string, currencyCode: string } }>, approvals: { edges: Array<{ node: { id: string } }> }, cycles: { edges: Array<{ node: { id: string, seq: number, state: CycleState, cutoffAt: string } }> }, partners: { edges: Array<{ node: { id: string, status: PartnerStatus | null, isOperator: boolean } }> } };

export type OrderRewardMutationVariables = Exact<{
  input: OrderRewardInput;
}>;


export type OrderRewardMutation = { orderReward:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { order: { id: string, state: RewardOrderState, code: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type OverrideLimitMutationVariables = Exact<{
  input: OverrideLimitInput;
}>;


export type OverrideLimitMutation = { overrideLimit:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
    | { code: ErrorCode, message: string }
   };

export type OwnMoneyQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnMoneyQuery = { bankReconciliation: Array<{ book: BankBook, openCount: number, account: { id: string, holder: string, iban: string, bic: string | null, usableFrom: string | null, createdAt: string } | null, firstStatement: { id: string, openedOn: string, opening: { amount: string, currencyCode: string } } | null, statement: { id: string, bankId: string, closedOn: string, importedAt: string, closing: { amount: string, currencyCode: string } } | null, ledger: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } | null, entries: { edges: Array<{ node: { id: string, kind: EntryKind, occurredAt: string, postedAt: string, settlement: { points: number | null, money: { amount: string, currencyCode: string } | null } | null, collateral: { points: number | null, money: { amount: string, currencyCode: string } | null } | null } }> } }>, settlementAccounts: { edges: Array<{ node: { id: string, purpose: BankAccountPurpose, state: BankAccountState, holder: string, iban: string, bic: string | null, createdAt: string, supersededAt: string | null, approvalId: string | null } }> }, collateralAccounts: { edges: Array<{ node: { id: string, purpose: BankAccountPurpose, state: BankAccountState, holder: string, iban: string, bic: string | null, createdAt: string, supersededAt: string | null, approvalId: string | null } }> } };

export type PartnerActivitySubscriptionVariables = Exact<{
  partnerId: string;
}>;


export type PartnerActivitySubscription = { partnerActivity: { id: string, rungAt: string } };

export type PartnerAlertsQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnerAlertsQuery = { claims: { edges: Array<{ node: { id: string, openedAt: string, deadlineAt: string } }>, pageInfo: { hasNextPage: boolean } } };

export type PartnerAnalyticsQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnerAnalyticsQuery = { customerFigures: Array<{ customerCount: number, buyerCount: number, activeCount: number, inactiveDays: number, inactiveBps: number, neverRedeemedCount: number, neverRedeemedBps: number, leavingCount: number, visitsPerBuyer: string, partner: { id: string, name: string } | null, averageReceipt: { amount: string, currencyCode: string }, spendYear: { amount: string, currencyCode: string } }>, customerGroups: Array<{ group: CustomerGroup, customerCount: number, spendYear: { amount: string, currencyCode: string } }>, customerCohorts: Array<{ memberCount: number, retainedBps: number, cohort: string, month: string }>, customerHours: Array<{ weekday: number, hour: number, receiptCount: number, spend: { amount: string, currencyCode: string } }>, customerFlows: Array<{ memberCount: number | null, month: string, from: { id: string, name: string }, to: { id: string, name: string } }>, customerInactivity: Array<{ memberCount: number, inactiveCount: number, inactiveBps: number, cohort: string }>, leavingCustomers: Array<{ lastOn: string | null, visitCount: number, member: { id: string, name: string | null } | null, spendYear: { amount: string, currencyCode: string } }>, offers: { edges: Array<{ node: { id: string, controlBps: number | null, name: { en: string, ru: string | null, be: string | null }, uplift: { treated: { memberCount: number, buyerCount: number, visits: string, mean: { amount: string, currencyCode: string } }, control: { memberCount: number, buyerCount: number, visits: string, mean: { amount: string, currencyCode: string } }, difference: { isCertain: boolean, mean: { amount: string, currencyCode: string }, low: { amount: string, currencyCode: string }, high: { amount: string, currencyCode: string } } | null, visitsDifference: { mean: string, low: string, high: string, isCertain: boolean } | null } | null } }> }, audiencePolicy: { minimumGroup: number, inactiveDays: number } };

export type PartnerBreaksQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  kinds?: Array<PartnerFileItemKind> | null | undefined;
  states?: Array<PartnerFileItemState> | null | undefined;
  openedBefore?: string | null | undefined;
}>;


export type PartnerBreaksQuery = { breakQueue: { untaken: number, investigating: number, waiting: number, oldestAt: string | null, ages: Array<{ fromDays: number, untilDays: number | null, items: number }> }, partnerFileItems: { edges: Array<{ node: { id: string, line: number | null, clientRef: string | null, event: string | null, kind: PartnerFileItemKind | null, state: PartnerFileItemState, resolution: string | null, rule: string | null, occurredAt: string | null, openedAt: string, partnerPoints: number | null, hubPoints: number | null, partnerStatus: string | null, hubRef: string | null, disputeReason: DisputeReason | null, fileId: string | null, partnerAmount: { amount: string, currencyCode: string } | null, hubAmount: { amount: string, currencyCode: string } | null, cycle: { seq: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PartnerFileItemRowFragment = { id: string, line: number | null, clientRef: string | null, event: string | null, kind: PartnerFileItemKind | null, state: PartnerFileItemState, resolution: string | null, rule: string | null, occurredAt: string | null, openedAt: string, partnerPoints: number | null, hubPoints: number | null, partnerStatus: string | null, hubRef: string | null, disputeReason: DisputeReason | null, fileId: string | null, partnerAmount: { amount: string, currencyCode: string } | null, hubAmount: { amount: string, currencyCode: string } | null, cycle: { seq: number } | null };

export type PartnerContractQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerContractQuery = { programme: { rules: { exitNoticeDays: number, exitRunOffDays: number, breakageOperatorBps: number } | null }, partner: { id: string, name: string, status: PartnerStatus | null, contract: { funding: FundingModel, fundedShareBps: number | null, prepaidAlertPoints: number | null, prepaidStopPoints: number | null, onUsPolicy: OnUsPolicy, earnBps: number, pendingDays: number, redeemShareMaxBps: number, breakageOperatorBps: number | null, feeBps: number, exposureAlarmBps: number, takesForeignReturns: boolean, namesCounterparties: boolean, issueRate: { amount: string, currencyCode: string }, redeemRate: { amount: string, currencyCode: string }, feePerCycle: { amount: string, currencyCode: string }, feePerReceipt: { amount: string, currencyCode: string }, collateralRequired: { amount: string, currencyCode: string } | null, exposureLimit: { amount: string, currencyCode: string } | null } | null, contracts: Array<{ id: string, version: number, validFrom: string, validUntil: string | null, signedAt: string, warnings: Array<ContractWarning>, funding: FundingModel, fundedShareBps: number | null, prepaidAlertPoints: number | null, prepaidStopPoints: number | null, onUsPolicy: OnUsPolicy, earnBps: number, pendingDays: number, redeemShareMaxBps: number, breakageOperatorBps: number | null, feeBps: number, exposureAlarmBps: number, takesForeignReturns: boolean, namesCounterparties: boolean, changes: Array<{ term: string, before: string | null, after: string | null }>, issueRate: { amount: string, currencyCode: string }, redeemRate: { amount: string, currencyCode: string }, feePerCycle: { amount: string, currencyCode: string }, feePerReceipt: { amount: string, currencyCode: string }, collateralRequired: { amount: string, currencyCode: string } | null, exposureLimit: { amount: string, currencyCode: string } | null }> | null, contractProposals: Array<{ validFrom: string | null, approval: { id: string, state: ApprovalState, requestedAt: string }, changes: Array<{ term: string, before: string | null, after: string | null }> }> | null, exposure: { usedBps: number | null, alarmBps: number | null, isAlarmed: boolean, exposure: { amount: string, currencyCode: string }, limit: { amount: string, currencyCode: string } | null, position: { amount: string, currencyCode: string }, due: { amount: string, currencyCode: string }, outstanding: { amount: string, currencyCode: string }, collateral: { amount: string, currencyCode: string }, collateralMissing: { amount: string, currencyCode: string }, lossPool: { amount: string, currencyCode: string } } | null, limitOverrides: Array<{ id: string, isInForce: boolean, reason: string, validFrom: string, expiresAt: string, revokedAt: string | null, limit: { amount: string, currencyCode: string } }> | null, exit: { id: string, state: PartnerExitState, reason: string, noticeAt: string, endsAt: string, runOffUntil: string, releasedAt: string | null, obstacles: Array<PartnerExitObstacle> | null } | null, exits: Array<{ id: string, state: PartnerExitState, reason: string, noticeAt: string, endsAt: string, runOffUntil: string }> | null } | null };

export type TermsInForceFragment = { funding: FundingModel, fundedShareBps: number | null, prepaidAlertPoints: number | null, prepaidStopPoints: number | null, onUsPolicy: OnUsPolicy, earnBps: number, pendingDays: number, redeemShareMaxBps: number, breakageOperatorBps: number | null, feeBps: number, exposureAlarmBps: number, takesForeignReturns: boolean, namesCounterparties: boolean, issueRate: { amount: string, currencyCode: string }, redeemRate: { amount: string, currencyCode: string }, feePerCycle: { amount: string, currencyCode: string }, feePerReceipt: { amount: string, currencyCode: string }, collateralRequired: { amount: string, currencyCode: string } | null, exposureLimit: { amount: string, currencyCode: string } | null };

export type ExposureUseFragment = { usedBps: number | null, alarmBps: number | null, isAlarmed: boolean, exposure: { amount: string, currencyCode: string }, limit: { amount: string, currencyCode: string } | null, position: { amount: string, currencyCode: string }, due: { amount: string, currencyCode: string }, outstanding: { amount: string, currencyCode: string }, collateral: { amount: string, currencyCode: string }, collateralMissing: { amount: string, currencyCode: string }, lossPool: { amount: string, currencyCode: string } };

export type PartnerDisputesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<DisputeState> | null | undefined;
  claimantId?: string | null | undefined;
  respondentId?: string | null | undefined;
  dueBefore?: string | null | undefined;
}>;


export type PartnerDisputesQuery = { disputeQueue: { waitsForRespondent: number, waitsForClaimant: number, waitsForOperator: number, waitsForViewer: number, overdue: number, dueSoon: number, nextDeadlineAt: string | null }, disputes: { edges: Array<{ node: { id: string, reason: DisputeReason, state: DisputeState, outcome: DisputeOutcome | null, deadlineAt: string | null, openedAt: string, points: number | null, claimant: { id: string, name: string }, respondent: { id: string, name: string }, held: { amount: string, currencyCode: string }, upheld: { amount: string, currencyCode: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PartnerEntriesQueryVariables = Exact<{
  partnerId: string;
  first: number;
  after?: string | null | undefined;
  kind?: EntryKind | null | undefined;
  locationId?: string | null | undefined;
  from?: string | null | undefined;
  until?: string | null | undefined;
}>;


export type PartnerEntriesQuery = { partner: { id: string, locations: { edges: Array<{ node: { id: string, name: string } }> }, entryTotals: { entryCount: number, issued: number, redeemed: number, position: { amount: string, currencyCode: string } } | null, entries: { edges: Array<{ node: { id: string, kind: EntryKind, occurredAt: string, points: number, location: { name: string } | null, terminal: { code: string } | null, member: { id: string, name: string | null } | null, purchase: { receiptNumber: string, total: { amount: string, currencyCode: string } } | null, cycle: { seq: number }, effectOn: { issued: number, redeemed: number, position: { amount: string, currencyCode: string } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PartnerEntryRowFragment = { id: string, kind: EntryKind, occurredAt: string, points: number, location: { name: string } | null, terminal: { code: string } | null, member: { id: string, name: string | null } | null, purchase: { receiptNumber: string, total: { amount: string, currencyCode: string } } | null, cycle: { seq: number }, effectOn: { issued: number, redeemed: number, position: { amount: string, currencyCode: string } } | null };

export type PartnerExposureHistoryQueryVariables = Exact<{
  partnerId: string;
  from: string;
  to: string;
}>;


export type PartnerExposureHistoryQuery = { exposureHistory:
    | { __typename: 'ExposureHistory', peak: { dayOn: string, exposure: { amount: string, currencyCode: string } } | null, days: Array<{ dayOn: string, exposure: { amount: string, currencyCode: string }, collateral: { amount: string, currencyCode: string }, lossPool: { amount: string, currencyCode: string }, limit: { amount: string, currencyCode: string } | null }> }
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotFoundError', code: ErrorCode, message: string }
   };

export type PartnerFileBreaksQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<PartnerFileItemState> | null | undefined;
  kinds?: Array<PartnerFileItemKind> | null | undefined;
}>;


export type PartnerFileBreaksQuery = { partnerFileItems: { edges: Array<{ node: { takenBy: string | null, id: string, line: number | null, clientRef: string | null, event: string | null, kind: PartnerFileItemKind | null, state: PartnerFileItemState, resolution: string | null, rule: string | null, occurredAt: string | null, openedAt: string, partnerPoints: number | null, hubPoints: number | null, partnerStatus: string | null, hubRef: string | null, disputeReason: DisputeReason | null, fileId: string | null, partner: { id: string, name: string } | null, partnerAmount: { amount: string, currencyCode: string } | null, hubAmount: { amount: string, currencyCode: string } | null, cycle: { seq: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PartnerFileListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PartnerFileListQuery = { breakQueue: { untaken: number, investigating: number, waiting: number, oldestAt: string | null, ages: Array<{ fromDays: number, untilDays: number | null, items: number }> }, partnerFiles: { edges: Array<{ node: { id: string, name: string, from: string, until: string, uploadedAt: string, comparedAt: string | null, rowCount: number, hash: string, result: { total: number, matched: number, matchRateBps: number, open: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PartnerFilePageQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  kinds?: Array<PartnerFileItemKind> | null | undefined;
  states?: Array<PartnerFileItemState> | null | undefined;
}>;


export type PartnerFilePageQuery = { partnerFile: { id: string, name: string, from: string, until: string, uploadedAt: string, comparedAt: string | null, state: PartnerFileState, progressBps: number | null, rowCount: number, hash: string, result: { total: number, matched: number, matchRateBps: number, open: number, kinds: Array<{ kind: PartnerFileItemKind, items: number, open: number }> } | null, items: { edges: Array<{ node: { id: string, line: number | null, clientRef: string | null, event: string | null, kind: PartnerFileItemKind | null, state: PartnerFileItemState, resolution: string | null, rule: string | null, occurredAt: string | null, openedAt: string, partnerPoints: number | null, hubPoints: number | null, partnerStatus: string | null, hubRef: string | null, disputeReason: DisputeReason | null, fileId: string | null, partnerAmount: { amount: string, currencyCode: string } | null, hubAmount: { amount: string, currencyCode: string } | null, cycle: { seq: number } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PartnerLiabilityQueryVariables = Exact<{
  partnerId: string;
  cycleId?: string | null | undefined;
}>;


export type PartnerLiabilityQuery = { cycles: { edges: Array<{ node: { id: string, seq: number, state: CycleState, opensAt: string, cutoffAt: string } }> }, partner: { id: string, pointsLiability: { readAt: string, expectedRedemptionBps: number, cycle: { id: string, seq: number, state: CycleState, opensAt: string, cutoffAt: string }, fund: { amount: string, currencyCode: string }, rollForward: Array<{ funding: FundingModel, opening: number, issued: number, redeemed: number, returned: number, expired: number, clawedBack: number, debtRecovered: number, transferred: number, other: number, closing: number, pending: number, available: number, reserved: number, value: { amount: string, currencyCode: string }, expectedValue: { amount: string, currencyCode: string } }>, ageing: Array<{ funding: FundingModel, month: string | null, lots: number, points: number, value: { amount: string, currencyCode: string } }>, breakage: Array<{ month: string, points: number, forecastPoints: number, value: { amount: string, currencyCode: string }, operatorShare: { amount: string, currencyCode: string }, issuerShare: { amount: string, currencyCode: string }, forecastValue: { amount: string, currencyCode: string }, expected: { amount: string, currencyCode: string } }> } | null } | null };

export type PartnerListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  search?: string | null | undefined;
  status?: PartnerStatus | null | undefined;
}>;


export type PartnerListQuery = { partners: { edges: Array<{ node: { id: string, code: string, name: string, category: string, status: PartnerStatus | null, mayIssue: boolean, mayRedeem: boolean, joinedAt: string | null, position: { net: { amount: string, currencyCode: string } } | null, exposure: { usedBps: number | null, isAlarmed: boolean, exposure: { amount: string, currencyCode: string }, limit: { amount: string, currencyCode: string } | null, collateral: { amount: string, currencyCode: string } } | null, statements: { edges: Array<{ node: { cycle: { seq: number }, obligation: { state: ObligationState } | null } }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PartnerNamesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PartnerNamesQuery = { partners: { edges: Array<{ node: { id: string, name: string, code: string, status: PartnerStatus | null, isOperator: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PartnerObligationsQueryVariables = Exact<{
  id: string;
}>;


export type PartnerObligationsQuery = { partner: { id: string, statements: { edges: Array<{ node: { id: string, supersededAt: string | null, cycle: { id: string, seq: number }, obligation: { id: string, state: ObligationState, dueOn: string | null, direction: ObligationDirection, amount: { amount: string, currencyCode: string }, paid: { amount: string, currencyCode: string } } | null } }> } } | null };

export type PartnerOverviewQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerOverviewQuery = { openCycle: { id: string, seq: number, opensAt: string, cutoffAt: string } | null, partner: { id: string, position: { net: { amount: string, currencyCode: string } } | null, exposure: { usedBps: number | null, exposure: { amount: string, currencyCode: string }, limit: { amount: string, currencyCode: string } | null } | null, outstandingPoints: { points: number, value: { amount: string, currencyCode: string } } | null, pointsByCycle: Array<{ issued: number, redeemedHere: number, redeemedElsewhere: number, cycle: { id: string, seq: number }, position: { amount: string, currencyCode: string } }> | null, statements: { edges: Array<{ node: { id: string, cycle: { seq: number }, obligation: { direction: ObligationDirection, state: ObligationState, dueOn: string | null, amount: { amount: string, currencyCode: string } } | null } }> }, entries: { edges: Array<{ node: { id: string, kind: EntryKind, occurredAt: string, points: number, location: { name: string } | null, terminal: { code: string } | null, member: { id: string, name: string | null } | null, purchase: { receiptNumber: string, total: { amount: string, currencyCode: string } } | null, cycle: { seq: number }, effectOn: { issued: number, redeemed: number, position: { amount: string, currencyCode: string } } | null } }> } } | null };

export type PartnerPageQueryVariables = Exact<{
  id: string;
}>;


export type PartnerPageQuery = { openCycle: { id: string, seq: number } | null, partner: { id: string, code: string, name: string, category: string, status: PartnerStatus | null, joinedAt: string | null, mayIssue: boolean, mayRedeem: boolean, legalEntities: Array<{ name: string, taxNumber: string, country: string, address: string }> | null, contract: { version: number, validFrom: string, funding: FundingModel, earnBps: number, issueRate: { amount: string, currencyCode: string }, redeemRate: { amount: string, currencyCode: string }, feePerCycle: { amount: string, currencyCode: string } } | null, position: { net: { amount: string, currencyCode: string } } | null, exposure: { usedBps: number | null, exposure: { amount: string, currencyCode: string }, limit: { amount: string, currencyCode: string } | null, collateral: { amount: string, currencyCode: string }, outstanding: { amount: string, currencyCode: string } } | null, outstandingPoints: { points: number, value: { amount: string, currencyCode: string } } | null, pointsByCycle: Array<{ issued: number, redeemedHere: number, redeemedElsewhere: number, cycle: { id: string, seq: number }, position: { amount: string, currencyCode: string } }> | null, locations: { edges: Array<{ node: { id: string, code: string, name: string, city: string | null } }> }, statements: { edges: Array<{ node: { id: string, supersededAt: string | null, cycle: { seq: number, opensAt: string, cutoffAt: string }, position: { amount: string, currencyCode: string }, obligation: { state: ObligationState, amount: { amount: string, currencyCode: string } } | null } }> } } | null };

export type PartnerPaymentsQueryVariables = Exact<{
  partnerId: string;
  first: number;
  after?: string | null | undefined;
  states?: Array<PaymentState> | null | undefined;
}>;


export type PartnerPaymentsQuery = { programme: { payInAccount: { holder: string, iban: string, bic: string | null } | null, rules: { bankDetailsCoolingDays: number, paymentGraceDays: number } | null }, partner: { id: string, name: string, contract: { funding: FundingModel, collateralRequired: { amount: string, currencyCode: string } | null } | null, exposure: { usedBps: number | null, alarmBps: number | null, isAlarmed: boolean, exposure: { amount: string, currencyCode: string }, limit: { amount: string, currencyCode: string } | null, position: { amount: string, currencyCode: string }, due: { amount: string, currencyCode: string }, outstanding: { amount: string, currencyCode: string }, collateral: { amount: string, currencyCode: string }, collateralMissing: { amount: string, currencyCode: string }, lossPool: { amount: string, currencyCode: string } } | null, bankAccounts: Array<{ id: string, iban: string, bic: string | null, holder: string, state: BankAccountState, createdAt: string, usableFrom: string | null, supersededAt: string | null }>, prepaid: { pointsLeft: number, alertPoints: number | null, stopPoints: number, isLow: boolean, isStopped: boolean, packs: { edges: Array<{ node: { id: string, boughtAt: string, points: number, issued: number, pointsLeft: number, price: { amount: string, currencyCode: string }, pricePerPoint: { amount: string, currencyCode: string } } }> } } | null } | null, payments: { edges: Array<{ node: { id: string, kind: PaymentKind, state: PaymentState, endToEndId: string, creditorReference: string | null, createdAt: string, provisionalUntil: string | null, bankAccount: { iban: string, holder: string } | null, amount: { amount: string, currencyCode: string }, received: { amount: string, currencyCode: string }, cycle: { id: string, seq: number } | null, obligation: { id: string, state: ObligationState, dueOn: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PaymentRowFragment = { id: string, kind: PaymentKind, state: PaymentState, endToEndId: string, creditorReference: string | null, createdAt: string, provisionalUntil: string | null, bankAccount: { iban: string, holder: string } | null, amount: { amount: string, currencyCode: string }, received: { amount: string, currencyCode: string }, cycle: { id: string, seq: number } | null, obligation: { id: string, state: ObligationState, dueOn: string | null } | null };

export type PartnerPositionQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerPositionQuery = { openCycle: { id: string, seq: number, opensAt: string, cutoffAt: string } | null, programme: { minorDigits: number, rules: { reviewDays: number, dueDays: number } | null }, partner: { id: string, position: { opening: { amount: string, currencyCode: string }, debit: { amount: string, currencyCode: string }, credit: { amount: string, currencyCode: string }, net: { amount: string, currencyCode: string }, sections: Array<{ section: StatementSection, entryCount: number, originCycle: { id: string, seq: number }, amount: { amount: string, currencyCode: string } }> } | null, exposure: { usedBps: number | null, alarmBps: number | null, isAlarmed: boolean, exposure: { amount: string, currencyCode: string }, limit: { amount: string, currencyCode: string } | null, position: { amount: string, currencyCode: string }, due: { amount: string, currencyCode: string }, outstanding: { amount: string, currencyCode: string }, collateral: { amount: string, currencyCode: string }, collateralMissing: { amount: string, currencyCode: string }, lossPool: { amount: string, currencyCode: string } } | null, counterparties: Array<{ pointsThere: number, pointsHere: number, partner: { id: string, name: string } | null, charge: { amount: string, currencyCode: string }, credit: { amount: string, currencyCode: string } }> | null } | null };

export type PartnerRiskQueryVariables = Exact<{
  id: string;
  from: string;
  to: string;
}>;


export type PartnerRiskQuery = { partner: { id: string, name: string, code: string, category: string, status: PartnerStatus | null, isOperator: boolean, contract: { exposureAlarmBps: number, collateralRequired: { amount: string, currencyCode: string } | null, exposureLimit: { amount: string, currencyCode: string } | null } | null, exposure: { usedBps: number | null, alarmBps: number | null, isAlarmed: boolean, exposure: { amount: string, currencyCode: string }, position: { amount: string, currencyCode: string }, due: { amount: string, currencyCode: string }, outstanding: { amount: string, currencyCode: string }, collateral: { amount: string, currencyCode: string }, collateralMissing: { amount: string, currencyCode: string }, lossPool: { amount: string, currencyCode: string }, limit: { amount: string, currencyCode: string } | null } | null, limitOverrides: Array<{ id: string, isInForce: boolean, reason: string, validFrom: string, expiresAt: string, revokedAt: string | null, limit: { amount: string, currencyCode: string } }> | null, lossIfFailed: { owed: { amount: string, currencyCode: string }, points: { amount: string, currencyCode: string }, loss: { amount: string, currencyCode: string }, ownCollateral: { amount: string, currencyCode: string }, ownLossPool: { amount: string, currencyCode: string }, operatorFirstLoss: { amount: string, currencyCode: string }, survivors: { amount: string, currencyCode: string }, rest: { amount: string, currencyCode: string }, survivorShares: Array<{ partner: { id: string, name: string }, amount: { amount: string, currencyCode: string } }> } | null, unfundedLots: { lotCount: number, memberCount: number, points: number, blockedPoints: number, value: { amount: string, currencyCode: string } } | null, lotRuns: Array<{ id: string, kind: LotRunKind, state: LotRunState, haircutBps: number | null, lotsFound: number, membersFound: number, pointsFound: number, lotsDone: number, membersDone: number, reason: string, startedAt: string, finishedAt: string | null }> | null, exit: { id: string, state: PartnerExitState, reason: string, noticeAt: string, endsAt: string, runOffUntil: string, releasedAt: string | null, obstacles: Array<PartnerExitObstacle> | null } | null } | null, exposureHistory:
    | { __typename: 'ExposureHistory', peak: { dayOn: string, exposure: { amount: string, currencyCode: string } } | null, days: Array<{ dayOn: string, exposure: { amount: string, currencyCode: string }, collateral: { amount: string, currencyCode: string }, lossPool: { amount: string, currencyCode: string }, limit: { amount: string, currencyCode: string } | null }> }
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotFoundError', code: ErrorCode, message: string }
   };

export type PartnerStatementsQueryVariables = Exact<{
  partnerId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type PartnerStatementsQuery = { partner: { id: string, statements: { edges: Array<{ node: { id: string, version: number, publishedAt: string, supersededAt: string | null, confirmedAt: string | null, hash: string, position: { amount: string, currencyCode: string }, cycle: { id: string, seq: number, opensAt: string, cutoffAt: string, state: CycleState }, obligation: { state: ObligationState, direction: ObligationDirection, dueOn: string | null, amount: { amount: string, currencyCode: string }, carried: { amount: string, currencyCode: string } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PartnerTermsQueryVariables = Exact<{
  id: string;
}>;


export type PartnerTermsQuery = { partner: { id: string, name: string, code: string, category: string, status: PartnerStatus | null, isOperator: boolean, contracts: Array<{ id: string, version: number, validFrom: string, validUntil: string | null, signedAt: string, warnings: Array<ContractWarning>, funding: FundingModel, fundedShareBps: number | null, prepaidAlertPoints: number | null, prepaidStopPoints: number | null, onUsPolicy: OnUsPolicy, earnBps: number, pendingDays: number, redeemShareMaxBps: number, breakageOperatorBps: number | null, feeBps: number, exposureAlarmBps: number, takesForeignReturns: boolean, namesCounterparties: boolean, changes: Array<{ term: string, before: string | null, after: string | null }>, issueRate: { amount: string, currencyCode: string }, redeemRate: { amount: string, currencyCode: string }, feePerCycle: { amount: string, currencyCode: string }, feePerReceipt: { amount: string, currencyCode: string }, collateralRequired: { amount: string, currencyCode: string } | null, exposureLimit: { amount: string, currencyCode: string } | null }> | null, contractProposals: Array<{ validFrom: string | null, approval: { id: string, reason: string, state: ApprovalState, requestedBy: string, requestedAt: string }, changes: Array<{ term: string, before: string | null, after: string | null }> }> | null } | null, cycles: { edges: Array<{ node: { id: string, seq: number, state: CycleState, opensAt: string, cutoffAt: string } }> } };

export type PartnerTradesQueryVariables = Exact<{
  first: number;
}>;


export type PartnerTradesQuery = { partners: { edges: Array<{ node: { id: string, category: string, rates: { issues: boolean } | null } }> } };

export type PauseCampaignMutationVariables = Exact<{
  input: PauseCampaignInput;
}>;


export type PauseCampaignMutation = { pauseCampaign:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { version: { id: string, state: CampaignState } }
    | { code: ErrorCode, message: string }
   };

export type PauseJourneyMutationVariables = Exact<{
  input: PauseJourneyInput;
}>;


export type PauseJourneyMutation = { pauseJourney:
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'JourneyVersionNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'PauseJourneySuccess', version: { id: string, state: JourneyState, journey: { id: string } } }
    | { __typename: 'TransitionRefusedError', code: ErrorCode, message: string }
   };

export type PauseOfferingMutationVariables = Exact<{
  input: PauseOfferingInput;
}>;


export type PauseOfferingMutation = { pauseOffering:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { offering:
        | { __typename: 'CouponPool' }
        | { __typename: 'Gift' }
        | { __typename: 'Offer' }
        | { __typename: 'StampCard' }
       }
    | { code: ErrorCode, message: string }
   };

export type PauseSubscriptionMutationVariables = Exact<{
  input: PauseSubscriptionInput;
}>;


export type PauseSubscriptionMutation = { pauseSubscription:
    | { subscription: { id: string, state: PlanSubscriptionState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type PaymentFileContentQueryVariables = Exact<{
  id: string;
}>;


export type PaymentFileContentQuery = { paymentFile: { id: string, messageId: string, content: string, csv: string } | null };

export type PaymentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  cycleId?: string | null | undefined;
  kind?: PaymentKind | null | undefined;
  states?: Array<PaymentState> | null | undefined;
}>;


export type PaymentListQuery = { payments: { edges: Array<{ node: { id: string, kind: PaymentKind, state: PaymentState, endToEndId: string, creditorReference: string | null, bankAnswer: string | null, submittedBy: string | null, approvedBy: string | null, secondApprovedBy: string | null, createdAt: string, provisionalUntil: string | null, creditorName: string | null, creditorIban: string | null, partner: { id: string, name: string } | null, amount: { amount: string, currencyCode: string }, received: { amount: string, currencyCode: string }, bankAccount: { iban: string, holder: string, state: BankAccountState, usableFrom: string | null } | null, receipt: { id: string } | null, obligation: { id: string, state: ObligationState, dueOn: string | null } | null, replaces: { endToEndId: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PlanDeskQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PlanDeskQuery = { plans: { edges: Array<{ node: { id: string, code: string, version: number, state: PlanState, frozenDays: number, afterwards: PlanAftermath, createdAt: string, name: { en: string, ru: string | null, be: string | null }, about: { en: string, ru: string | null, be: string | null }, benefits: Array<{ en: string, ru: string | null, be: string | null }>, price: { amount: string, currencyCode: string }, counts: { paid: number, paused: number, lapsed: number } | null } }> }, planPayments: { edges: Array<{ node: { id: string, reference: string, months: number, paidAt: string, until: string, amount: { amount: string, currencyCode: string }, partner: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } };

export type PreviewBankFileMutationVariables = Exact<{
  input: PreviewBankFileInput;
}>;


export type PreviewBankFileMutation = { previewBankFile:
    | { code: ErrorCode, message: string }
    | { refusal:
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
        | { code: ErrorCode, message: string }
       | null, statements: Array<{ bankId: string, openedOn: string, closedOn: string, opening: { amount: string, currencyCode: string }, closing: { amount: string, currencyCode: string }, account: { iban: string, holder: string }, lines: Array<{ seq: number, bookedOn: string, endToEndId: string | null, remittance: string | null, counterpartyName: string | null, rule: string | null, problem: ReconKind | null, amount: { amount: string, currencyCode: string }, partner: { name: string } | null, suggestion: { score: number, reasons: Array<SuggestionReason> } | null }> }> }
   };

export type PreviewPartnerFileMutationVariables = Exact<{
  input: PreviewPartnerFileInput;
}>;


export type PreviewPartnerFileMutation = { previewPartnerFile:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { preview: { rowCount: number, problemCount: number, takenId: string | null, events: Array<{ event: string, points: number, rows: number }>, problems: Array<{ line: number, column: string | null, problem: string }> } }
   };

export type ProgrammeRulesPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ProgrammeRulesPageQuery = { programme: { id: string, name: string, currencyCode: string, rules: { pointsValidityMonths: number | null, graceDays: number, reservationSeconds: number, breakageOperatorBps: number, dueDays: number, reviewDays: number, paymentGraceDays: number, bankDetailsCoolingDays: number, matchWindowDays: number, reconWindowDays: number, disputeClaimDays: number, disputeAnswerDays: number, disputeEscalationDays: number, disputeDecisionDays: number, haircutBps: number, expectedRedemptionBps: number, exitNoticeDays: number, exitRunOffDays: number, cycleCalendar: CycleCalendar, defaultLotsRule: DefaultLotsRule, operatorFirstLoss: { amount: string, currencyCode: string }, payOutTwoAbove: { amount: string, currencyCode: string } | null, writeOffMax: { amount: string, currencyCode: string }, writeOffCycleMax: { amount: string, currencyCode: string } } | null }, partners: { edges: Array<{ node: { id: string, name: string, status: PartnerStatus | null, isOperator: boolean, contract: { version: number, validFrom: string, funding: FundingModel, feeBps: number, issueRate: { amount: string, currencyCode: string }, redeemRate: { amount: string, currencyCode: string }, feePerCycle: { amount: string, currencyCode: string }, feePerReceipt: { amount: string, currencyCode: string } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ProposeBankAccountMutationVariables = Exact<{
  input: ProposeBankAccountInput;
}>;


export type ProposeBankAccountMutation = { proposeBankAccount:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { bankAccount: { id: string, state: BankAccountState } }
   };

export type ProposeContractMutationVariables = Exact<{
  input: ProposeContractInput;
}>;


export type ProposeContractMutation = { proposeContract:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
   };

export type ProposeDisputeDecisionMutationVariables = Exact<{
  input: ProposeDisputeDecisionInput;
}>;


export type ProposeDisputeDecisionMutation = { proposeDisputeDecision:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
    | { code: ErrorCode, message: string }
   };

export type ProposePlanMutationVariables = Exact<{
  input: ProposePlanInput;
}>;


export type ProposePlanMutation = { proposePlan:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
   };

export type ProposeReferralTermsMutationVariables = Exact<{
  input: ProposeReferralTermsInput;
}>;


export type ProposeReferralTermsMutation = { proposeReferralTerms:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
   };

export type ProposeSpendPolicyMutationVariables = Exact<{
  input: ProposeSpendPolicyInput;
}>;


export type ProposeSpendPolicyMutation = { proposeSpendPolicy:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
   };

export type ProposeTierLadderMutationVariables = Exact<{
  input: ProposeTierLadderInput;
}>;


export type ProposeTierLadderMutation = { proposeTierLadder:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
   };

export type ProposeVelocityRuleMutationVariables = Exact<{
  input: ProposeVelocityRuleInput;
}>;


export type ProposeVelocityRuleMutation = { proposeVelocityRule:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ProveBooksMutationVariables = Exact<{
  input: ProveBooksInput;
}>;


export type ProveBooksMutation = { proveBooks:
    | { code: ErrorCode, message: string }
    | { proof: { provedAt: string, errorCount: number } }
   };

export type PublicDrawQueryVariables = Exact<{
  id: string;
}>;


export type PublicDrawQuery = { draw: { id: string, code: string, state: DrawState, timeZone: string, currencyCode: string, closesAt: string, openedAt: string | null, committedAt: string | null, drawnAt: string | null, publishedAt: string | null, organiserName: string, organiserAddress: string, registrationNumber: string, ticketPrice: number | null, ticketsPerMember: number | null, onePrizePerHolder: boolean, excludesStaff: boolean, seedHash: string | null, listHash: string | null, holderCount: number | null, ticketCount: number | null, publicValue: string | null, seed: string | null, name: { en: string, ru: string | null, be: string | null }, rules: { en: string, ru: string | null, be: string | null }, prizes: Array<{ quantity: number, worth: string | null, name: { en: string, ru: string | null, be: string | null } }>, publicSource: { en: string, ru: string | null, be: string | null } | null, winners: Array<{ place: number, prize: number, ticket: number, holder: number, initial: string, isMine: boolean }>, proof: { seedHolds: boolean | null, listHolds: boolean | null, winnersHold: boolean | null } | null } | null };

export type PublishDrawMutationVariables = Exact<{
  input: PublishDrawInput;
}>;


export type PublishDrawMutation = { publishDraw:
    | { code: ErrorCode, message: string }
    | { draw: { id: string, state: DrawState } }
    | { code: ErrorCode, message: string }
   };

export type PublishOfferingMutationVariables = Exact<{
  input: PublishOfferingInput;
}>;


export type PublishOfferingMutation = { publishOffering:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { offering:
        | { __typename: 'CouponPool' }
        | { __typename: 'Gift' }
        | { __typename: 'Offer' }
        | { __typename: 'StampCard' }
       }
    | { code: ErrorCode, message: string }
   };

export type PutIntoPoolMutationVariables = Exact<{
  input: PutIntoPoolInput;
}>;


export type PutIntoPoolMutation = { putIntoPool:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { wallet: { available: number } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type QuotePurchaseQueryVariables = Exact<{
  input: QuotePurchaseInput;
}>;


export type QuotePurchaseQuery = { quotePurchase:
    | { __typename: 'CardBlockedError', code: ErrorCode, message: string }
    | { __typename: 'ContractMissingError', code: ErrorCode, message: string }
    | { __typename: 'FutureDatedError', code: ErrorCode, message: string }
    | { __typename: 'InvalidReceiptError', code: ErrorCode, message: string }
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'LocationNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'MemberBlockedError', code: ErrorCode, message: string }
    | { __typename: 'MemberNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'PartnerMayNotIssueError', code: ErrorCode, message: string }
    | { __typename: 'PartnerMayNotRedeemError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotActiveError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'Quote', pointsEarned: number, available: number, engineVersion: string, expiresAt: string, member: { id: string, name: string | null } | null, discount: { amount: string, currencyCode: string }, paid: { amount: string, currencyCode: string }, campaignDiscounts: Array<{ seq: number, campaignId: string, amount: { amount: string, currencyCode: string } }>, effects: Array<{ kind: EffectKind, campaignId: string | null, what: string | null, count: number | null }>, explanation: { steps: Array<{ campaignId: string | null, applied: boolean, because: string | null, points: number }> }, redeemable: { points: number, because: RedeemablePointsBound, value: { amount: string, currencyCode: string } } }
    | { __typename: 'ReceiptDoesNotAddUpError', code: ErrorCode, message: string }
    | { __typename: 'TerminalBlockedError', code: ErrorCode, message: string }
    | { __typename: 'TerminalNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'TooManyCouponCodesError', code: ErrorCode, message: string }
    | { __typename: 'UnknownMemberError', code: ErrorCode, message: string }
    | { __typename: 'WrongCurrencyError', code: ErrorCode, message: string }
   };

export type ReconBoardQueryVariables = Exact<{
  first: number;
}>;


export type ReconBoardQuery = { reconItems: { edges: Array<{ node: { id: string, state: ReconState, takenBy: string | null, unapplied: { amount: string, currencyCode: string }, bankLine: { bookedOn: string, endToEndId: string | null, remittance: string | null, counterpartyName: string | null } | null } }>, pageInfo: { hasNextPage: boolean } }, payments: { edges: Array<{ node: { id: string, endToEndId: string, creditorReference: string | null, partner: { id: string, name: string } | null, obligation: { dueOn: string | null } | null, amount: { amount: string, currencyCode: string }, received: { amount: string, currencyCode: string } } }>, pageInfo: { hasNextPage: boolean } } };

export type ReconHintsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ReconHintsQuery = { reconItems: { edges: Array<{ node: { id: string, suggestions: Array<{ score: number, reasons: Array<SuggestionReason>, parts: Array<{ payment: { id: string } | null }> }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReconItemListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<ReconState> | null | undefined;
  kinds?: Array<ReconKind> | null | undefined;
  olderThanDays?: number | null | undefined;
}>;


export type ReconItemListQuery = { reconItems: { edges: Array<{ node: { id: string, state: ReconState, kind: ReconKind | null, score: number | null, rule: string | null, takenBy: string | null, openedAt: string, closedAt: string | null, otherRef: string | null, partner: { id: string, name: string } | null, unapplied: { amount: string, currencyCode: string }, otherValue: { amount: string, currencyCode: string } | null, hubValue: { amount: string, currencyCode: string } | null, bankLine: { id: string, bookedOn: string, endToEndId: string | null, remittance: string | null, counterpartyName: string | null, amount: { amount: string, currencyCode: string } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReconRowFragment = { id: string, state: ReconState, kind: ReconKind | null, score: number | null, rule: string | null, takenBy: string | null, openedAt: string, closedAt: string | null, otherRef: string | null, partner: { id: string, name: string } | null, unapplied: { amount: string, currencyCode: string }, otherValue: { amount: string, currencyCode: string } | null, hubValue: { amount: string, currencyCode: string } | null, bankLine: { id: string, bookedOn: string, endToEndId: string | null, remittance: string | null, counterpartyName: string | null, amount: { amount: string, currencyCode: string } } | null };

export type ReconItemPageQueryVariables = Exact<{
  id: string;
}>;


export type ReconItemPageQuery = { reconItem: { resolution: string | null, hubRef: string | null, id: string, state: ReconState, kind: ReconKind | null, score: number | null, rule: string | null, takenBy: string | null, openedAt: string, closedAt: string | null, otherRef: string | null, cycle: { id: string, seq: number, state: CycleState } | null, returns: Array<{ id: string, state: PaymentState, endToEndId: string, creditorName: string | null, creditorIban: string | null, bankAnswer: string | null, createdAt: string, amount: { amount: string, currencyCode: string } }>, suggestions: Array<{ score: number, reasons: Array<SuggestionReason>, withItems: Array<{ id: string }>, parts: Array<{ amount: { amount: string, currencyCode: string }, payment: { id: string, endToEndId: string, partner: { id: string, name: string } | null, amount: { amount: string, currencyCode: string } } | null }> }>, matches: Array<{ rule: string, score: number, reason: string | null, matchedBy: string, matchedAt: string, undoneBy: string | null, undoneAt: string | null, amount: { amount: string, currencyCode: string }, entry: { id: string } | null, payment: { id: string, endToEndId: string, partner: { name: string } | null } | null }>, bankLine: { bankRef: string, bankCode: string | null, isReversal: boolean, isCharge: boolean, returnReason: string | null, creditorReference: string | null, counterpartyIban: string | null, valueOn: string | null, id: string, bookedOn: string, endToEndId: string | null, remittance: string | null, counterpartyName: string | null, entry: { id: string } | null, statement: { id: string, bankId: string, closedOn: string } | null, amount: { amount: string, currencyCode: string } } | null, partner: { id: string, name: string } | null, unapplied: { amount: string, currencyCode: string }, otherValue: { amount: string, currencyCode: string } | null, hubValue: { amount: string, currencyCode: string } | null } | null };

export type ReconOverviewQueryVariables = Exact<{ [key: string]: never; }>;


export type ReconOverviewQuery = { bankReconciliation: Array<{ book: BankBook, lineCount: number, matchedCount: number, openCount: number, ledger: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } | null, unapplied: { amount: string, currencyCode: string }, unexplained: { amount: string, currencyCode: string }, statement: { id: string, closedOn: string, importedAt: string, closing: { amount: string, currencyCode: string } } | null, oldestOpen: { id: string, openedAt: string } | null }>, breakQueue: { untaken: number, investigating: number, waiting: number, oldestAt: string | null, ages: Array<{ fromDays: number, untilDays: number | null, items: number }> } };

export type RecordActivityMutationVariables = Exact<{
  input: RecordActivityInput;
}>;


export type RecordActivityMutation = { recordActivity:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { activity: { id: string, points: number | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type RecordCollateralMutationVariables = Exact<{
  input: RecordCollateralInput;
}>;


export type RecordCollateralMutation = { recordCollateral:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { isReplay: boolean }
   };

export type RecordLossPoolMutationVariables = Exact<{
  input: RecordLossPoolInput;
}>;


export type RecordLossPoolMutation = { recordLossPool:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { isReplay: boolean }
   };

export type RecordPlanPaymentMutationVariables = Exact<{
  input: RecordPlanPaymentInput;
}>;


export type RecordPlanPaymentMutation = { recordPlanPayment:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { payment: { id: string, until: string }, subscription: { id: string, state: PlanSubscriptionState, paidUntil: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type RecordPurchaseMutationVariables = Exact<{
  input: RecordPurchaseInput;
}>;


export type RecordPurchaseMutation = { recordPurchase:
    | { __typename: 'CardBlockedError', code: ErrorCode, message: string }
    | { __typename: 'ContractMissingError', code: ErrorCode, message: string }
    | { __typename: 'DuplicateReceiptError', code: ErrorCode, message: string }
    | { __typename: 'ExceedsReservationError', code: ErrorCode, message: string }
    | { __typename: 'ExposureLimitExceededError', code: ErrorCode, message: string }
    | { __typename: 'FutureDatedError', code: ErrorCode, message: string }
    | { __typename: 'IdempotencyKeyReusedError', code: ErrorCode, message: string }
    | { __typename: 'InsufficientPointsError', available: number, code: ErrorCode, message: string }
    | { __typename: 'InvalidReceiptError', code: ErrorCode, message: string }
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'LedgerOverloadedError', code: ErrorCode, message: string }
    | { __typename: 'LimitReachedError', code: ErrorCode, message: string }
    | { __typename: 'LocationNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'MemberBlockedError', code: ErrorCode, message: string }
    | { __typename: 'MemberNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'PartnerMayNotIssueError', code: ErrorCode, message: string }
    | { __typename: 'PartnerMayNotRedeemError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotActiveError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'PoolShareReachedError', code: ErrorCode, message: string }
    | { __typename: 'PrepaidPointsExhaustedError', code: ErrorCode, message: string }
    | { __typename: 'ReceiptDoesNotAddUpError', code: ErrorCode, message: string }
    | { __typename: 'RecordPurchaseSuccess', replayed: boolean, purchase: { id: string, pointsEarned: number, pointsSpent: number, effects: Array<{ kind: EffectKind, campaignId: string | null, what: string | null, count: number | null }>, differences: Array<{ seq: number, campaignId: string, given: { amount: string, currencyCode: string }, granted: { amount: string, currencyCode: string } }>, explanation: { steps: Array<{ rule: string, applied: boolean, because: string | null, unrounded: string, points: number }> } }, redemption: { id: string, captured: number } | null, wallet: { available: number, pending: number } | null }
    | { __typename: 'RedeemShareExceededError', code: ErrorCode, message: string }
    | { __typename: 'ReservationExpiredError', code: ErrorCode, message: string }
    | { __typename: 'ReservationNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ReservationNotOpenError', code: ErrorCode, message: string }
    | { __typename: 'SpendCodeRefusedError', code: ErrorCode, message: string }
    | { __typename: 'SpendLimitReachedError', code: ErrorCode, message: string }
    | { __typename: 'SpendLockedError', code: ErrorCode, message: string }
    | { __typename: 'SpendNotConfirmedError', code: ErrorCode, message: string }
    | { __typename: 'SpendPlaceNotAllowedError', code: ErrorCode, message: string }
    | { __typename: 'SpendRefusedError', code: ErrorCode, message: string }
    | { __typename: 'TerminalBlockedError', code: ErrorCode, message: string }
    | { __typename: 'TerminalNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'TooManyCouponCodesError', code: ErrorCode, message: string }
    | { __typename: 'UnknownMemberError', code: ErrorCode, message: string }
    | { __typename: 'WrongCurrencyError', code: ErrorCode, message: string }
   };

export type RecordRecoveryMutationVariables = Exact<{
  input: RecordRecoveryInput;
}>;


export type RecordRecoveryMutation = { recordRecovery:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { obligation: { id: string, state: ObligationState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type RecountSegmentsMutationVariables = Exact<{
  input: RecountSegmentsInput;
}>;


export type RecountSegmentsMutation = { recountSegments:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { recount: { id: string, state: SegmentRecountState } }
    | { code: ErrorCode, message: string }
   };

export type RefuseClaimMutationVariables = Exact<{
  input: RefuseClaimInput;
}>;


export type RefuseClaimMutation = { refuseClaim:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { claim: { id: string, state: ClaimState } }
    | { code: ErrorCode, message: string }
   };

export type RefuseSuggestionMutationVariables = Exact<{
  input: RefuseSuggestionInput;
}>;


export type RefuseSuggestionMutation = { refuseSuggestion:
    | { code: ErrorCode, message: string }
    | { item: { id: string, state: ReconState } }
    | { code: ErrorCode, message: string }
   };

export type RefusedReferralListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  problem?: ReferralProblem | null | undefined;
}>;


export type RefusedReferralListQuery = { refusedReferrals: { edges: Array<{ node: { id: string, problem: ReferralProblem | null, evidence: string | null, openedAt: string, advocate: { id: string, name: string | null, status: MemberStatus } | null, friend: { id: string, name: string | null, status: MemberStatus } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, referralTerms: { version: number, advocatePoints: number, friendPoints: number, monthMost: number, dayMost: number, joinDays: number, validFrom: string, minimum: { amount: string, currencyCode: string }, funder: { id: string, name: string } | null } | null, spendPolicy: { version: number, needsCode: boolean, confirmAbove: number | null, confirmNewPlaces: boolean, giftDayMost: number | null, validFrom: string } | null };

export type ReinstatePartnerMutationVariables = Exact<{
  input: ReinstatePartnerInput;
}>;


export type ReinstatePartnerMutation = { reinstatePartner:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
   };

export type ReleasePointsMutationVariables = Exact<{
  input: ReleasePointsInput;
}>;


export type ReleasePointsMutation = { releasePoints:
    | { __typename: 'IdempotencyKeyReusedError', code: ErrorCode, message: string }
    | { __typename: 'LedgerOverloadedError', code: ErrorCode, message: string }
    | { __typename: 'LocationNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ReleasePointsSuccess', replayed: boolean, redemption: { id: string, state: RedemptionState, reserved: number, captured: number, expiresAt: string }, wallet: { available: number } }
    | { __typename: 'ReservationNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ReservationNotOpenError', code: ErrorCode, message: string }
    | { __typename: 'TerminalBlockedError', code: ErrorCode, message: string }
    | { __typename: 'TerminalNotFoundError', code: ErrorCode, message: string }
   };

export type ReleaseSecuredMutationVariables = Exact<{
  input: ReleaseSecuredInput;
}>;


export type ReleaseSecuredMutation = { releaseSecured:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
   };

export type RemoveFromClubMutationVariables = Exact<{
  input: RemoveFromClubInput;
}>;


export type RemoveFromClubMutation = { removeFromClub:
    | { code: ErrorCode, message: string }
    | { membership: { id: string, state: ClubMembershipState } }
    | { code: ErrorCode, message: string }
   };

export type RenameActivityKindMutationVariables = Exact<{
  input: RenameActivityKindInput;
}>;


export type RenameActivityKindMutation = { renameActivityKind:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { kind: { id: string, code: string } }
   };

export type RenetCycleMutationVariables = Exact<{
  input: RenetCycleInput;
}>;


export type RenetCycleMutation = { renetCycle:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { cycle: { id: string, state: CycleState, version: number } }
    | { code: ErrorCode, message: string }
   };

export type ReopenCycleMutationVariables = Exact<{
  input: ReopenCycleInput;
}>;


export type ReopenCycleMutation = { reopenCycle:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { cycle: { id: string, state: CycleState, version: number } }
    | { code: ErrorCode, message: string }
   };

export type ReplaceCardMutationVariables = Exact<{
  input: ReplaceCardInput;
}>;


export type ReplaceCardMutation = { replaceCard:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { card: { id: string } }
   };

export type ReplacePaymentMutationVariables = Exact<{
  input: ReplacePaymentInput;
}>;


export type ReplacePaymentMutation = { replacePayment:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { payment: { id: string, state: PaymentState } }
    | { code: ErrorCode, message: string }
   };

export type ReportListQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportListQuery = { reports: Array<{ name: ReportName, description: string, formats: Array<ExportFormat>, needs: Array<ReportFilter>, takes: Array<ReportFilter> }> };

export type RequestDeletionMutationVariables = Exact<{
  input: RequestDeletionInput;
}>;


export type RequestDeletionMutation = { requestDeletion:
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'RequestDeletionSuccess', request: { id: string, state: DeletionRequestState } }
   };

export type RequestExportMutationVariables = Exact<{
  input: RequestExportInput;
}>;


export type RequestExportMutation = { requestExport:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { exportJob: { id: string, state: ExportState, downloadPath: string | null, fileName: string | null } }
   };

export type ReservePointsMutationVariables = Exact<{
  input: ReservePointsInput;
}>;


export type ReservePointsMutation = { reservePoints:
    | { __typename: 'CardBlockedError', code: ErrorCode, message: string }
    | { __typename: 'ContractMissingError', code: ErrorCode, message: string }
    | { __typename: 'IdempotencyKeyReusedError', code: ErrorCode, message: string }
    | { __typename: 'InsufficientPointsError', code: ErrorCode, message: string }
    | { __typename: 'InvalidPointsError', code: ErrorCode, message: string }
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'LedgerOverloadedError', code: ErrorCode, message: string }
    | { __typename: 'LocationNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'MemberBlockedError', code: ErrorCode, message: string }
    | { __typename: 'MemberNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'PartnerMayNotRedeemError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotActiveError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'PoolShareReachedError', code: ErrorCode, message: string }
    | { __typename: 'ReservePointsSuccess', replayed: boolean, redemption: { id: string, state: RedemptionState, reserved: number, captured: number, expiresAt: string }, wallet: { available: number } }
    | { __typename: 'SpendCodeRefusedError', code: ErrorCode, message: string }
    | { __typename: 'SpendLimitReachedError', code: ErrorCode, message: string }
    | { __typename: 'SpendLockedError', code: ErrorCode, message: string }
    | { __typename: 'SpendNotConfirmedError', code: ErrorCode, message: string }
    | { __typename: 'SpendPlaceNotAllowedError', code: ErrorCode, message: string }
    | { __typename: 'SpendRefusedError', code: ErrorCode, message: string }
    | { __typename: 'TerminalBlockedError', code: ErrorCode, message: string }
    | { __typename: 'TerminalNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'UnknownMemberError', code: ErrorCode, message: string }
   };

export type ResolveReconItemMutationVariables = Exact<{
  input: ResolveReconItemInput;
}>;


export type ResolveReconItemMutation = { resolveReconItem:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { item: { id: string, state: ReconState } }
    | { code: ErrorCode, message: string }
   };

export type RespondToDisputeMutationVariables = Exact<{
  input: RespondToDisputeInput;
}>;


export type RespondToDisputeMutation = { respondToDispute:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { dispute: { id: string, state: DisputeState } }
    | { code: ErrorCode, message: string }
   };

export type RestockRewardMutationVariables = Exact<{
  input: RestockRewardInput;
}>;


export type RestockRewardMutation = { restockReward:
    | { code: ErrorCode, message: string }
    | { reward: { id: string, state: RewardState, stock: number | null, stockLeft: number | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type ResumeCampaignMutationVariables = Exact<{
  input: ResumeCampaignInput;
}>;


export type ResumeCampaignMutation = { resumeCampaign:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { version: { id: string, state: CampaignState } }
    | { code: ErrorCode, message: string }
   };

export type ResumeJourneyMutationVariables = Exact<{
  input: ResumeJourneyInput;
}>;


export type ResumeJourneyMutation = { resumeJourney:
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'JourneyVersionNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ResumeJourneySuccess', version: { id: string, state: JourneyState, journey: { id: string } } }
    | { __typename: 'TransitionRefusedError', code: ErrorCode, message: string }
   };

export type ResumeOfferingMutationVariables = Exact<{
  input: ResumeOfferingInput;
}>;


export type ResumeOfferingMutation = { resumeOffering:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { offering:
        | { __typename: 'CouponPool' }
        | { __typename: 'Gift' }
        | { __typename: 'Offer' }
        | { __typename: 'StampCard' }
       }
    | { code: ErrorCode, message: string }
   };

export type ResumePartnerMutationVariables = Exact<{
  input: ResumePartnerInput;
}>;


export type ResumePartnerMutation = { resumePartner:
    | { code: ErrorCode, message: string }
    | { partner: { id: string, status: PartnerStatus | null } }
    | { code: ErrorCode, message: string }
   };

export type ResumeSubscriptionMutationVariables = Exact<{
  input: ResumeSubscriptionInput;
}>;


export type ResumeSubscriptionMutation = { resumeSubscription:
    | { subscription: { id: string, state: PlanSubscriptionState, paidUntil: string | null } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type RetireActivityKindMutationVariables = Exact<{
  input: RetireActivityKindInput;
}>;


export type RetireActivityKindMutation = { retireActivityKind:
    | { code: ErrorCode, message: string }
    | { kind: { id: string, code: string } }
   };

export type RetireMessageTemplateMutationVariables = Exact<{
  input: RetireMessageTemplateInput;
}>;


export type RetireMessageTemplateMutation = { retireMessageTemplate:
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'MessageTemplateInUseError', code: ErrorCode, message: string }
    | { __typename: 'MessageTemplateNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'RetireMessageTemplateSuccess', template: { id: string, name: string } }
    | { __typename: 'TransitionRefusedError', code: ErrorCode, message: string }
   };

export type RetireSegmentMutationVariables = Exact<{
  input: RetireSegmentInput;
}>;


export type RetireSegmentMutation = { retireSegment:
    | { code: ErrorCode, message: string }
    | { segment: { id: string, state: SegmentState } }
    | { code: ErrorCode, message: string }
   };

export type RetryExportMutationVariables = Exact<{
  input: RetryExportInput;
}>;


export type RetryExportMutation = { retryExport:
    | { code: ErrorCode, message: string }
    | { exportJob: { id: string, state: ExportState } }
    | { code: ErrorCode, message: string }
   };

export type ReturnFilesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ReturnFilesQuery = { returnFiles: { edges: Array<{ node: { id: string, messageId: string, hash: string, paymentCount: number, createdBy: string, createdAt: string, total: { amount: string, currencyCode: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReturnPurchaseMutationVariables = Exact<{
  input: ReturnPurchaseInput;
}>;


export type ReturnPurchaseMutation = { returnPurchase:
    | { __typename: 'AmbiguousReceiptError', code: ErrorCode, message: string }
    | { __typename: 'ContractMissingError', code: ErrorCode, message: string }
    | { __typename: 'DuplicateReceiptError', code: ErrorCode, message: string }
    | { __typename: 'ExceedsRedemptionError', code: ErrorCode, message: string }
    | { __typename: 'FutureDatedError', code: ErrorCode, message: string }
    | { __typename: 'IdempotencyKeyReusedError', code: ErrorCode, message: string }
    | { __typename: 'InvalidReceiptError', code: ErrorCode, message: string }
    | { __typename: 'LedgerOverloadedError', code: ErrorCode, message: string }
    | { __typename: 'LocationNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotActiveError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'PurchaseNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'ReturnExceedsPurchaseError', line: number, returnable: string, code: ErrorCode, message: string }
    | { __typename: 'ReturnPurchaseSuccess', replayed: boolean, purchaseReturn: { id: string, pointsClawedBack: number, pointsRestored: number, amount: { amount: string } }, wallet: { available: number } | null }
    | { __typename: 'ReturnedMeanwhileError', code: ErrorCode, message: string }
    | { __typename: 'TerminalBlockedError', code: ErrorCode, message: string }
    | { __typename: 'TerminalNotFoundError', code: ErrorCode, message: string }
   };

export type ReverseActivityMutationVariables = Exact<{
  input: ReverseActivityInput;
}>;


export type ReverseActivityMutation = { reverseActivity:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { activity: { id: string, points: number | null } }
   };

export type RevokeLimitOverrideMutationVariables = Exact<{
  input: RevokeLimitOverrideInput;
}>;


export type RevokeLimitOverrideMutation = { revokeLimitOverride:
    | { code: ErrorCode, message: string }
    | { limitOverride: { id: string } }
   };

export type RewardDeskQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type RewardDeskQuery = { rewards: { edges: Array<{ node: { id: string, state: RewardState, points: number, stock: number | null, stockLeft: number | null, collectDays: number, name: { en: string, ru: string | null, be: string | null }, description: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } }> }, waiting: { edges: Array<{ node: { id: string, state: RewardOrderState, points: number, orderedAt: string, lapsesAt: string, collectedAt: string | null, reward: { id: string, name: { en: string, ru: string | null, be: string | null } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, past: { edges: Array<{ node: { id: string, state: RewardOrderState, points: number, orderedAt: string, lapsesAt: string, collectedAt: string | null, reward: { id: string, name: { en: string, ru: string | null, be: string | null } } | null } }> } };

export type DeskOrderFragment = { id: string, state: RewardOrderState, points: number, orderedAt: string, lapsesAt: string, collectedAt: string | null, reward: { id: string, name: { en: string, ru: string | null, be: string | null } } | null };

export type RewardOrderByCodeQueryVariables = Exact<{
  code: string;
}>;


export type RewardOrderByCodeQuery = { rewardOrderByCode: { id: string, state: RewardOrderState, points: number, orderedAt: string, lapsesAt: string, collectedAt: string | null, reward: { id: string, name: { en: string, ru: string | null, be: string | null } } | null } | null };

export type SeeOffersMutationVariables = Exact<{
  input: SeeOffersInput;
}>;


export type SeeOffersMutation = { seeOffers:
    | { code: ErrorCode, message: string }
    | { seen: number }
   };

export type SegmentChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type SegmentChoicesQuery = { segments: { edges: Array<{ node: { id: string, nameInRules: string, name: { en: string, ru: string | null, be: string | null } } }> } };

export type SegmentFactsQueryVariables = Exact<{ [key: string]: never; }>;


export type SegmentFactsQuery = { segmentFacts: Array<{ name: string, type: string, unit: string | null, description: string }> };

export type SegmentListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<SegmentState> | null | undefined;
}>;


export type SegmentListQuery = { segments: { edges: Array<{ node: { id: string, code: string, template: SegmentTemplateName | null, state: SegmentState, isShared: boolean, isOwn: boolean, memberCount: number | null, countedAt: string | null, name: { en: string, ru: string | null, be: string | null }, lastRecount: { id: string, state: SegmentRecountState, membersDone: number, membersTotal: number | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, segmentTemplates: Array<{ name: SegmentTemplateName, fields: Array<{ name: string, kind: CampaignFieldKind }> }> };

export type SegmentMembersQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type SegmentMembersQuery = { segment: { id: string, members: { edges: Array<{ node: { enteredAt: string, member: { id: string, name: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, events: { edges: Array<{ cursor: string, node: { kind: SegmentEventKind, at: string, member: { id: string, name: string | null } | null } }> } } | null };

export type SegmentPageQueryVariables = Exact<{
  id: string;
}>;


export type SegmentPageQuery = { segment: { id: string, code: string, expression: string, template: SegmentTemplateName | null, state: SegmentState, isShared: boolean, isOwn: boolean, memberCount: number | null, countedAt: string | null, createdAt: string, name: { en: string, ru: string | null, be: string | null }, lastRecount: { id: string, state: SegmentRecountState, membersDone: number, membersTotal: number | null, enteredCount: number, leftCount: number, requestedAt: string, finishedAt: string | null } | null } | null };

export type SendTestMessageMutationVariables = Exact<{
  input: SendTestMessageInput;
}>;


export type SendTestMessageMutation = { sendTestMessage:
    | { __typename: 'ChannelFailedError', code: ErrorCode, message: string }
    | { __typename: 'ChannelOffError', code: ErrorCode, message: string }
    | { __typename: 'MessageTemplateNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'SendTestMessageSuccess', sentTo: string }
   };

export type SetAudiencePolicyMutationVariables = Exact<{
  input: SetAudiencePolicyInput;
}>;


export type SetAudiencePolicyMutation = { setAudiencePolicy:
    | { code: ErrorCode, message: string }
    | { policy: { minimumGroup: number, inactiveDays: number } }
   };

export type SetCampaignPolicyMutationVariables = Exact<{
  input: SetCampaignPolicyInput;
}>;


export type SetCampaignPolicyMutation = { setCampaignPolicy:
    | { code: ErrorCode, message: string }
    | { policy: { budgetRequired: boolean } }
   };

export type SetChallengeStateMutationVariables = Exact<{
  input: SetChallengeStateInput;
}>;


export type SetChallengeStateMutation = { setChallengeState:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { challenge: { id: string, state: ChallengeState } }
    | { code: ErrorCode, message: string }
   };

export type SetCharityMutationVariables = Exact<{
  input: SetCharityInput;
}>;


export type SetCharityMutation = { setCharity:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { charity: { partner: { id: string } | null } }
   };

export type SetConsentsMutationVariables = Exact<{
  input: SetConsentsInput;
}>;


export type SetConsentsMutation = { setConsents:
    | { __typename: 'ConsentFixedError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'SetConsentsSuccess', preferences: Array<{ partner: { id: string } | null }> }
   };

export type SetGiftStockMutationVariables = Exact<{
  input: SetGiftStockInput;
}>;


export type SetGiftStockMutation = { setGiftStock:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { gift: { id: string, stock: number | null } }
   };

export type SetLanguageMutationVariables = Exact<{
  input: SetLanguageInput;
}>;


export type SetLanguageMutation = { setLanguage:
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'MemberNotActiveError', code: ErrorCode, message: string }
    | { __typename: 'SetLanguageSuccess', member: { id: string } }
   };

export type SetMessagingRulesMutationVariables = Exact<{
  input: SetMessagingRulesInput;
}>;


export type SetMessagingRulesMutation = { setMessagingRules:
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'SetMessagingRulesSuccess', rules: { weeklyMost: number } }
   };

export type SetPoolShareMutationVariables = Exact<{
  input: SetPoolShareInput;
}>;


export type SetPoolShareMutation = { setPoolShare:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { pool: { id: string } | null }
   };

export type SetRewardStateMutationVariables = Exact<{
  input: SetRewardStateInput;
}>;


export type SetRewardStateMutation = { setRewardState:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { reward: { id: string, state: RewardState, stock: number | null, stockLeft: number | null } }
    | { code: ErrorCode, message: string }
   };

export type SetSpendGuardMutationVariables = Exact<{
  input: SetSpendGuardInput;
}>;


export type SetSpendGuardMutation = { setSpendGuard:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { member: { id: string, spendGuard: { locked: boolean } | null } }
   };

export type SetTaxRuleMutationVariables = Exact<{
  input: SetTaxRuleInput;
}>;


export type SetTaxRuleMutation = { setTaxRule:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
   };

export type SettleDeletionMutationVariables = Exact<{
  input: SettleDeletionInput;
}>;


export type SettleDeletionMutation = { settleDeletion:
    | { __typename: 'DeletionRequestNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'SettleDeletionSuccess', request: { id: string, state: DeletionRequestState } }
   };

export type SettlementPageQueryVariables = Exact<{
  id: string;
}>;


export type SettlementPageQuery = { cycle: { id: string, seq: number, state: CycleState, paymentProgress: Array<{ kind: PaymentKind, state: PaymentState, count: number, amount: { amount: string, currencyCode: string }, received: { amount: string, currencyCode: string } }>, paymentFiles: Array<{ id: string, messageId: string, hash: string, paymentCount: number, createdBy: string, createdAt: string, total: { amount: string, currencyCode: string } }> } | null };

export type ShareSegmentMutationVariables = Exact<{
  input: ShareSegmentInput;
}>;


export type ShareSegmentMutation = { shareSegment:
    | { code: ErrorCode, message: string }
    | { segment: { id: string, isShared: boolean } }
   };

export type SimulateCampaignMutationVariables = Exact<{
  input: SimulateCampaignInput;
}>;


export type SimulateCampaignMutation = { simulateCampaign:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { simulation: { id: string, state: CampaignSimulationState } }
   };

export type StampCardListQueryVariables = Exact<{
  first: number;
}>;


export type StampCardListQuery = { stampCards: { edges: Array<{ node: { id: string, code: string, state: OfferingState, symbol: OfferingSymbol, size: number, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null } }> } };

export type StampCardRowFragment = { id: string, code: string, state: OfferingState, symbol: OfferingSymbol, size: number, name: { en: string, ru: string | null, be: string | null }, terms: { en: string, ru: string | null, be: string | null }, partner: { id: string, name: string } | null };

export type StartChannelLinkMutationVariables = Exact<{
  input: StartChannelLinkInput;
}>;


export type StartChannelLinkMutation = { startChannelLink:
    | { __typename: 'ChannelOffError', code: ErrorCode, message: string }
    | { __typename: 'StartChannelLinkSuccess', botUrl: string | null, expiresAt: string, linkCode: string }
   };

export type StatementPageQueryVariables = Exact<{
  id: string;
}>;


export type StatementPageQuery = { statement: { id: string, version: number, publishedAt: string, supersededAt: string | null, confirmedAt: string | null, hash: string, partner: { id: string, name: string, legalEntities: Array<{ name: string, taxNumber: string, country: string }> | null }, cycle: { id: string, seq: number, opensAt: string, cutoffAt: string, state: CycleState }, position: { amount: string, currencyCode: string }, lines: Array<{ section: StatementSection, entryCount: number, taxCode: string | null, taxRateBps: number | null, taxBasis: TaxBasis | null, originCycle: { id: string, seq: number } | null, amount: { amount: string, currencyCode: string }, tax: { amount: string, currencyCode: string } | null }>, obligation: { state: ObligationState, direction: ObligationDirection, dueOn: string | null, opening: { amount: string, currencyCode: string }, amount: { amount: string, currencyCode: string }, carried: { amount: string, currencyCode: string }, paid: { amount: string, currencyCode: string } } | null } | null };

export type StopJourneyMutationVariables = Exact<{
  input: StopJourneyInput;
}>;


export type StopJourneyMutation = { stopJourney:
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'JourneyVersionNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'StopJourneySuccess', version: { id: string, state: JourneyState, journey: { id: string } } }
    | { __typename: 'TransitionRefusedError', code: ErrorCode, message: string }
   };

export type StressTestQueryVariables = Exact<{ [key: string]: never; }>;


export type StressTestQuery = { exposureStress: { topIssuerBps: number, canSettle: boolean, topIssuer: { id: string, name: string } | null, largestDebtor: { id: string, name: string } | null, largestDebt: { amount: string, currencyCode: string }, largestDebtUnsecured: { amount: string, currencyCode: string }, losses: Array<{ partner: { id: string, name: string }, loss: { amount: string, currencyCode: string }, ownCollateral: { amount: string, currencyCode: string }, ownLossPool: { amount: string, currencyCode: string }, operatorFirstLoss: { amount: string, currencyCode: string }, survivors: { amount: string, currencyCode: string }, rest: { amount: string, currencyCode: string } }> } };

export type SubmitBatchMutationVariables = Exact<{
  input: SubmitBatchInput;
}>;


export type SubmitBatchMutation = { submitBatch:
    | { __typename: 'BatchTooLargeError', code: ErrorCode, message: string }
    | { __typename: 'EmptyBatchError', code: ErrorCode, message: string }
    | { __typename: 'SubmitBatchSuccess', outcomes: Array<{ index: number, idempotencyKey: string, state: BatchRowState, refusal:
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
          | { code: ErrorCode, message: string }
         | null, purchase: { id: string, pointsEarned: number } | null, purchaseReturn: { id: string, pointsClawedBack: number, pointsRestored: number } | null, wallet: { available: number } | null }> }
   };

export type SubmitCampaignMutationVariables = Exact<{
  input: SubmitCampaignInput;
}>;


export type SubmitCampaignMutation = { submitCampaign:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string, problems: Array<{ path: string, line: number | null, column: number | null, code: string, message: string }> }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { version: { id: string, state: CampaignState } }
    | { code: ErrorCode, message: string }
   };

export type SubmitChallengeMutationVariables = Exact<{
  input: SubmitChallengeInput;
}>;


export type SubmitChallengeMutation = { submitChallenge:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { challenge: { id: string, state: ChallengeState } }
    | { code: ErrorCode, message: string }
   };

export type SubmitDrawMutationVariables = Exact<{
  input: SubmitDrawInput;
}>;


export type SubmitDrawMutation = { submitDraw:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { draw: { id: string, state: DrawState } }
    | { code: ErrorCode, message: string }
   };

export type SubmitJourneyMutationVariables = Exact<{
  input: SubmitJourneyInput;
}>;


export type SubmitJourneyMutation = { submitJourney:
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'JourneyInvalidError', code: ErrorCode, message: string }
    | { __typename: 'JourneyVersionNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'SubmitJourneySuccess', version: { id: string, state: JourneyState, journey: { id: string } } }
    | { __typename: 'TransitionRefusedError', code: ErrorCode, message: string }
   };

export type SubmitPaymentsMutationVariables = Exact<{
  input: SubmitPaymentsInput;
}>;


export type SubmitPaymentsMutation = { submitPayments:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { payments: Array<{ id: string, state: PaymentState }> }
    | { code: ErrorCode, message: string }
   };

export type SubscribeToPlanMutationVariables = Exact<{
  input: SubscribeToPlanInput;
}>;


export type SubscribeToPlanMutation = { subscribeToPlan:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { subscription: { id: string, state: PlanSubscriptionState } }
   };

export type SuspendPartnerMutationVariables = Exact<{
  input: SuspendPartnerInput;
}>;


export type SuspendPartnerMutation = { suspendPartner:
    | { code: ErrorCode, message: string }
    | { partner: { id: string, status: PartnerStatus | null } }
    | { code: ErrorCode, message: string }
   };

export type TagMemberMutationVariables = Exact<{
  input: TagMemberInput;
}>;


export type TagMemberMutation = { tagMember:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { tags: Array<string> }
    | { code: ErrorCode, message: string }
   };

export type TakeFromPoolMutationVariables = Exact<{
  input: TakeFromPoolInput;
}>;


export type TakeFromPoolMutation = { takeFromPool:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { wallet: { available: number } }
   };

export type TakePartnerFileItemMutationVariables = Exact<{
  input: TakePartnerFileItemInput;
}>;


export type TakePartnerFileItemMutation = { takePartnerFileItem:
    | { code: ErrorCode, message: string }
    | { item: { id: string, state: PartnerFileItemState } }
    | { code: ErrorCode, message: string }
   };

export type TakeReconItemMutationVariables = Exact<{
  input: TakeReconItemInput;
}>;


export type TakeReconItemMutation = { takeReconItem:
    | { code: ErrorCode, message: string }
    | { item: { id: string, state: ReconState } }
    | { code: ErrorCode, message: string }
   };

export type TakeVelocityCaseMutationVariables = Exact<{
  input: TakeVelocityCaseInput;
}>;


export type TakeVelocityCaseMutation = { takeVelocityCase:
    | { code: ErrorCode, message: string }
    | { velocityCase: { id: string, state: VelocityCaseState } }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
   };

export type TaxRuleListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type TaxRuleListQuery = { taxRules: { edges: Array<{ node: { id: string, section: StatementSection, taxCode: string, rateBps: number, basis: TaxBasis, validFrom: string, validUntil: string | null, partner: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TemplateListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type TemplateListQuery = { channels: Array<{ channel: MessageChannel, isOn: boolean }>, messageTemplates: { edges: Array<{ node: { id: string, name: string, purpose: MessagePurpose, state: MessageTemplateState, revision: number, variables: Array<string>, users: Array<string>, text: { title: { en: string, ru: string | null, be: string | null } } } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type TemplatePageQueryVariables = Exact<{
  id: string;
  channel: MessageChannel;
}>;


export type TemplatePageQuery = { channels: Array<{ channel: MessageChannel, isOn: boolean }>, messageTemplate: { id: string, name: string, purpose: MessagePurpose, state: MessageTemplateState, revision: number, variables: Array<string>, users: Array<string>, href: string | null, text: { title: { en: string, ru: string | null, be: string | null }, body: { en: string, ru: string | null, be: string | null } }, previews: Array<{ language: string, title: string, body: string }> } | null };

export type TestChannelMutationVariables = Exact<{
  input: TestChannelInput;
}>;


export type TestChannelMutation = { testChannel:
    | { __typename: 'ChannelFailedError', code: ErrorCode, message: string }
    | { __typename: 'ChannelOffError', code: ErrorCode, message: string }
    | { __typename: 'TestChannelSuccess', status: { channel: MessageChannel, isOn: boolean } }
   };

export type TierDeskQueryVariables = Exact<{
  first: number;
}>;


export type TierDeskQuery = { tierLadder: { id: string, version: number, counts: Array<TierCounts>, period: TierPeriod, protectionMonths: number, downgrade: TierDowngrade, reason: string, validFrom: string, tiers: Array<{ code: string, from: number, name: { en: string, ru: string | null, be: string | null }, benefits: Array<{ code: string, name: { en: string, ru: string | null, be: string | null } }> }> } | null, tierCounts: Array<{ members: number, leaving: number | null, tier: { code: string } }>, tierLadders: { edges: Array<{ node: { id: string, version: number, reason: string, validFrom: string, validUntil: string | null } }> } };

export type TierPreviewQueryVariables = Exact<{
  ladder: TierLadderInput;
}>;


export type TierPreviewQuery = { tierLadderPreview: Array<{ members: number, tier: { code: string } }> | null };

export type TillMemberQueryVariables = Exact<{
  kind: IdentifierKind;
  value: string;
}>;


export type TillMemberQuery = { memberByIdentifier:
    | { __typename: 'CardBlockedError', code: ErrorCode, message: string }
    | { __typename: 'Member', id: string, name: string | null, balance: { available: number, pending: number, value: { amount: string, currencyCode: string } } | null }
    | { __typename: 'MemberBlockedError', code: ErrorCode, message: string }
    | { __typename: 'MemberNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'UnknownMemberError', code: ErrorCode, message: string }
   };

export type TransferCouponMutationVariables = Exact<{
  input: TransferCouponInput;
}>;


export type TransferCouponMutation = { transferCoupon:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { transfer: { id: string } }
    | { code: ErrorCode, message: string }
   };

export type TransferPointsMutationVariables = Exact<{
  input: TransferPointsInput;
}>;


export type TransferPointsMutation = { transferPoints:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { wallet: { available: number } }
    | { code: ErrorCode, message: string }
   };

export type UnblockMemberMutationVariables = Exact<{
  input: UnblockMemberInput;
}>;


export type UnblockMemberMutation = { unblockMember:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { member: { id: string } }
   };

export type UnlinkChannelMutationVariables = Exact<{
  input: UnlinkChannelInput;
}>;


export type UnlinkChannelMutation = { unlinkChannel:
    | { __typename: 'ChannelLinkNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'UnlinkChannelSuccess', link: { id: string } }
   };

export type UnmatchReconItemMutationVariables = Exact<{
  input: UnmatchReconItemInput;
}>;


export type UnmatchReconItemMutation = { unmatchReconItem:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { item: { id: string, state: ReconState } }
   };

export type UnreadMessagesQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadMessagesQuery = { unreadMessageCount: number, unreadNoticeCount: number };

export type UntagMemberMutationVariables = Exact<{
  input: UntagMemberInput;
}>;


export type UntagMemberMutation = { untagMember:
    | { code: ErrorCode, message: string }
    | { tags: Array<string> }
   };

export type UploadBankFileMutationVariables = Exact<{
  input: UploadBankFileInput;
}>;


export type UploadBankFileMutation = { uploadBankFile:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { accepted: number, rejected: number, pending: number }
   };

export type UploadPartnerFileMutationVariables = Exact<{
  input: UploadPartnerFileInput;
}>;


export type UploadPartnerFileMutation = { uploadPartnerFile:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { file: { id: string } }
   };

export type VelocityCaseListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  states?: Array<VelocityCaseState> | null | undefined;
  velocityRuleId?: string | null | undefined;
  subjectId?: string | null | undefined;
}>;


export type VelocityCaseListQuery = { velocityCases: { edges: Array<{ node: { id: string, subjectId: string, subjectName: string | null, windowFrom: string, windowUntil: string, value: number, state: VelocityCaseState, openedAt: string, rule: { id: string, kind: VelocityKind, subject: VelocitySubject, windowHours: number | null, limit: number, action: VelocityConsequence } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type VelocityCasePageQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type VelocityCasePageQuery = { velocityCase: { id: string, subjectId: string, subjectName: string | null, windowFrom: string, windowUntil: string, value: number, state: VelocityCaseState, takenBy: string | null, openedAt: string, closedAt: string | null, rule: { id: string, kind: VelocityKind, subject: VelocitySubject, windowHours: number | null, limit: number, action: VelocityConsequence, reason: string, validFrom: string, validUntil: string | null, earnedAt: { id: string, name: string } | null, redeemedAt: { id: string, name: string } | null }, steps: Array<{ id: string, from: string | null, to: string, takenAt: string, by: string | null, reason: string | null }>, entries: { edges: Array<{ node: { id: string, kind: EntryKind, occurredAt: string, postedAt: string, points: number, partner: { id: string, name: string } | null, location: { name: string } | null, terminal: { code: string } | null, member: { id: string, name: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type VelocityRuleListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  inForce?: boolean | null | undefined;
}>;


export type VelocityRuleListQuery = { velocityRules: { edges: Array<{ node: { id: string, kind: VelocityKind, subject: VelocitySubject, windowHours: number | null, limit: number, action: VelocityConsequence, reason: string, validFrom: string, validUntil: string | null, earnedAt: { id: string, name: string } | null, redeemedAt: { id: string, name: string } | null, replaces: { id: string, limit: number, windowHours: number | null, action: VelocityConsequence } | null, approval: { id: string, requestedBy: string, decidedBy: string | null, decidedAt: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, referralTerms: { monthMost: number, dayMost: number, joinDays: number } | null, refusedReferrals: { edges: Array<{ node: { id: string } }>, pageInfo: { hasNextPage: boolean } } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer:
    | { __typename: 'Machine' }
    | { __typename: 'MemberViewer', member: { id: string, name: string | null } }
    | { __typename: 'OperatorStaff', name: string, email: string, roles: Array<StaffRole> }
    | { __typename: 'PartnerStaff', name: string, email: string, roles: Array<StaffRole>, partner: { id: string, name: string, status: PartnerStatus | null } }
   | null, capacities: Array<{ as: string, kind: ViewerKind, partner: { id: string, name: string } | null }>, programme: { name: string, pointsName: string, timeZone: string, currencyCode: string, pointValue: { amount: string, currencyCode: string } } };

export type WaitingOrdersQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingOrdersQuery = { rewardOrders: { edges: Array<{ node: { id: string, lapsesAt: string } }>, pageInfo: { hasNextPage: boolean } } };

export type WhatIfQueryVariables = Exact<{
  cycleId: string;
  terms: Array<WhatIfTermsInput>;
}>;


export type WhatIfQuery = { whatIf:
    | { __typename: 'CycleNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'PartnerNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'TransitionRefusedError', code: ErrorCode, message: string }
    | { __typename: 'WhatIf', leavesOut: Array<WhatIfLimit>, cycle: { id: string, seq: number }, partners: Array<{ partner: { id: string, name: string }, stored: { amount: string, currencyCode: string }, replayed: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } }>, margin: { stored: { amount: string, currencyCode: string }, replayed: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } }, fees: { stored: { amount: string, currencyCode: string }, replayed: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } }, breakage: { stored: { amount: string, currencyCode: string }, replayed: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } }, fund: { stored: { amount: string, currencyCode: string }, replayed: { amount: string, currencyCode: string }, difference: { amount: string, currencyCode: string } } }
   };

export type WithdrawCampaignMutationVariables = Exact<{
  input: WithdrawCampaignInput;
}>;


export type WithdrawCampaignMutation = { withdrawCampaign:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { version: { id: string, state: CampaignState } }
   };

export type WithdrawClaimMutationVariables = Exact<{
  input: WithdrawClaimInput;
}>;


export type WithdrawClaimMutation = { withdrawClaim:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { claim: { id: string, state: ClaimState } }
   };

export type WithdrawDeletionMutationVariables = Exact<{
  input: WithdrawDeletionInput;
}>;


export type WithdrawDeletionMutation = { withdrawDeletion:
    | { __typename: 'DeletionRequestNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'WithdrawDeletionSuccess', request: { id: string, state: DeletionRequestState } }
   };

export type WithdrawDisputeMutationVariables = Exact<{
  input: WithdrawDisputeInput;
}>;


export type WithdrawDisputeMutation = { withdrawDispute:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { dispute: { id: string, state: DisputeState } }
   };

export type WithdrawDrawMutationVariables = Exact<{
  input: WithdrawDrawInput;
}>;


export type WithdrawDrawMutation = { withdrawDraw:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { draw: { id: string, state: DrawState } }
   };

export type WithdrawJourneyMutationVariables = Exact<{
  input: WithdrawJourneyInput;
}>;


export type WithdrawJourneyMutation = { withdrawJourney:
    | { __typename: 'InvalidValueError', code: ErrorCode, message: string }
    | { __typename: 'JourneyVersionNotFoundError', code: ErrorCode, message: string }
    | { __typename: 'TransitionRefusedError', code: ErrorCode, message: string }
    | { __typename: 'WithdrawJourneySuccess', version: { id: string, state: JourneyState, journey: { id: string } } }
   };

export type WithdrawPartnerNoticeMutationVariables = Exact<{
  input: WithdrawPartnerNoticeInput;
}>;


export type WithdrawPartnerNoticeMutation = { withdrawPartnerNotice:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { partnerExit: { id: string } }
   };

export type WithdrawPlanMutationVariables = Exact<{
  input: WithdrawPlanInput;
}>;


export type WithdrawPlanMutation = { withdrawPlan:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { plan: { id: string, state: PlanState } }
   };

export type WorkQueueQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkQueueQuery = { workQueue: Array<{ kind: WorkKind, count: number, oldestAt: string | null, dueAt: string | null, firstId: string | null }> };

export type WriteOffDifferenceMutationVariables = Exact<{
  input: WriteOffDifferenceInput;
}>;


export type WriteOffDifferenceMutation = { writeOffDifference:
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { code: ErrorCode, message: string }
    | { approval: { id: string } }
    | { code: ErrorCode, message: string }
   };

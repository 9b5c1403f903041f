import type { GraphTypes } from "#api/graph/builder.ts";
import { builder } from "#api/graph/builder.ts";
import { Coupon, CouponPool, CouponRun, CouponState, CouponTransfer } from "#api/graph/coupon-pool.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { authored, authoredFields, codeField, offeringIdField } from "#api/graph/offering.ts";
import { refusal } from "#api/graph/refusals.ts";
import { memberField, memberLookup, memberRefusals } from "#api/graph/till-input.ts";
import { cancelCouponRun, generateCoupons, importCoupons } from "#api/use-cases/coupons/ask-for-codes.ts";
import { draftCouponPool, editCouponPool } from "#api/use-cases/coupons/author-pool.ts";
import { giveCoupon } from "#api/use-cases/coupons/give-coupon.ts";
import {
  CouponFileRefused,
  CouponLimitReached,
  CouponNotActive,
  CouponNotFound,
  CouponNotTransferable,
  CouponPoolClosed,
  CouponRunNotFound,
  NoCouponLeft,
  NotSingleUse,
  type CodeProblem as ProblemRow,
  TooManyCouponCodes,
} from "#api/use-cases/coupons/refusals.ts";
import { transferCoupon } from "#api/use-cases/coupons/transfer-coupon.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { UnknownMember } from "#api/use-cases/members/refusals.ts";
import { OfferingNotFound } from "#api/use-cases/offers/refusals.ts";
import { CodeTaken, InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { SameMember } from "#api/use-cases/points/refusals.ts";

refusal(
  TooManyCouponCodes,
  "TOO_MANY_COUPON_CODES",
  "Too many codes that do not exist were shown at this till, with this key or for this member.",
  (t) => ({ retryAt: t.expose("retryAt", { type: "DateTime", description: "When codes are looked at again." }) }),
);
refusal(NoCouponLeft, "NO_COUPON_LEFT", "The pool has no code left that nobody holds.", (t) => ({
  couponPoolId: t.exposeID("poolId", { description: "Which pool." }),
}));
refusal(CouponPoolClosed, "COUPON_POOL_CLOSED", "The pool is not published, is stopped, or its time is over.");
refusal(NotSingleUse, "NOT_SINGLE_USE", "The pool has one promo code: no codes are made for it.", (t) => ({
  couponPoolId: t.exposeID("poolId", { description: "Which pool." }),
}));
refusal(CouponRunNotFound, "COUPON_RUN_NOT_FOUND", "No making of codes has this id, or none of the viewer's.", (t) => ({
  couponRunId: t.exposeID("couponRunId", { description: "The id that was sent." }),
}));

refusal(CouponNotFound, "COUPON_NOT_FOUND", "The member holds no coupon of this id.", (t) => ({
  couponId: t.exposeID("couponId", { description: "The id that was sent." }),
}));
refusal(CouponNotActive, "COUPON_NOT_ACTIVE", "The coupon was used, or its time is over.", (t) => ({
  state: t.expose("state", { type: CouponState, description: "What it is." }),
}));
refusal(CouponNotTransferable, "COUPON_NOT_TRANSFERABLE", "The coupon is for its member alone.", (t) => ({
  couponId: t.exposeID("couponId", { description: "Which." }),
}));
refusal(
  CouponLimitReached,
  "COUPON_LIMIT_REACHED",
  "The other member has as many coupons of the pool as one member may use.",
  (t) => ({ most: t.expose("most", { type: "Points", description: "How many that is." }) }),
);

const CodeProblem = builder.objectRef<ProblemRow>("CouponCodeProblem").implement({
  description: "A line of a file that is no code, and why.",
  fields: (t) => ({
    line: t.exposeInt("line", { description: "From 1." }),
    text: t.exposeString("text", { description: "What it says." }),
    message: t.exposeString("message", { description: "In English: what would be right." }),
  }),
});
refusal(CouponFileRefused, "COUPON_FILE_REFUSED", "The file has lines that are no codes; nothing was taken.", (t) => ({
  problems: t.expose("problems", { type: [CodeProblem], description: "The first hundred of them." }),
}));

type InputFields = PothosSchemaTypes.InputFieldBuilder<GraphTypes, "InputObject">;

const poolFields = (t: InputFields) => ({
  ...authoredFields(t),
  validFrom: t.field({ type: "DateTime", required: true, description: "First instant its coupons are good." }),
  validUntil: t.field({ type: "DateTime", description: "First instant they are good no longer; never when absent." }),
  lastsDays: t.int({ description: "How many days one lasts once a member holds it." }),
  partnerIds: t.idList({ description: "Where they are good; where its house is when absent." }),
  promoCode: t.string({ description: "The one code for everybody; a pool of single-use codes when absent." }),
  usesMax: t.field({ type: "Points", description: "How often a promo code is used in all." }),
  usesPerMember: t.field({
    type: "Points",
    description: "How many of its codes one member uses, or how often its promo code.",
  }),
  transferable: t.boolean({ description: "May a member give one to another? No when absent, and never a promo code." }),
});

const aPool = {
  description: "The pool as it is now.",
  fields: (t: PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, { pool: typeof CouponPool.$inferType }>) => ({
    pool: t.expose("pool", { type: CouponPool, description: "As it is now." }),
  }),
};

keyedMutation("draftCouponPool", {
  description: "Begins a pool of coupons: of single-use codes, or of one promo code.",
  input: (t) => ({ code: codeField(t), ...poolFields(t) }),
  refusals: [InvalidValue, CodeTaken, PartnerNotFound],
  resolve: async (input, { deps, actor }) => ({ pool: await draftCouponPool(deps, actor, authored(input)) }),
  success: aPool,
});

mutation("editCouponPool", {
  description: "Writes the draft of a pool anew.",
  input: (t) => ({ offeringId: offeringIdField(t, "Which pool."), ...poolFields(t) }),
  refusals: [InvalidValue, CodeTaken, PartnerNotFound, OfferingNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ pool: await editCouponPool(deps, actor, authored(input)) }),
  success: aPool,
});

const aRun = {
  description: "The making of codes as it is now.",
  fields: (t: PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, { run: typeof CouponRun.$inferType }>) => ({
    run: t.expose("run", { type: CouponRun, description: "As it is now." }),
  }),
};

keyedMutation("generateCoupons", {
  description: "Has codes made for a pool, in the background.",
  input: (t) => ({
    couponPoolId: t.id({ required: true, description: "For which pool." }),
    count: t.int({ required: true, description: "How many, 1 to 1,000,000." }),
  }),
  refusals: [InvalidValue, OfferingNotFound, NotSingleUse, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ run: await generateCoupons(deps, actor, input) }),
  success: aRun,
});

const CouponFileInput = builder.inputType("CouponFileInput", {
  description: "A file of codes: CSV, a code first in each line; a heading `code` is passed over.",
  fields: (t) => ({
    name: t.string({ required: true, description: "Its name, for people." }),
    mediaType: t.string({ required: true, description: "text/csv or text/plain." }),
    contentBase64: t.string({ required: true, description: "The content, UTF-8, in base 64." }),
  }),
});

keyedMutation("importCoupons", {
  description: "Takes codes that were made elsewhere, in the background: all of a file, or none.",
  input: (t) => ({
    couponPoolId: t.id({ required: true, description: "For which pool." }),
    file: t.field({ type: CouponFileInput, required: true, description: "The codes." }),
  }),
  refusals: [InvalidValue, OfferingNotFound, NotSingleUse, CouponFileRefused, TransitionRefused],
  resolve: async ({ file, ...input }, { deps, actor }) => {
    const content = Buffer.from(file.contentBase64, "base64").toString("utf8");
    return { run: await importCoupons(deps, actor, { ...input, content }) };
  },
  success: aRun,
});

mutation("cancelCouponRun", {
  description: "Ends the making of codes; those that are there stay.",
  input: (t) => ({ couponRunId: t.id({ required: true, description: "Which." }) }),
  refusals: [CouponRunNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ run: await cancelCouponRun(deps, actor, input) }),
  success: aRun,
});

keyedMutation("giveCoupon", {
  description: "Gives a member a coupon by hand.",
  input: (t) => ({
    couponPoolId: t.id({ required: true, description: "Of which pool." }),
    member: memberField(t, "Whom, among the house's own customers."),
  }),
  refusals: [OfferingNotFound, UnknownMember, NoCouponLeft, CouponPoolClosed],
  resolve: async ({ member, ...input }, { deps, actor }) => ({
    coupon: await giveCoupon(deps, actor, { ...input, member: memberLookup(member) }),
  }),
  success: {
    description: "The member has it.",
    fields: (t) => ({ coupon: t.expose("coupon", { type: Coupon, description: "Which." }) }),
  },
});

keyedMutation("transferCoupon", {
  description: "Gives one of the member's own unused coupons to another member, where its pool allows that.",
  input: (t) => ({
    couponId: t.id({ required: true, description: "Which coupon." }),
    to: memberField(t, "Who receives it."),
  }),
  refusals: [
    ...memberRefusals,
    SameMember,
    CouponNotFound,
    CouponNotActive,
    CouponNotTransferable,
    CouponPoolClosed,
    CouponLimitReached,
  ],
  resolve: async ({ to, ...input }, { deps, actor }) => {
    const transfer = await transferCoupon(deps, actor, { ...input, to: memberLookup(to) });
    return { transfer: { ...transfer, received: false } };
  },
  success: {
    description: "The coupon is the other member's.",
    fields: (t) => ({
      transfer: t.expose("transfer", { type: CouponTransfer, description: "What the giver keeps of it." }),
    }),
  },
});

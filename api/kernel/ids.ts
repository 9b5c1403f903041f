import { randomFillSync } from "node:crypto";

/** Crockford's base 32: sorts like the number it spells, no letter can be misread. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The prefix tells what an id names, in SQL, logs, URLs and the API alike. */
export const idPrefixes = {
  programme: "prg",
  partner: "ptn",
  legalEntity: "leg",
  location: "loc",
  terminal: "trm",
  contract: "ctr",
  apiKey: "key",
  transition: "trn",
  approval: "apv",
  member: "mem",
  identifier: "idn",
  card: "crd",
  deed: "ded",
  entry: "ent",
  lot: "lot",
  burn: "brn",
  debt: "dbt",
  purchase: "pur",
  purchaseReturn: "ret",
  cycle: "cyc",
  obligation: "obl",
  statement: "stm",
  bankLine: "bnk",
  dispute: "dsp",
  disputeEvidence: "evd",
  bankAccount: "bac",
  limitOverride: "lim",
  partnerExit: "exi",
  lotRun: "run",
  taxRule: "tax",
  paymentInstruction: "pay",
  paymentFile: "pfl",
  bankFile: "bfl",
  bankStatement: "bst",
  partnerFile: "paf",
  reconItem: "rec",
  reconMatch: "mat",
  prepaidPack: "pck",
  velocityRule: "vru",
  velocityCase: "vca",
  exportJob: "exp",
  campaign: "cmp",
  campaignVersion: "cmv",
  campaignSimulation: "cms",
  draw: "drw",
  reward: "rwd",
  rewardOrder: "rwo",
  activityKind: "akd",
  activity: "act",
  challenge: "chl",
  challengeAward: "cha",
  segment: "seg",
  segmentRecount: "sgr",
  couponPool: "cpo",
  coupon: "cpn",
  couponRun: "cpr",
  couponTransfer: "cpt",
  stampCard: "stc",
  gift: "gft",
  offer: "ofr",
  personalOffer: "pof",
  referralTerms: "rft",
  referral: "ref",
  spendPolicy: "spp",
  spendRequest: "spr",
  pool: "pol",
  poolMember: "plm",
  claim: "cla",
  tierLadder: "tld",
  memberEvent: "mev",
  eventBooking: "evb",
  club: "clb",
  clubMembership: "clm",
  plan: "pln",
  subscription: "sub",
  planPayment: "ppm",
  notice: "ntc",
  message: "msg",
  messageTemplate: "mtp",
  channelLink: "lnk",
  deletionRequest: "del",
  journey: "jny",
  journeyVersion: "jnv",
  journeyRun: "jnr",
  booksProof: "prf",
  balanceTree: "btr",
  user: "usr",
  staff: "stf",
} as const;

export type IdKind = keyof typeof idPrefixes;

let lastMs = 0;
let counter = 0;
/** 6 bytes of milliseconds, 2 that count, 8 of chance. */
const bytes = new DataView(new ArrayBuffer(16));
/** Chance is fetched for many ids at once. */
const fetched = new Uint8Array(4_096);
const chance = new DataView(fetched.buffer);
let chanceUsed = fetched.length;

/**
 * A new id, e.g. `ptn_01JD…`: 48 bits of milliseconds, 16 bits that count within the millisecond, 64 random bits.
 * Later ids of one process sort after earlier ones, so that indexes grow at one end.
 */
export function newId(kind: IdKind, nowMs: number = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = 0;
  } else if (++counter > 0xffff) {
    lastMs += 1;
    counter = 0;
  }
  bytes.setUint16(0, Math.floor(lastMs / 2 ** 32));
  bytes.setUint32(2, lastMs % 2 ** 32);
  bytes.setUint16(6, counter);
  takeChance();
  return `${idPrefixes[kind]}_${base32()}`;
}

function takeChance(): void {
  if (chanceUsed === fetched.length) {
    randomFillSync(fetched);
    chanceUsed = 0;
  }
  bytes.setUint32(8, chance.getUint32(chanceUsed));
  bytes.setUint32(12, chance.getUint32(chanceUsed + 4));
  chanceUsed += 8;
}

/** 128 bits as 26 letters of five bits, two zero bits in front. */
function base32(): string {
  let text = "";
  let held = 0;
  let count = 2;
  for (let at = 0; at < bytes.byteLength; at++) {
    held = (held << 8) | bytes.getUint8(at);
    for (count += 8; count >= 5; held &= (1 << count) - 1) {
      count -= 5;
      text += ALPHABET.charAt(held >>> count);
    }
  }
  return text;
}

const shape = /^([a-z]{3})_[0-9A-HJKMNP-TV-Z]{26}$/;

/** The kind an id claims to be; null when it is no id of ours. */
export function kindOfId(id: string): IdKind | null {
  const prefix = shape.exec(id)?.[1];
  const found = Object.entries(idPrefixes).find(([, value]) => value === prefix);
  return found ? (found[0] as IdKind) : null;
}

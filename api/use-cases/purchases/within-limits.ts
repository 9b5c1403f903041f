import { ExposureLimitExceeded, LimitReached, PrepaidPointsExhausted } from "#api/ledger/refusals.ts";
import { nothingWithheld, type Withheld } from "./payable-campaigns.ts";

/** Each means that somebody else was given something; whoever loses more races does without. */
const RACES_LOST_MAX = 20;

/**
 * Books a receipt as far as limits allow at this moment: where a budget was used up meanwhile, or somebody else who pays
 * a share may owe no more, it is decided again on what is left. What the till's own partner may not is refused.
 */
export async function withinLimits<Booked>(
  partnerId: string | null,
  book: (withheld: Withheld) => Promise<Booked>,
): Promise<Booked> {
  let withheld = nothingWithheld;
  for (let lost = 0; ; lost++) {
    try {
      return await book(withheld);
    } catch (refusal) {
      withheld = without(withheld, refusal, { partnerId, lost });
    }
  }
}

function without(
  withheld: Withheld,
  refusal: unknown,
  { partnerId, lost }: { partnerId: string | null; lost: number },
): Withheld {
  if (refusal instanceof LimitReached) {
    if (withheld.counters.has(refusal.counterId)) throw refusal;
    return lost < RACES_LOST_MAX
      ? withheld
      : { ...withheld, counters: new Set([...withheld.counters, refusal.counterId]) };
  }
  const cannotPay = refusal instanceof ExposureLimitExceeded || refusal instanceof PrepaidPointsExhausted;
  if (!cannotPay || refusal.issuerId === partnerId || withheld.funders.has(refusal.issuerId)) throw refusal;
  return { ...withheld, funders: new Set([...withheld.funders, refusal.issuerId]) };
}

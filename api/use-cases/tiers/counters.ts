/** The counter of what rules give a member towards tiers in a month (YYYY-MM). */
export const tierCounter = (memberId: string, month: string): string => `tier:${memberId}:${month}`;

/** The counter of a benefit that receipts gave a member. */
export const benefitCounter = (benefit: string, memberId: string): string => `benefit:${benefit}:${memberId}`;

/** What counts the uses of a code, whoever uses it. */
export const couponCounter = (pool: string, code: string) => `coupon:${pool}:${code}`;

/** What counts how often one member used a code of a pool. */
export const couponCounterOf = (pool: string, memberId: string) => `coupon:${pool}:${memberId}`;

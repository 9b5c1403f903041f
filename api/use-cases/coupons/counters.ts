/** What counts the uses of a code, whoever uses it. */
export const couponCounter = (pool: string, code: string) => `coupon:${pool}:${code}`;

/** What counts the uses of a code by one member. */
export const couponCounterOf = (pool: string, code: string, memberId: string) => `coupon:${pool}:${code}:${memberId}`;

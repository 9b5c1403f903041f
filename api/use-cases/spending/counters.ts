/** Counters of the ledger that make a code, a confirmation or a day's limit serve no more often than it may. */
const CODE = "spendCode:";
const REQUEST = "spendRequest:";
const SPENT = "spent:";

export const spendCodeCounter = (cardId: string, window: number) => `${CODE}${cardId}:${window}`;
export const spendRequestCounter = (id: string) => `${REQUEST}${id}`;
/** `day`: YYYY-MM-DD, local. */
export const spentCounter = (memberId: string, day: string) => `${SPENT}${memberId}:${day}`;

export const isOnce = (counterId: string) => counterId.startsWith(CODE) || counterId.startsWith(REQUEST);
export const isSpent = (counterId: string) => counterId.startsWith(SPENT);

/** One earn as every contender is asked for it. */
export type Earn = {
  n: number;
  memberId: string;
  issuerId: string;
  points: bigint;
  issueRateE6: bigint;
  at: Date;
};

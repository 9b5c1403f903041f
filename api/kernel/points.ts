/** A whole number of points. Never a float, never money. */
export type Points = bigint & { readonly unit?: "points" };

/** JSON carries points as integers, which are exact only this far. */
export const POINTS_MAX = 9_007_199_254_740_991n;

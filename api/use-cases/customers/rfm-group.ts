import { type Sql, sql } from "#api/sql/snapshot.ts";

/** Customers by their scores, each in the first group that fits; what a marketer does differs from one to the next. */
export const rfmGroups = {
  NEVER: "Never bought.",
  CHAMPION: "Came lately, comes often, spends much: scores of 4 and more.",
  LOYAL: "Comes often and lately: frequency and recency of 3 and more.",
  PROMISING: "Came lately, not often yet.",
  SLIPPING: "Came often or spent much, and has not come for long.",
  FADING: "Has not come for some time.",
  LOST: "Among the fifth who have not come for longest, or nothing within a year.",
} as const;

export type RfmGroup = keyof typeof rfmGroups;

/** The group of a row of `customer`, called c; null: not scored yet. */
export const rfmGroup: Sql = sql`(CASE
  WHEN c.last_on IS NULL THEN 'NEVER'
  WHEN c.recency IS NULL THEN NULL
  WHEN c.recency >= 4 AND c.frequency >= 4 AND c.monetary >= 4 THEN 'CHAMPION'
  WHEN c.recency >= 3 AND c.frequency >= 3 THEN 'LOYAL'
  WHEN c.recency >= 3 THEN 'PROMISING'
  WHEN c.frequency >= 4 OR c.monetary >= 4 THEN 'SLIPPING'
  WHEN c.recency = 2 THEN 'FADING'
  ELSE 'LOST' END)`;

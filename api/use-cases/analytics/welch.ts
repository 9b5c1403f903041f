import { studentQuantile } from "#api/use-cases/analytics/student.ts";

/** One group of members: how many, their mean, and their variance as a sample (divided by n - 1). */
export type Sample = { count: number; mean: number; variance: number };

/** How much one group's mean is above the other's: with 95 % certainty between `low` and `high`. */
export type Difference = {
  mean: number;
  low: number;
  high: number;
  /** Of Student's t, after Welch and Satterthwaite. */
  degrees: number;
  /** Zero is not within: it is hardly chance. */
  isCertain: boolean;
};

const CERTAINTY = 0.95;

/**
 * The difference of two means whose variances need not be equal: mean ± t · √(s₁²/n₁ + s₂²/n₂), with the degrees of freedom
 * of Welch and Satterthwaite; see the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.3. Null: a group has fewer than
 * two members, so that nothing can be said of how certain it is.
 */
export function differenceOf(treated: Sample, control: Sample): Difference | null {
  if (treated.count < 2 || control.count < 2) return null;
  const [one, other] = [treated.variance / treated.count, control.variance / control.count];
  const mean = treated.mean - control.mean;
  if (one + other === 0)
    return { mean, low: mean, high: mean, degrees: treated.count + control.count - 2, isCertain: mean !== 0 };
  const degrees = (one + other) ** 2 / (one ** 2 / (treated.count - 1) + other ** 2 / (control.count - 1));
  const margin = studentQuantile(1 - (1 - CERTAINTY) / 2, degrees) * Math.sqrt(one + other);
  const [low, high] = [mean - margin, mean + margin];
  return { mean, low, high, degrees, isCertain: low > 0 || high < 0 };
}

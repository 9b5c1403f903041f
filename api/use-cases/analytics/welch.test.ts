import { expect, test } from "vitest";
import { studentQuantile } from "#api/use-cases/analytics/student.ts";
import { differenceOf } from "#api/use-cases/analytics/welch.ts";

test.each([
  [1, 12.7062],
  [2, 4.302653],
  [10, 2.228139],
  [30, 2.042272],
  [120, 1.97993],
  [1e7, 1.959964],
])("97.5 %% of Student's t with %d degrees of freedom lie below %d", (degrees, value) => {
  expect(studentQuantile(0.975, degrees)).toBeCloseTo(value, 4);
});

test("miles per gallon of American and Japanese cars, as the handbook of NIST compares them", () => {
  const american = { count: 249, mean: 20.14458, variance: 6.4147 ** 2 };
  const japanese = { count: 79, mean: 30.48101, variance: 6.10771 ** 2 };
  const found = differenceOf(american, japanese);
  expect(found?.mean).toBeCloseTo(-10.33643, 5);
  expect(found?.degrees).toBeCloseTo(136.875, 2);
  const t = -12.94627;
  const margin = studentQuantile(0.975, 136.875) * (-10.33643 / t);
  expect(found?.low).toBeCloseTo(-10.33643 - margin, 4);
  expect(found?.high).toBeCloseTo(-10.33643 + margin, 4);
  expect(found?.isCertain).toBe(true);
});

test("what may be chance is said to be", () => {
  const like = { count: 20, mean: 10, variance: 25 };
  expect(differenceOf({ ...like, mean: 11 }, like)).toMatchObject({ mean: 1, isCertain: false });
  expect(differenceOf({ ...like, count: 1 }, like)).toBeNull();
  expect(differenceOf({ ...like, variance: 0 }, { ...like, variance: 0 })).toMatchObject({
    low: 0,
    high: 0,
    isCertain: false,
  });
});

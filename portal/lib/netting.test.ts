import { expect, test } from "vitest";
import { bilateral, hubVolumeOf, multilateral, volumeOf } from "#portal/lib/netting.ts";

const flows = [
  { from: "fuel", to: "grocer", e6: 30n },
  { from: "grocer", to: "fuel", e6: 50n },
  { from: "grocer", to: "pharmacy", e6: 7n },
  { from: "grocer", to: "grocer", e6: 100n },
];

test("of two who owe each other only one pays, and only the difference; nobody pays themselves", () => {
  expect(bilateral(flows)).toEqual([
    { from: "grocer", to: "fuel", e6: 20n },
    { from: "grocer", to: "pharmacy", e6: 7n },
  ]);
});

test("what both owe alike is no payment at all", () => {
  expect(bilateral([flows[0], { from: "grocer", to: "fuel", e6: 30n }].filter((flow) => flow !== undefined))).toEqual(
    [],
  );
});

test("the volume leaves out what stays in one house", () => {
  expect(volumeOf(flows)).toEqual({ e6: 87n, payments: 3 });
});

test("against one hub less changes hands than pair by pair, and nothing stays with the hub", () => {
  const nets = multilateral([...flows, { from: "pharmacy", to: "grocer", e6: 10n }]);
  expect(nets).toEqual(
    new Map([
      ["fuel", -20n],
      ["grocer", 17n],
      ["pharmacy", 3n],
    ]),
  );
  expect(hubVolumeOf(nets)).toEqual({ e6: 20n, payments: 3 });
});

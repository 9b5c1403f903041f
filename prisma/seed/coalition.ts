import type { FundingModel } from "#api/sql/rows.ts";

/** A partner of the demo, before it is anybody's row. All of them are invented. */
export type DemoPartner = {
  code: string;
  name: string;
  category: string;
  entity: { name: string; taxNumber: string; address: string };
  outlets: readonly { code: string; name: string; city: string; address: string; tills: number }[];
  terms: {
    funding: FundingModel;
    issueRateE6: bigint;
    redeemRateE6: bigint;
    earnBps: number;
    pendingDays?: number;
    redeemShareMaxBps?: number;
    breakageOperatorBps?: number;
    feePerCycleE6: bigint;
    exposureLimitE6: bigint;
    takesForeignReturns?: boolean;
  };
  collateralE6: bigint;
  lossPoolE6: bigint;
};

const byn = (amount: number) => BigInt(amount) * 1_000_000n;

export const demoPartners: readonly DemoPartner[] = [
  {
    code: "SVITANAK",
    name: "Bank Svitanak",
    category: "bank",
    entity: { name: "Bank Svitanak OJSC", taxNumber: "100000011", address: "12 Skaryna Avenue, Minsk" },
    outlets: [
      { code: "CARDS", name: "Card processing", city: "Minsk", address: "12 Skaryna Avenue", tills: 1 },
      { code: "BRANCH-1", name: "Branch on Skaryna Avenue", city: "Minsk", address: "12 Skaryna Avenue", tills: 1 },
    ],
    terms: {
      funding: "ON_ISSUE",
      issueRateE6: 10_000n,
      redeemRateE6: 9_500n,
      earnBps: 80,
      feePerCycleE6: byn(20),
      exposureLimitE6: byn(20_000),
    },
    collateralE6: byn(500),
    lossPoolE6: byn(60),
  },
  {
    code: "KALASOK",
    name: "Kalasok",
    category: "grocer",
    entity: { name: "Kalasok Trade LLC", taxNumber: "100000022", address: "4 Milling Lane, Minsk" },
    outlets: [
      { code: "MSK-1", name: "Kalasok on Nezalezhnasts", city: "Minsk", address: "58 Nezalezhnasts Avenue", tills: 3 },
      { code: "MSK-2", name: "Kalasok Uruccha", city: "Minsk", address: "9 Hinkouva Street", tills: 2 },
      { code: "HRO-1", name: "Kalasok Hrodna", city: "Hrodna", address: "3 Savetskaya Square", tills: 2 },
      { code: "BRE-1", name: "Kalasok Brest", city: "Brest", address: "17 Hohalia Street", tills: 2 },
    ],
    terms: {
      funding: "ON_BURN",
      issueRateE6: 10_000n,
      redeemRateE6: 9_000n,
      earnBps: 150,
      redeemShareMaxBps: 5_000,
      feePerCycleE6: byn(15),
      exposureLimitE6: byn(15_000),
      takesForeignReturns: true,
    },
    collateralE6: byn(800),
    lossPoolE6: byn(60),
  },
  {
    code: "SHLIAKH",
    name: "Shliakh Fuel",
    category: "fuel",
    entity: { name: "Shliakh Petrol JLLC", taxNumber: "100000033", address: "1 Ring Road, Minsk" },
    outlets: [
      { code: "M1-KM12", name: "Station M1, km 12", city: "Minsk", address: "M1, km 12", tills: 2 },
      { code: "M6-KM40", name: "Station M6, km 40", city: "Valozhyn", address: "M6, km 40", tills: 1 },
      { code: "BRE", name: "Station Brest North", city: "Brest", address: "101 Varshauskaya Street", tills: 1 },
    ],
    terms: {
      funding: "ON_BURN",
      issueRateE6: 10_500n,
      redeemRateE6: 9_000n,
      earnBps: 200,
      feePerCycleE6: byn(12),
      exposureLimitE6: byn(8_000),
    },
    collateralE6: byn(300),
    lossPoolE6: byn(40),
  },
  {
    code: "LIPA",
    name: "Lipa Pharmacies",
    category: "pharmacy",
    entity: { name: "Lipa Pharm LLC", taxNumber: "100000044", address: "22 Lindens Street, Minsk" },
    outlets: [
      { code: "1", name: "Pharmacy No. 1", city: "Minsk", address: "22 Lindens Street", tills: 1 },
      { code: "2", name: "Pharmacy No. 2, all night", city: "Minsk", address: "5 Station Square", tills: 1 },
    ],
    terms: {
      funding: "ON_ISSUE",
      issueRateE6: 10_000n,
      redeemRateE6: 9_200n,
      earnBps: 300,
      pendingDays: 3,
      feePerCycleE6: byn(8),
      exposureLimitE6: byn(3_000),
    },
    collateralE6: byn(100),
    lossPoolE6: byn(20),
  },
  {
    code: "BUSEL",
    name: "Busel Coffee",
    category: "cafe",
    entity: { name: "Busel Coffee LLC", taxNumber: "100000055", address: "7 Upper Town, Minsk" },
    outlets: [
      { code: "UPPER", name: "Busel in the Upper Town", city: "Minsk", address: "7 Upper Town", tills: 1 },
      { code: "HRODNA", name: "Busel by the Nioman", city: "Hrodna", address: "2 River Street", tills: 1 },
    ],
    terms: {
      funding: "ON_ISSUE",
      issueRateE6: 10_000n,
      redeemRateE6: 9_000n,
      earnBps: 500,
      breakageOperatorBps: 5_000,
      feePerCycleE6: byn(5),
      exposureLimitE6: byn(2_000),
    },
    collateralE6: byn(60),
    lossPoolE6: byn(20),
  },
  {
    code: "SKARB",
    name: "Skarb Online",
    category: "online shop",
    entity: { name: "Skarb Commerce LLC", taxNumber: "100000066", address: "30 Warehouse Road, Fanipal" },
    outlets: [{ code: "WEB", name: "skarb.example", city: "Fanipal", address: "30 Warehouse Road", tills: 1 }],
    terms: {
      funding: "ON_BURN",
      issueRateE6: 10_000n,
      redeemRateE6: 8_800n,
      earnBps: 300,
      pendingDays: 14,
      redeemShareMaxBps: 3_000,
      feePerCycleE6: byn(15),
      exposureLimitE6: byn(10_000),
    },
    collateralE6: byn(400),
    lossPoolE6: byn(40),
  },
  {
    // The one that fails: its issuing is billed at once and its collateral does not cover a bad month.
    code: "LITARA",
    name: "Litara Books",
    category: "books",
    entity: { name: "Litara Books LLC", taxNumber: "100000077", address: "15 Printers Street, Minsk" },
    outlets: [{ code: "1", name: "Litara on Printers Street", city: "Minsk", address: "15 Printers Street", tills: 1 }],
    terms: {
      funding: "ON_ISSUE",
      issueRateE6: 10_000n,
      redeemRateE6: 8_500n,
      earnBps: 800,
      redeemShareMaxBps: 3_000,
      feePerCycleE6: 0n,
      exposureLimitE6: byn(1_000),
    },
    collateralE6: byn(10),
    lossPoolE6: byn(5),
  },
];

/** Talks with it go on: it has a name and an outlet, and no contract yet. */
export const demoNewcomer = { code: "VERAS", name: "Veras Sport", category: "sport" } as const;

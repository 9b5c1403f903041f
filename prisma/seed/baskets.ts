import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type MoneyE6, parseMoney } from "#api/kernel/money.ts";
import type { LineInput } from "#api/use-cases/purchases/receipt.ts";
import type { Chance } from "./chance.ts";

export type Basket = { lines: LineInput[]; totalE6: MoneyE6 };

/** What somebody buys at this partner today. */
export type Shop = (partner: string, chance: Chance) => Basket;

type Ware = { name: string; category: string; cents: readonly [number, number]; service?: true };

const shelves: Readonly<Record<string, readonly Ware[]>> = {
  LIPA: [
    { name: "Vitamin D3, 60 capsules", category: "vitamins", cents: [1_890, 1_890] },
    { name: "Nasal spray", category: "cold", cents: [1_240, 1_640] },
    { name: "Ibuprofen 400 mg", category: "pain", cents: [790, 790] },
    { name: "Blood pressure tablets", category: "prescription", cents: [2_350, 4_800] },
    { name: "Plasters", category: "first aid", cents: [350, 620] },
    { name: "Hand cream", category: "care", cents: [980, 1_750] },
  ],
  BUSEL: [
    { name: "Flat white", category: "coffee", cents: [750, 750] },
    { name: "Cappuccino", category: "coffee", cents: [690, 820] },
    { name: "Herbal tea", category: "tea", cents: [550, 550] },
    { name: "Honey cake", category: "cakes", cents: [890, 890] },
    { name: "Draniki with mushrooms", category: "kitchen", cents: [1_450, 1_450] },
    { name: "Syrniki", category: "kitchen", cents: [1_190, 1_190] },
  ],
  SKARB: [
    { name: "Headphones", category: "electronics", cents: [8_900, 24_900] },
    { name: "Linen bedding", category: "home", cents: [11_900, 18_900] },
    { name: "Phone case", category: "accessories", cents: [2_490, 3_990] },
    { name: "Winter boots", category: "shoes", cents: [16_900, 28_900] },
    { name: "Board game", category: "toys", cents: [5_900, 9_900] },
    { name: "Coffee grinder", category: "kitchen", cents: [9_900, 21_900] },
  ],
  LITARA: [
    { name: "Novel", category: "fiction", cents: [1_990, 3_490] },
    { name: "School atlas", category: "school", cents: [2_450, 2_450] },
    { name: "Notebook", category: "stationery", cents: [690, 1_290] },
    { name: "Picture book", category: "children", cents: [1_790, 2_990] },
  ],
};

const fuels = [
  { name: "Petrol AI-95", pricePerLitreE6: 2_560_000n },
  { name: "Petrol AI-92", pricePerLitreE6: 2_460_000n },
  { name: "Diesel", pricePerLitreE6: 2_560_000n },
] as const;

export function openShops(): Shop {
  const real = realReceipts();
  return (partner, chance) => {
    if (partner === "KALASOK") return basketOf(chance.oneOf(real));
    if (partner === "SHLIAKH") return fuelBasket(chance);
    if (partner === "SVITANAK") return cardTurnover(chance);
    return shelfBasket(shelves[partner] ?? never(`the shelves of ${partner}`), chance);
  };
}

export function basketOf(lines: readonly LineInput[]): Basket {
  return { lines: [...lines], totalE6: lines.reduce((sum, { amountE6 }) => sum + amountE6, 0n) };
}

/** Receipts that people really paid, from the file beside this one (README.md says whose). */
function realReceipts(): LineInput[][] {
  const file = new URL("./receipts.csv", import.meta.url);
  const rows = parse(readFileSync(file), { columns: true }) as Record<string, string>[];
  return [...Map.groupBy(rows, (row) => row["basket_id"]).values()].map((own) => own.map(lineOfRow));
}

function lineOfRow(row: Record<string, string>): LineInput {
  const money = (column: string) => parseMoney(row[column] ?? "") ?? never(`${column} of ${JSON.stringify(row)}`);
  const sku = row["product_id"] ?? "";
  const quantityMilli = BigInt(row["quantity"] ?? "1") * 1_000n;
  const paid = { amountE6: money("sales_value"), discountE6: money("discount") };
  return { sku, name: `Product ${sku}`, category: "groceries", quantityMilli, ...paid };
}

function fuelBasket(chance: Chance): Basket {
  const { name, pricePerLitreE6 } = chance.oneOf(fuels);
  const quantityMilli = BigInt(chance.between(180, 560)) * 100n;
  const amountE6 = ((pricePerLitreE6 * quantityMilli) / 1_000n / 10_000n) * 10_000n;
  const fuel: LineInput = { sku: name, name, category: "fuel", quantityMilli, unitPriceE6: pricePerLitreE6, amountE6 };
  const wash: LineInput = {
    sku: "WASH",
    name: "Car wash",
    category: "services",
    kind: "SERVICE",
    amountE6: 18_000_000n,
  };
  return basketOf(chance.happens(0.15) ? [fuel, wash] : [fuel]);
}

/** The bank rewards what was paid with its cards since it last looked. */
function cardTurnover(chance: Chance): Basket {
  const amountE6 = BigInt(chance.between(18_000, 96_000)) * 10_000n;
  const name = "Payments by card";
  return basketOf([{ sku: "CARD", name, category: "card turnover", kind: "SERVICE", amountE6 }]);
}

function shelfBasket(shelf: readonly Ware[], chance: Chance): Basket {
  const lines = Array.from({ length: chance.between(1, 2) }, (): LineInput => {
    const { name, category, cents } = chance.oneOf(shelf);
    const amountE6 = BigInt(Math.round(chance.between(...cents) / 10) * 10) * 10_000n;
    return { sku: name.toUpperCase().replace(/[^A-Z0-9]+/g, "-"), name, category, amountE6 };
  });
  return basketOf(lines);
}

function never(what: string): never {
  throw new Error(`The demo does not know ${what}.`);
}

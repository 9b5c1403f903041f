// Checks a prize draw of Zgoda from the two files its page offers:
//
//   node scripts/verify-draw.ts draw.json tickets.csv
//
// It shares no code with the hub; docs/draws.md says the method in words.
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

type Published = {
  method: string;
  code: string;
  seedHash: string;
  seed: string;
  listHash: string;
  publicValue: string;
  onePrizePerHolder: boolean;
  prizes: { name: string; quantity: number }[];
  winners: { place: number; prize: number; ticket: string; holder: number }[];
};

const [drawPath, listPath] = process.argv.slice(2);
if (!drawPath || !listPath) {
  console.error("Usage: node scripts/verify-draw.ts draw.json tickets.csv");
  process.exit(2);
}
const draw = JSON.parse(readFileSync(drawPath, "utf8")) as Published;
const list = readFileSync(listPath);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Whose each ticket is, one place per ticket. */
const holders: number[] = [];
for (const line of list.toString("utf8").trimEnd().split("\n").slice(1)) {
  const [holder = 0, tickets = 0] = line.split(",").map(Number);
  for (let n = 0; n < tickets; n++) holders.push(holder);
}

const pool: number[] = [];
let block = 0;
let random: bigint[] = [];
function next(): bigint {
  if (random.length === 0) {
    const said = `${draw.method}\n${draw.code}\n${draw.listHash}\n${draw.publicValue}\n${block++}`;
    const hex = createHmac("sha256", Buffer.from(draw.seed, "hex")).update(said).digest("hex");
    random = [0, 16, 32, 48].map((at) => BigInt(`0x${hex.slice(at, at + 16)}`));
  }
  return random.shift() ?? 0n;
}

let found = "";
for (let n = 0; n < holders.length; n++) pool.push(n);
let place = 0;
for (const [prize, { quantity }] of draw.prizes.entries()) {
  for (let piece = 0; piece < quantity && pool.length > 0; piece++) {
    const size = BigInt(pool.length);
    let number = next();
    while (number >= 2n ** 64n - (2n ** 64n % size)) number = next();
    const at = Number(number % size);
    const ticket = pool[at] ?? 0;
    const holder = holders[ticket] ?? 0;
    found += `${++place} ${prize} ${ticket + 1} ${holder}\n`;
    if (draw.onePrizePerHolder) {
      let kept = 0;
      for (const one of pool) if (holders[one] !== holder) pool[kept++] = one;
      pool.length = kept;
    } else pool.splice(at, 1);
  }
}

const told = draw.winners.map((one) => `${one.place} ${one.prize} ${one.ticket} ${one.holder}\n`).join("");
const checks = [
  ["the method is known", draw.method === "zgoda-draw-1"],
  ["the seed is the one that was promised", sha256(Buffer.from(draw.seed, "hex")) === draw.seedHash],
  ["the list of tickets is the one that was promised", sha256(list) === draw.listHash],
  ["the winners follow from both", found === told],
] as const;
for (const [what, holds] of checks) console.log(`${holds ? "yes" : "NO "}  ${what}`);
process.exit(checks.every(([, holds]) => holds) ? 0 : 1);

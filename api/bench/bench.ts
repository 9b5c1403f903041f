import { parseArgs } from "node:util";
import { engineEvaluate } from "#api/bench/engine/evaluate.ts";
import { type Figure, machine, type Print, printJson, printRow } from "#api/bench/figures.ts";
import { gatewayNothing } from "#api/bench/gateway/nothing.ts";
import { gatewayPurchase } from "#api/bench/gateway/purchase.ts";
import { ledgerEarn } from "#api/bench/ledger/earn.ts";
import { ledgerRedeem } from "#api/bench/ledger/redeem.ts";
import { clearingMonth } from "#api/bench/month/month.ts";
import { reconciliationPartnerFile } from "#api/bench/partner-file/partner-file.ts";
import { record } from "#api/bench/record.ts";
import { reportsExport } from "#api/bench/reports/export.ts";

/** What can be measured, by name. `quick` makes it small. */
const benches: Readonly<Record<string, (print: Print, options: { quick: boolean }) => Promise<void>>> = {
  "engine.evaluate": engineEvaluate,
  "ledger.earn": ledgerEarn,
  "ledger.redeem": ledgerRedeem,
  "gateway.nothing": gatewayNothing,
  "gateway.purchase": gatewayPurchase,
  "clearing.month": clearingMonth,
  "reconciliation.partner-file": reconciliationPartnerFile,
  "reports.export": reportsExport,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
    },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(benches);
  const unknown = names.find((name) => !(name in benches));
  if (unknown) throw new Error(`There is no bench ${unknown}; there are: ${Object.keys(benches).join(", ")}.`);
  if (!values.json) console.log(`On ${machine()}\n`);
  const figures: Figure[] = [];
  const tell = values.json ? printJson : printRow;
  const print: Print = (figure) => {
    figures.push(figure);
    tell(figure);
  };
  for (const name of names) await benches[name]?.(print, { quick: values.quick });
  if (values.record) await record(figures, { names, quick: values.quick });
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

import { parseArgs } from "node:util";
import { drawMillion } from "#api/bench/draw/million.ts";
import { engineEvaluate } from "#api/bench/engine/evaluate.ts";
import { type Figure, machine, type Print, printJson, printRow } from "#api/bench/figures.ts";
import { gatewayBatch } from "#api/bench/gateway/batch.ts";
import { gatewayLayers } from "#api/bench/gateway/layers.ts";
import { gatewayNothing } from "#api/bench/gateway/nothing.ts";
import { gatewayPool } from "#api/bench/gateway/pool.ts";
import { gatewayPurchase } from "#api/bench/gateway/purchase.ts";
import { gatewayReads } from "#api/bench/gateway/reads.ts";
import { gatewaySockets } from "#api/bench/gateway/sockets.ts";
import { gatewayStorm } from "#api/bench/gateway/storm.ts";
import { ledgerDue } from "#api/bench/ledger/due.ts";
import { ledgerEarn } from "#api/bench/ledger/earn.ts";
import { ledgerGrowth } from "#api/bench/ledger/growth.ts";
import { ledgerLimit } from "#api/bench/ledger/limit.ts";
import { ledgerRedeem } from "#api/bench/ledger/redeem.ts";
import { clearingMonth } from "#api/bench/month/month.ts";
import { reconciliationPartnerFile } from "#api/bench/partner-file/partner-file.ts";
import { record } from "#api/bench/record.ts";
import { reportsExport } from "#api/bench/reports/export.ts";
import { segmentsRecount } from "#api/bench/segments/recount.ts";

/** `record`: whether what is measured is kept. `size`: how many lines a book grows to, where a bench lets it grow. */
type Options = { quick: boolean; record: boolean; size?: number };

/** What can be measured, by name. `quick` makes it small. */
const benches: Readonly<Record<string, (print: Print, options: Options) => Promise<void>>> = {
  "engine.evaluate": engineEvaluate,
  "ledger.earn": ledgerEarn,
  "ledger.redeem": ledgerRedeem,
  "ledger.growth": ledgerGrowth,
  "ledger.due": ledgerDue,
  "ledger.limit": ledgerLimit,
  "gateway.nothing": gatewayNothing,
  "gateway.purchase": gatewayPurchase,
  "gateway.layers": gatewayLayers,
  "gateway.reads": gatewayReads,
  "gateway.pool": gatewayPool,
  "gateway.batch": gatewayBatch,
  "gateway.sockets": gatewaySockets,
  "gateway.storm": gatewayStorm,
  "clearing.month": clearingMonth,
  "reconciliation.partner-file": reconciliationPartnerFile,
  "reports.export": reportsExport,
  "segments.recount": segmentsRecount,
  "draw.million": drawMillion,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
      size: { type: "string" },
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
  const size = values.size === undefined ? {} : { size: Number(values.size) };
  const { quick, record: isRecorded } = values;
  for (const name of names) await benches[name]?.(print, { quick, record: isRecorded, ...size });
  const command = ["npm run bench --", ...names, ...(quick ? ["--quick"] : []), "--record"].join(" ");
  if (isRecorded) await record(figures, { title: names.join(", "), command });
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

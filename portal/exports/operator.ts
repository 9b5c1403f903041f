import "server-only";
import type { Report } from "#portal/lib/csv.ts";
import { allNodes, mapped } from "#portal/lib/pages.ts";
import type { Reader } from "#portal/lib/read-as.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { partnerStates } from "#portal/views/operator/partners.tsx";
import { cycleList, cycleMatrix, cycleObligations, cyclePositions, partnerList } from "#schema/documents.ts";

const PAGE = 100;

export async function cyclesReport(readAs: Reader): Promise<Report | null> {
  const rows = allNodes(async (after) => (await readAs(cycleList, { first: PAGE, after })).cycles);
  return {
    name: "zgoda.cycles",
    version: 1,
    fileName: "cycles.csv",
    columns: ["cycle", "opens_at", "cutoff_at", "state", "partners", "gross", "net", "pay_in", "pay_out", "currency"],
    summed: ["gross", "net", "pay_in", "pay_out"],
    rows: mapped(rows, ({ seq, opensAt, cutoffAt, state, totals }) => ({
      cycle: seq,
      opens_at: opensAt,
      cutoff_at: cutoffAt,
      state,
      partners: totals?.partnerCount ?? null,
      gross: totals?.gross.amount ?? null,
      net: totals?.net.amount ?? null,
      pay_in: totals?.payIn.amount ?? null,
      pay_out: totals?.payOut.amount ?? null,
      currency: totals?.gross.currencyCode ?? null,
    })),
  };
}

export async function positionsReport(readAs: Reader, search: Search): Promise<Report | null> {
  const id = search["cycle"] ?? "";
  const { cycle } = await readAs(cyclePositions, { id, first: 1, after: null });
  if (!cycle) return null;
  const rows = allNodes(async (after) => (await readAs(cyclePositions, { id, first: PAGE, after })).cycle?.positions);
  return {
    name: "zgoda.positions",
    version: 1,
    fileName: `positions.${cycle.seq}.v${cycle.version}.csv`,
    columns: ["cycle", "partner_id", "partner", "opening", "gross_debit", "gross_credit", "net", "currency"],
    summed: ["opening", "gross_debit", "gross_credit", "net"],
    rows: mapped(rows, (node) => ({
      cycle: cycle.seq,
      partner_id: node.partner.id,
      partner: node.partner.name,
      opening: node.opening.amount,
      gross_debit: node.debit.amount,
      gross_credit: node.credit.amount,
      net: node.net.amount,
      currency: node.net.currencyCode,
    })),
  };
}

export async function matrixReport(readAs: Reader, search: Search): Promise<Report | null> {
  const id = search["cycle"] ?? "";
  const { cycle } = await readAs(cycleMatrix, { id, first: 1, after: null });
  if (!cycle) return null;
  const rows = allNodes(async (after) => (await readAs(cycleMatrix, { id, first: PAGE, after })).cycle?.matrix);
  return {
    name: "zgoda.settlement-matrix",
    version: 1,
    fileName: `settlement-matrix.${id}.csv`,
    columns: [
      "issuer_id",
      "issuer",
      "redeemer_id",
      "redeemer",
      "redemptions",
      "points",
      "issuer_charge",
      "redeemer_credit",
      "margin",
      "on_us",
      "currency",
    ],
    summed: ["redemptions", "points", "issuer_charge", "redeemer_credit", "margin"],
    rows: mapped(rows, ({ issuer, redeemer, redemptionCount, points, charge, reimbursement, margin, isOnUs }) => ({
      issuer_id: issuer.id,
      issuer: issuer.name,
      redeemer_id: redeemer.id,
      redeemer: redeemer.name,
      redemptions: redemptionCount,
      points,
      issuer_charge: charge.amount,
      redeemer_credit: reimbursement.amount,
      margin: margin.amount,
      on_us: String(isOnUs),
      currency: charge.currencyCode,
    })),
  };
}

export async function obligationsReport(readAs: Reader, search: Search): Promise<Report | null> {
  const id = search["cycle"] ?? "";
  const { cycle } = await readAs(cycleObligations, { id, first: 1, after: null });
  if (!cycle) return null;
  const rows = allNodes(
    async (after) => (await readAs(cycleObligations, { id, first: PAGE, after })).cycle?.obligations,
  );
  return {
    name: "zgoda.obligations",
    version: 1,
    fileName: `obligations.${cycle.seq}.v${cycle.version}.csv`,
    columns: [
      "cycle",
      "partner_id",
      "partner",
      "direction",
      "net",
      "settled",
      "carried",
      "due_on",
      "state",
      "paid",
      "currency",
    ],
    summed: ["net", "settled", "carried", "paid"],
    rows: mapped(rows, (node) => ({
      cycle: cycle.seq,
      partner_id: node.partner.id,
      partner: node.partner.name,
      direction: node.direction,
      net: node.net.amount,
      settled: node.amount.amount,
      carried: node.carried.amount,
      due_on: node.dueOn,
      state: node.state,
      paid: node.paid.amount,
      currency: node.net.currencyCode,
    })),
  };
}

export async function partnersReport(readAs: Reader, search: Search): Promise<Report | null> {
  const status = partnerStates.find((state) => state === search["status"]) ?? null;
  const rows = allNodes(
    async (after) => (await readAs(partnerList, { first: PAGE, after, search: search["q"] ?? null, status })).partners,
  );
  return {
    name: "zgoda.partners",
    version: 1,
    fileName: "partners.csv",
    columns: ["partner_id", "code", "name", "category", "status", "position", "exposure", "limit", "currency"],
    summed: ["position", "exposure"],
    rows: mapped(rows, ({ id, code, name, category, status: stands, position, exposure }) => ({
      partner_id: id,
      code,
      name,
      category,
      status: stands,
      position: position?.net.amount ?? null,
      exposure: exposure?.exposure.amount ?? null,
      limit: exposure?.limit?.amount ?? null,
      currency: position?.net.currencyCode ?? null,
    })),
  };
}

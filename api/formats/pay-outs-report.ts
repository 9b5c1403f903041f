import type { PaymentOrder } from "#api/formats/pain001.ts";
import type { Report, ReportRow } from "#api/formats/report.ts";

/** The same transfers as rows, for whoever pays by hand or compares. */
export function payOutsReport({ currency, debtor, transfers }: PaymentOrder): Report {
  return {
    name: "pay_outs",
    version: 1,
    columns: [
      { name: "end_to_end_id", kind: "text" },
      { name: "execute_on", kind: "day" },
      { name: "debtor_iban", kind: "text" },
      { name: "creditor_name", kind: "text" },
      { name: "creditor_iban", kind: "text" },
      { name: "creditor_bic", kind: "text" },
      { name: "amount", kind: "money", isSummed: true },
      { name: "currency", kind: "text" },
      { name: "remittance", kind: "text" },
    ],
    rows: rows(),
  };

  async function* rows(): AsyncGenerator<ReportRow> {
    for (const { endToEndId, executeOn, amountE6, creditor, remittance } of transfers) {
      yield {
        end_to_end_id: endToEndId,
        execute_on: executeOn,
        debtor_iban: debtor.iban,
        creditor_name: creditor.name,
        creditor_iban: creditor.iban,
        creditor_bic: creditor.bic,
        amount: amountE6,
        currency,
        remittance: typeof remittance === "string" ? remittance : remittance.creditorReference,
      };
    }
  }
}

import "server-only";
import { getTranslations } from "next-intl/server";
import { openAmount } from "#portal/lib/open-amount.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import type { BoardHint, BoardRow } from "#portal/ui/recon-board.tsx";
import type { reconBoard, reconHints } from "#schema/documents.ts";

type Answer = AnswerOf<typeof reconBoard>;
type Hinted = AnswerOf<typeof reconHints>["reconItems"]["edges"][number]["node"];
type Board = {
  payments: BoardRow[];
  receipts: BoardRow[];
  hints: BoardHint[];
  /** Receipts that nobody looks into yet: they have to be taken first. */
  untaken: string[];
};

/** Both sides of the board, and what the hub would put together. */
export async function boardOf({ payments, reconItems }: Answer, hinted: Hinted[]): Promise<Board> {
  const texts = await getTexts();
  const reasons = await getTranslations("suggestionReasons");
  // Debits are explained one by one; only receipts are put together with what is awaited.
  const items = reconItems.edges.map(({ node }) => node).filter(({ unapplied }) => Number(unapplied.amount) > 0);
  return {
    payments: payments.edges.map(({ node }) => ({
      id: node.id,
      title: node.partner?.name ?? node.endToEndId,
      note: [node.endToEndId, node.creditorReference].filter(Boolean).join(" · "),
      when: node.obligation?.dueOn ? texts.businessDate(node.obligation.dueOn) : "",
      amount: openAmount(node.amount.amount, node.received.amount),
    })),
    receipts: items.map(({ id, bankLine, unapplied }) => ({
      id,
      title: bankLine?.counterpartyName ?? bankLine?.endToEndId ?? id,
      note: [bankLine?.endToEndId, bankLine?.remittance].filter(Boolean).join(" · "),
      when: bankLine ? texts.businessDate(bankLine.bookedOn) : "",
      amount: unapplied.amount,
    })),
    untaken: items.filter(({ state }) => state !== "INVESTIGATING").map(({ id }) => id),
    hints: hinted.flatMap(({ id, suggestions }) =>
      suggestions.flatMap((suggestion) =>
        suggestion.parts.flatMap(({ payment }) =>
          payment
            ? [
                {
                  right: id,
                  left: payment.id,
                  score: suggestion.score,
                  reason: suggestion.reasons.map((reason) => reasons(reason)).join(", "),
                },
              ]
            : [],
        ),
      ),
    ),
  };
}

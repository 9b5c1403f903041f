"use client";

import { useLocale, useTranslations } from "next-intl";
import { moneyOf } from "#portal/lib/added-money.ts";
import { allocate } from "#portal/lib/allocate.ts";
import { formatMoney } from "#portal/lib/format.ts";
import { Button, ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { type BoardHint, type BoardRow, ReconBoard } from "#portal/ui/recon-board.tsx";
import { matchReceipts } from "#schema/documents.ts";

type BoardProps = {
  payments: BoardRow[];
  receipts: BoardRow[];
  hints: BoardHint[];
  untaken: string[];
  currencyCode: string;
  /** May this person propose? */
  works: boolean;
};

/** Ledger on the left, bank on the right; what is ticked is laid before finance as one match. */
export function BankBoard({ payments, receipts, hints, untaken, currencyCode, works }: BoardProps) {
  const t = useTranslations("recon");
  const locale = useLocale();
  const titles = new Map(payments.map(({ id, title }) => [id, title]));
  return (
    <ReconBoard
      leftName={t("ledgerSide")}
      rightName={t("bankSide")}
      left={payments}
      right={receipts}
      hints={hints}
      currencyCode={currencyCode}
    >
      {({ left, right, amounts }) => {
        if (!works) return <p className="text-ink-faint">{t("clerkOnly")}</p>;
        if (left.length === 0 || right.length === 0)
          return (
            <Button disabled look="primary">
              {t("reconcile")}
            </Button>
          );
        const first = right.find((id) => untaken.includes(id));
        if (first)
          return (
            <ButtonLink href={`/operator/reconciliation/${first}`} look="primary">
              {t("takeFirst")}
            </ButtonLink>
          );
        const cash = right.reduce((sum, id) => sum + (amounts.get(id) ?? 0n), 0n);
        const parts = allocate(
          cash,
          left.map((id) => ({ id, e6: amounts.get(id) ?? 0n })),
        );
        const print = (e6: bigint) => formatMoney(locale, moneyOf(e6, currencyCode));
        return (
          <DeedDialog
            operation={matchReceipts}
            input={{
              itemIds: right,
              parts: parts.map(({ id, e6 }) => ({ paymentId: id, amount: moneyOf(e6, currencyCode).amount })),
            }}
            takes={{ reason: "required", key: true }}
            button={t("reconcile")}
            title={t("reconcileTitle")}
            text={t("reconcileText")}
            changes={parts.map(({ id, e6 }) => ({
              name: titles.get(id) ?? id,
              before: print(amounts.get(id) ?? 0n),
              after: print((amounts.get(id) ?? 0n) - e6),
            }))}
            confirm={t("reconcile")}
            done={t("reconcileDone")}
          />
        );
      }}
    </ReconBoard>
  );
}

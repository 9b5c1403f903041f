import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { openAmount } from "#portal/lib/open-amount.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { CopyText } from "#portal/ui/copy-text.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { OwnPayment, PayInAccount } from "#portal/views/partner/settlement.tsx";

type ToPayProps = { payments: OwnPayment[]; account: PayInAccount | null };

/** What a person types into the bank's form, amount by amount; nothing where nothing is due. */
export async function ToPay({ payments, account }: ToPayProps) {
  const awaited = payments.filter(
    ({ kind, state }) => kind === "PAY_IN" && (state === "EXPECTED" || state === "PARTIAL"),
  );
  if (awaited.length === 0) return null;
  return (
    <>
      {awaited.map((payment) => (
        <Instruction key={payment.id} payment={payment} account={account} />
      ))}
    </>
  );
}

async function Instruction({ payment, account }: { payment: OwnPayment; account: PayInAccount | null }) {
  const t = await getTranslations("ownSettlement");
  const partner = await getTranslations("partner");
  const texts = await getTexts();
  const { obligation, creditorReference, endToEndId } = payment;
  const left = { ...payment.amount, amount: openAmount(payment.amount.amount, payment.received.amount) };
  const rows: [string, ReactNode | null][] = [
    [t("holder"), account ? <CopyText key="holder" text={account.holder} /> : null],
    [
      t("iban"),
      account ? <CopyText key="iban" text={account.iban} shown={grouped(account.iban)} /> : t("noPayInAccount"),
    ],
    [t("bic"), account?.bic ? <CopyText key="bic" text={account.bic} /> : null],
    [t("amount"), <CopyText key="amount" text={left.amount} shown={texts.money(left)} />],
    [
      t("reference"),
      creditorReference ? <CopyText key="ref" text={creditorReference} shown={grouped(creditorReference)} /> : null,
    ],
    [t("endToEndId"), <CopyText key="e2e" text={endToEndId} />],
  ];
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-3">
          {t("toPayTitle", { cycle: partner("cycleNumber", { number: String(payment.cycle?.seq ?? "") }) })}
          {obligation ? <Status state={obligation.state} /> : null}
        </span>
      }
      note={t("toPayNote")}
      aside={
        <span className="text-right">
          <b className="figures block font-semibold text-2xl tracking-[-0.025em]" data-to-pay={left.amount}>
            {texts.money(left)}
          </b>
          {obligation?.dueOn ? (
            <span className="block text-ink-soft">
              {partner("nextDue", { date: texts.businessDate(obligation.dueOn) })}
            </span>
          ) : null}
        </span>
      }
    >
      <dl className="grid gap-x-10 sm:grid-cols-2">
        {rows
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name} className="border-line/70 border-b py-2.5">
              <dt className="text-ink-faint text-sm">{name}</dt>
              <dd className="mt-0.5">{value}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  );
}

/** "BY13NBRB3600" -> "BY13 NBRB 3600", as people read it aloud. */
export const grouped = (text: string) => text.replace(/(.{4})(?=.)/g, "$1 ");

import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { millionths, moneyOf } from "#portal/lib/added-money.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Facts } from "#portal/ui/page.tsx";
import { Policy } from "#portal/views/operator/proofs.tsx";
import type { BankBook } from "#portal/views/operator/recon/figures.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import type { bankStatementList } from "#schema/documents.ts";

type Statement = AnswerOf<typeof bankStatementList>["bankStatements"]["edges"][number]["node"];

/** What the ledger holds of the settlement account against what the bank says stands there. */
export async function BankPolicy({ books }: { books: BankBook[] }) {
  const t = await getTranslations("proofs");
  const texts = await getTexts();
  const settlement = books.find(({ book }) => book === "SETTLEMENT");
  if (!settlement) return null;
  const { statement, difference, ledger } = settlement;
  const ok = difference ? Number(difference.amount) === 0 : null;
  return (
    <Policy title={t("bank")} text={t("bankText")} ok={ok}>
      {statement && difference ? (
        <>
          <Facts
            facts={[
              [t("ledger"), texts.money(ledger)],
              [t("bankSide"), texts.money(statement.closing)],
              [t("drift"), <b key="drift">{texts.money(difference, "always")}</b>],
            ]}
          />
          <p className="mt-1 text-ink-faint text-sm">{t("asOf", { at: texts.businessDate(statement.closedOn) })}</p>
        </>
      ) : null}
    </Policy>
  );
}

/** Newest first, each opening is the closing of the one before; every statement is one run of this policy. */
export async function ContinuityPolicy({ statements }: { statements: Statement[] }) {
  const t = await getTranslations("proofs");
  const texts = await getTexts();
  const runs = statements.map((statement, index) => {
    const before = statements[index + 1];
    const drift = before ? millionths(statement.opening.amount) - millionths(before.closing.amount) : 0n;
    return { statement, drift };
  });
  const ok = runs.length === 0 ? null : runs.every(({ drift }) => drift === 0n);
  return (
    <Policy title={t("continuity")} text={t("continuityText")} ok={ok}>
      <ul className="grid max-h-48 gap-1 overflow-auto">
        {runs.map(({ statement, drift }) => (
          <li key={statement.id} className="flex justify-between gap-4 text-sm">
            <Link href={`${RECON}/statements/${statement.id}`} className="hover:underline">
              {statement.bankId}
            </Link>
            <span className={`figures ${drift === 0n ? "text-ink-faint" : "text-bad"}`}>
              {texts.money(moneyOf(drift, statement.opening.currencyCode), "always")}
            </span>
          </li>
        ))}
      </ul>
    </Policy>
  );
}

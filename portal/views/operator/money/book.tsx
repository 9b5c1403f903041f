import { Check, TriangleAlert } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import { daysSince } from "#portal/lib/days.ts";
import { address } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { CopyText } from "#portal/ui/copy-text.tsx";
import { Facts } from "#portal/ui/page.tsx";
import { ACCOUNTS } from "#portal/views/operator/ledger/tabs.tsx";
import type { OwnBook } from "#portal/views/operator/money.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import { grouped } from "#portal/views/partner/settlement/to-pay.tsx";

/** Banks send a statement for every business day; a long weekend is no gap. */
const STALE_DAYS = 4;

/** One bank account: what the books hold, what the bank says, and whether anything is missing between them. */
export async function BankBookPanel({ book }: { book: OwnBook }) {
  const t = await getTranslations("ownMoney");
  const texts = await getTexts();
  const { statement, firstStatement, account } = book;
  const links = "text-accent hover:underline";
  return (
    <section className="panel px-5 py-4.5" data-book={book.book}>
      <h2 className="font-semibold">{t(book.book)}</h2>
      <p className="text-ink-faint text-sm">{t(`${book.book}_text`)}</p>
      <p className="mt-4">
        <Link href={`${ACCOUNTS}/BANK_${book.book}/own`} className="hover:underline">
          <span className="figures font-semibold text-3xl tracking-[-0.025em]">{texts.money(book.ledger)}</span>
        </Link>
        <span className="ml-2 text-ink-faint">{t("ledger")}</span>
      </p>
      <Agreement book={book} />
      <Facts
        facts={[
          [
            t("bank"),
            statement ? (
              <Link key="bank" href={`${RECON}/statements/${statement.id}`} className={links}>
                {t("openingOn", {
                  amount: texts.money(statement.closing),
                  date: texts.businessDate(statement.closedOn),
                })}
              </Link>
            ) : (
              "–"
            ),
          ],
          [
            t("opening"),
            firstStatement ? (
              <Link key="opening" href={`${RECON}/statements/${firstStatement.id}`} className={links}>
                {t("openingOn", {
                  amount: texts.money(firstStatement.opening),
                  date: texts.businessDate(firstStatement.openedOn),
                })}
              </Link>
            ) : (
              "–"
            ),
          ],
          [t("account"), account ? <CopyText key="iban" text={account.iban} shown={grouped(account.iban)} /> : "–"],
          ...(account ? [[t("holder"), account.holder] as [string, string]] : []),
        ]}
      />
      <p className="mt-2 text-sm">
        <Link href={address(`${RECON}/statements`, { book: book.book })} className={links}>
          {t("statements")}
        </Link>
      </p>
    </section>
  );
}

/** Whether books and bank agree, and what speaks against trusting it. */
async function Agreement({ book }: { book: OwnBook }) {
  const t = await getTranslations("ownMoney");
  const texts = await getTexts();
  const { statement, difference, account, openCount } = book;
  const agrees = difference !== null && Number(difference.amount) === 0;
  // What is recorded on the segregated account stands in the books before the bank shows it.
  const awaited = !agrees && difference !== null && book.book === "COLLATERAL";
  const days = statement ? daysSince(`${statement.closedOn}T12:00:00Z`, Date.now()) : 0;
  return (
    <div className="my-3 grid gap-2">
      {statement === null || difference === null ? (
        <Note tone="quiet">{t("noStatement")}</Note>
      ) : agrees ? (
        <Note tone="good">{t("agrees")}</Note>
      ) : (
        <Note tone={awaited ? "warn" : "bad"}>
          {t("differs", { amount: texts.money(difference, "always") })} {awaited ? t("awaited") : null}
        </Note>
      )}
      {statement && days > STALE_DAYS ? (
        <Note tone="warn">
          {t("stale", { date: texts.businessDate(statement.closedOn), count: days, n: texts.points(days) })}
        </Note>
      ) : null}
      {openCount > 0 ? (
        <Note tone="warn">
          <Link href={`${RECON}/items`} className="underline">
            {t("openItems", { count: openCount, n: texts.points(openCount) })}
          </Link>
        </Note>
      ) : null}
      {account ? null : <Note tone="warn">{t("noAccount")}</Note>}
    </div>
  );
}

const tones = {
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  quiet: "bg-sunken text-ink-soft",
} as const;

function Note({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  const Sign = tone === "good" ? Check : TriangleAlert;
  return (
    <p className={`flex gap-2 rounded-lg px-3 py-2 text-sm ${tones[tone]}`}>
      <Sign className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}

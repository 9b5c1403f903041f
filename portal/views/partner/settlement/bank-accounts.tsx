import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { grouped } from "#portal/views/partner/settlement/to-pay.tsx";
import type { SettledPartner, SettlementAnswer } from "#portal/views/partner/settlement.tsx";
import { proposeBankAccount } from "#schema/documents.ts";

type Account = SettledPartner["bankAccounts"][number];
type BankAccountsProps = {
  partner: SettledPartner;
  rules: SettlementAnswer["programme"]["rules"];
  roles: readonly string[];
};

/** Where we are paid: the account in use, the one that waits for finance or cools off, and those before. */
export async function BankAccounts({ partner, rules, roles }: BankAccountsProps) {
  const t = await getTranslations("ownSettlement");
  return (
    <Panel
      title={t("accounts")}
      note={t("accountsNote", { days: String(rules?.bankDetailsCoolingDays ?? 0) })}
      aside={roles.includes("PARTNER_OWNER") ? <Propose partner={partner} /> : null}
      flush
    >
      {partner.bankAccounts.length === 0 ? <Empty title={t("noAccountTitle")}>{t("noAccountText")}</Empty> : null}
      <ul>
        {partner.bankAccounts.map((account) => (
          <AccountRow key={account.id} account={account} />
        ))}
      </ul>
    </Panel>
  );
}

async function AccountRow({ account }: { account: Account }) {
  const t = await getTranslations("ownSettlement");
  const texts = await getTexts();
  const cooling = account.state === "ACTIVE" && account.usableFrom && Date.parse(account.usableFrom) > Date.now();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5 border-line/70 border-t px-5 py-3.5">
      <div className="min-w-0">
        <p className="figures font-medium [overflow-wrap:anywhere]">{grouped(account.iban)}</p>
        <p className="text-ink-faint text-sm">
          {[account.holder, account.bic, texts.date(account.createdAt)].filter(Boolean).join(" · ")}
        </p>
      </div>
      <div className="text-right">
        <Status state={account.state} />
        {cooling && account.usableFrom ? (
          <p className="mt-1 text-sm text-warn" data-cooling>
            {t("cooling", { at: texts.instant(account.usableFrom) })}
          </p>
        ) : null}
      </div>
    </li>
  );
}

async function Propose({ partner }: { partner: SettledPartner }) {
  const t = await getTranslations("ownSettlement");
  const inUse = partner.bankAccounts.find(({ state }) => state === "ACTIVE");
  return (
    <DeedDialog
      operation={proposeBankAccount}
      input={{ partnerId: partner.id, purpose: "PAYOUT" }}
      takes={{ reason: "required", key: true }}
      fields={[
        { name: "holder", label: t("holder"), kind: "text", required: true, value: inUse?.holder ?? "" },
        { name: "iban", label: t("iban"), kind: "text", required: true, hint: t("ibanHint") },
        { name: "bic", label: t("bic"), kind: "text" },
      ]}
      look="secondary"
      size="small"
      button={t("propose")}
      title={t("proposeTitle")}
      text={t("proposeText")}
      confirm={t("propose")}
      done={t("proposeDone")}
    />
  );
}

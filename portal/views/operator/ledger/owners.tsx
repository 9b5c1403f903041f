import { getTranslations } from "next-intl/server";
import { type Account, ALL, OWN } from "#portal/lib/account.ts";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { AsOfFilter, asOfWords } from "#portal/views/operator/ledger/as-of-filter.tsx";
import { type Balance, Size, sideOf, sides } from "#portal/views/operator/ledger/sides.tsx";
import { ACCOUNTS } from "#portal/views/operator/ledger/tabs.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { accountOwners } from "#schema/documents.ts";

type Answer = AnswerOf<typeof accountOwners>;
type OwnersProps = { account: Account; answer: Answer; search: Search; at: string | null };

/** One kind of account: whose accounts there are, and what stands on each. */
export async function AccountOwners({ account, answer, search, at }: OwnersProps) {
  const t = await getTranslations("ledger");
  const names = await getTranslations("accounts");
  const { accountBalance: total, accountBalances: page } = answer;
  const texts = await getTexts();
  const path = `${ACCOUNTS}/${account}`;
  const then = { at: search["at"] };
  return (
    <>
      <Trail crumbs={[{ name: t("tabAccounts"), href: address(ACCOUNTS, then) }]} here={names(account)} />
      <PageHead title={names(account)} lead={await asOfWords(search)} />
      <AsOfFilter />
      <div className="grid gap-6">
        <StatRow>
          <BalanceStat
            label={t("everybody")}
            balance={total}
            entryCount={total.entryCount}
            href={address(`${path}/${ALL}`, then)}
          />
        </StatRow>
        <Panel flush>
          <PagedTable
            caption={names(account)}
            columns={[
              { id: "owner", name: t("owner") },
              { id: "debit", name: t("debit"), align: "end" },
              { id: "credit", name: t("credit"), align: "end" },
              { id: "entries", name: t("entries"), align: "end" },
            ]}
            rows={
              await Promise.all(
                page.edges.map(async ({ node }) => ({
                  id: node.ownerId ?? OWN,
                  href: address(`${path}/${node.ownerId ?? OWN}`, then),
                  cells: {
                    owner: await ownerName(node),
                    ...sides(node),
                    entries: texts.points(node.entryCount),
                  },
                })),
              )
            }
            empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
            path={path}
            search={search}
            views={["at"]}
            pageInfo={page.pageInfo}
            offer={operatorOffer("ACCOUNT_BALANCES", { account, ...(at ? { until: at } : {}) })}
          />
        </Panel>
      </div>
    </>
  );
}

type Owner = {
  ownerId: string | null;
  partner: { name: string } | null;
  member: { name: string | null } | null;
};

/** A partner's or a member's name; otherwise what kind of thing owns it. */
export async function ownerName({ ownerId, partner, member }: Owner): Promise<string> {
  const t = await getTranslations("ledger");
  if (ownerId === null) return t("operatorsOwn");
  if (partner) return partner.name;
  return member ? (member.name ?? ownerId) : `${t("dispute")} ${ownerId}`;
}

type BalanceStatProps = { label: string; balance: Balance; entryCount: number; href?: string };

/** A balance with its side and in how many entries it came about. */
export async function BalanceStat({ label, balance, entryCount, href }: BalanceStatProps) {
  const t = await getTranslations("ledger");
  const texts = await getTexts();
  const side = sideOf(balance);
  return (
    <Stat
      label={label}
      value={<Size balance={balance} />}
      unit={side ? t(`${side}Side`) : t("nothingSide")}
      note={t("inEntries", { count: entryCount, n: texts.points(entryCount) })}
      {...(href ? { href } : {})}
    />
  );
}

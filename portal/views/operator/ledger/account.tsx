import { getTranslations } from "next-intl/server";
import { type Account, ALL } from "#portal/lib/account.ts";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ChoiceFilter } from "#portal/ui/filters.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { StatRow } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { AsOfFilter, asOfWords } from "#portal/views/operator/ledger/as-of-filter.tsx";
import { BalanceStat, ownerName } from "#portal/views/operator/ledger/owners.tsx";
import { sides } from "#portal/views/operator/ledger/sides.tsx";
import { ACCOUNTS } from "#portal/views/operator/ledger/tabs.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { accountEntries } from "#schema/documents.ts";

type Answer = AnswerOf<typeof accountEntries>;
type Cycle = NonNullable<Answer["cycle"]>;
type AccountProps = {
  account: Account;
  /** As it stands in the address. */
  owner: string;
  answer: Answer & { cycle: Cycle };
  cycles: { id: string; seq: number }[];
  search: Search;
  at: string | null;
};

/** One account: what stands on it, and the entries of a cycle that moved it. */
export async function AccountView({ account, owner, answer, cycles, search, at }: AccountProps) {
  const t = await getTranslations("ledger");
  const names = await getTranslations("accounts");
  const operator = await getTranslations("operator");
  const { accountBalance: balance, cycle } = answer;
  const path = `${ACCOUNTS}/${account}/${owner}`;
  const then = { at: search["at"] };
  const whose = owner === ALL ? t("everybody") : await ownerName(balance);
  const nameOf = ({ seq }: { seq: number }) => operator("cycleNumber", { number: String(seq) });
  return (
    <>
      <Trail
        crumbs={[
          { name: t("tabAccounts"), href: address(ACCOUNTS, then) },
          { name: names(account), href: address(`${ACCOUNTS}/${account}`, then) },
        ]}
        here={whose}
      />
      <PageHead title={`${names(account)}: ${whose}`} lead={await asOfWords(search)} />
      <AsOfFilter>
        <ChoiceFilter
          name="cycle"
          label={t("cycle")}
          all={cycles[0] ? nameOf(cycles[0]) : ""}
          choices={cycles.slice(1).map((one) => ({ value: one.id, name: nameOf(one) }))}
        />
        <KindFilter />
      </AsOfFilter>
      <div className="grid gap-6">
        <StatRow>
          <BalanceStat label={t("balance")} balance={balance} entryCount={balance.entryCount} />
        </StatRow>
        <Panel title={`${t("entriesTitle")}: ${nameOf(cycle)}`} flush>
          <PagedTable
            caption={t("entriesTitle")}
            columns={[
              { id: "posted", name: operator("posted") },
              { id: "event", name: operator("event") },
              { id: "debit", name: t("debit"), align: "end" },
              { id: "credit", name: t("credit"), align: "end" },
              { id: "partner", name: operator("partner") },
              { id: "member", name: operator("member") },
              { id: "occurred", name: operator("occurred"), hidden: true },
              { id: "reason", name: operator("reason"), hidden: true },
            ]}
            rows={await Promise.all(cycle.entries.edges.map(({ node }) => rowOf(node)))}
            empty={<Empty title={t("cycleEmptyTitle")}>{t("cycleEmptyText")}</Empty>}
            path={path}
            search={search}
            views={["cycle", "at"]}
            pageInfo={cycle.entries.pageInfo}
            offer={operatorOffer("ENTRIES", {
              cycleId: cycle.id,
              account,
              ...(owner === ALL ? {} : { ownerId: balance.ownerId ?? "" }),
              ...(search["kind"] ? { event: search["kind"] } : {}),
              ...(at ? { until: at } : {}),
            })}
          />
        </Panel>
      </div>
    </>
  );
}

async function KindFilter() {
  const t = await getTranslations("ledger");
  const events = await getTranslations("events");
  const kinds = ["EARN", "MATURE", "CAPTURE", "BURN_RETURN", "CLAWBACK", "EXPIRE", "FEE", "TAX", "NET"] as const;
  return (
    <ChoiceFilter
      name="kind"
      label={t("kind")}
      all={t("allKinds")}
      choices={kinds.map((kind) => ({ value: kind, name: events(kind) }))}
    />
  );
}

async function rowOf(entry: Cycle["entries"]["edges"][number]["node"]) {
  const events = await getTranslations("events");
  const texts = await getTexts();
  return {
    id: entry.id,
    href: `/operator/entries/${entry.id}`,
    cells: {
      posted: <span className="whitespace-nowrap">{texts.instant(entry.postedAt)}</span>,
      event: <span className="whitespace-nowrap">{events(entry.kind)}</span>,
      ...(entry.moveOn ? sides(entry.moveOn) : {}),
      partner: entry.partner?.name,
      member: entry.member?.name,
      occurred: texts.instant(entry.occurredAt),
      reason: entry.reason,
    },
  };
}

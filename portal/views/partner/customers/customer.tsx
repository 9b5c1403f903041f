import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Money, Points } from "#portal/ui/amount.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { CUSTOMERS } from "#portal/views/partner/customers/book.tsx";
import { RecordReceipt, ReverseReceipt } from "#portal/views/partner/customers/receipt-deeds.tsx";
import { Tags } from "#portal/views/partner/customers/tags.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { customerPage } from "#schema/documents.ts";

type Answer = AnswerOf<typeof customerPage>;
type Member = NonNullable<Answer["member"]>;
type Customer = NonNullable<Answer["customer"]>;
type CustomerProps = { member: Member; answer: Answer; roles: readonly string[]; search: Search };

const tills = ["PARTNER_OWNER", "PARTNER_MANAGER", "PARTNER_CASHIER"];

/** One member as the partner knows them; what they did elsewhere is not here. */
export async function CustomerView({ member, answer, roles, search }: CustomerProps) {
  const t = await getTranslations("customers");
  const name = member.name ?? t("noName");
  const mayRecord = roles.some((role) => tills.includes(role));
  const { customer } = answer;
  const locations = answer.partner?.locations.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: CUSTOMERS }]} here={name} />
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            {name} <Status state={member.status} />
          </span>
        }
        actions={mayRecord ? <RecordReceipt memberId={member.id} locations={locations} /> : null}
      />
      <div className="grid gap-6">
        {customer ? <Figures customer={customer} member={member} /> : <p className="text-ink-soft">{t("newcomer")}</p>}
        <div className="grid items-start gap-6 xl:grid-cols-[2.5fr_1fr]">
          <Receipts answer={answer} member={member} search={search} mayRecord={mayRecord} />
          <div className="grid gap-6">
            {customer ? <Profile customer={customer} /> : null}
            <Tags memberId={member.id} tags={customer?.tags ?? []} mayTag={mayRecord} />
          </div>
        </div>
      </div>
    </>
  );
}

async function Figures({ customer, member }: { customer: Customer; member: Member }) {
  const t = await getTranslations("customers");
  const texts = await getTexts();
  return (
    <StatRow>
      <Stat label={t("visits")} value={texts.points(customer.visitCount)} />
      <Stat label={t("average")} value={texts.money(customer.averageReceipt)} />
      <Stat
        label={t("spend")}
        value={texts.money(customer.spend)}
        note={`${t("spendYear")}: ${texts.money(customer.spendYear)}`}
      />
      <Stat label={t("last")} value={customer.lastOn ? texts.businessDate(customer.lastOn) : t("never")} />
      {member.balance ? (
        <Stat
          label={t("balance")}
          value={texts.points(member.balance.available)}
          note={texts.money(member.balance.value)}
        />
      ) : null}
    </StatRow>
  );
}

async function Profile({ customer }: { customer: Customer }) {
  const t = await getTranslations("customers");
  const texts = await getTexts();
  const { recency, frequency, monetary, group } = customer;
  const scores = recency && frequency && monetary ? `${recency} · ${frequency} · ${monetary}` : t("notScored");
  const facts: [ReactNode, ReactNode][] = [
    [t("group"), group ? t(`group_${group}`) : t("notScored")],
    [t("scores"), scores],
    [t("first"), customer.firstOn ? texts.businessDate(customer.firstOn) : t("never")],
    [t("frequency"), texts.points(customer.visitsYear)],
    [t("redeemed"), t(customer.hasRedeemed ? "yes" : "no")],
    [
      t("segments"),
      customer.segments.length === 0
        ? "–"
        : customer.segments.map(({ id, name }) => (
            <Link key={id} href={`/partner/segments/${id}`} className="block text-accent hover:underline">
              {said(name, texts.locale)}
            </Link>
          )),
    ],
  ];
  return (
    <Panel title={t("profile")} note={t("scoresNote")}>
      <Facts facts={facts} />
    </Panel>
  );
}

type ReceiptsProps = { answer: Answer; member: Member; search: Search; mayRecord: boolean };

async function Receipts({ answer: { purchases }, member, search, mayRecord }: ReceiptsProps) {
  const t = await getTranslations("customers");
  const texts = await getTexts();
  const path = `${CUSTOMERS}/${member.id}`;
  const { edges, pageInfo } = purchases;
  return (
    <Panel title={t("receipts")} flush>
      <DataTable
        caption={t("receipts")}
        columns={[
          { id: "when", name: t("when") },
          { id: "receipt", name: t("receipt") },
          { id: "total", name: t("total"), align: "end" },
          { id: "earned", name: t("earned"), align: "end" },
          { id: "spent", name: t("spent"), align: "end" },
          ...(mayRecord ? [{ id: "back", name: " ", align: "end" as const }] : []),
        ]}
        rows={edges.map(({ node }) => ({
          id: node.id,
          cells: {
            when: <span className="whitespace-nowrap">{texts.instant(node.occurredAt)}</span>,
            receipt: (
              <>
                {node.receiptNumber}
                {node.returns.length > 0 ? <span className="ml-2 text-ink-faint text-sm">{t("backMark")}</span> : null}
              </>
            ),
            total: <Money column value={node.total} />,
            earned: <Points value={node.pointsEarned} />,
            spent: <Points value={node.pointsSpent} tone="muted" />,
            back:
              node.returns.length === 0 ? <ReverseReceipt purchaseId={node.id} number={node.receiptNumber} /> : null,
          },
        }))}
        empty={<Empty title={t("noReceipts")} />}
        firstHref={search["after"] ? path : undefined}
        nextHref={pageInfo.hasNextPage ? address(path, search, { after: pageInfo.endCursor }) : undefined}
      />
    </Panel>
  );
}

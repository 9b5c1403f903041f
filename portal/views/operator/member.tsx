import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { operatorOffer } from "#portal/lib/offer.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Points } from "#portal/ui/amount.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { DeletionAsked } from "#portal/views/operator/community/deletion-asked.tsx";
import { MemberDeeds } from "#portal/views/operator/community/member-deeds.tsx";
import type { memberPage } from "#schema/documents.ts";

type Member = NonNullable<AnswerOf<typeof memberPage>["member"]>;

type Deletion = AnswerOf<typeof memberPage>["deletionRequest"];
type MemberViewProps = { member: Member; deletion: Deletion; search: Search; roles: readonly string[] };

/** A member as the operator's desk sees them. */
export async function MemberView({ member, deletion, search, roles }: MemberViewProps) {
  const t = await getTranslations("operator");
  const sections = await getTranslations("sections");
  const name = member.name ?? t("noName");
  return (
    <>
      <Trail crumbs={[{ name: sections("members"), href: "/operator/members" }]} here={name} />
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            {name} <Status state={member.status} />
          </span>
        }
        lead={<code className="text-sm">{member.id}</code>}
        actions={<MemberDeeds member={member} locked={member.spendGuard?.locked ?? false} roles={roles} />}
      />
      <div className="grid gap-6">
        {deletion?.state === "OPEN" ? <DeletionAsked asked={deletion} roles={roles} /> : null}
        <Balance member={member} />
        <div className="grid items-start gap-6 xl:grid-cols-[2fr_1fr]">
          <History member={member} search={search} />
          <Panel title={t("identifiers")}>
            <Known member={member} />
          </Panel>
        </div>
      </div>
    </>
  );
}

async function Balance({ member: { balance } }: { member: Member }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  if (!balance) return null;
  return (
    <StatRow>
      <Stat
        label={t("balance")}
        value={texts.points(balance.available)}
        unit={t("points")}
        note={texts.money(balance.value)}
      />
      <Stat label={t("pending")} value={texts.points(balance.pending)} unit={t("points")} />
      <Stat label={t("reserved")} value={texts.points(balance.reserved)} unit={t("points")} />
      <Stat label={t("debt")} value={texts.points(balance.debt)} unit={t("points")} />
    </StatRow>
  );
}

async function Known({ member }: { member: Member }) {
  const t = await getTranslations("operator");
  const texts = await getTexts();
  const facts: [ReactNode, ReactNode][] = [
    ...(member.identifiers ?? []).map(({ kind, value }): [ReactNode, ReactNode] => [
      t(kind),
      <span key={value} className="figures">
        {value}
      </span>,
    ]),
    [t("enrolled"), texts.date(member.enrolledAt)],
    [t("enrolledAt"), member.enrolledBy?.name ?? "–"],
  ];
  return <Facts facts={facts} />;
}

async function History({ member, search }: { member: Member; search: Search }) {
  const t = await getTranslations("operator");
  const events = await getTranslations("events");
  const texts = await getTexts();
  const { edges, pageInfo } = member.history;
  const path = `/operator/members/${member.id}`;
  return (
    <Panel title={t("history")} flush>
      <DataTable
        caption={t("history")}
        columns={[
          { id: "when", name: t("occurred") },
          { id: "event", name: t("event") },
          { id: "partner", name: t("partner") },
          { id: "points", name: t("movedPoints"), align: "end" },
          { id: "after", name: t("balance"), align: "end" },
        ]}
        rows={edges.map(({ node }) => ({
          id: node.id,
          href: `/operator/entries/${node.id}`,
          cells: {
            when: <span className="whitespace-nowrap">{texts.instant(node.occurredAt)}</span>,
            event: events(node.kind),
            partner: node.partner?.name,
            points: <Points value={node.points === 0 ? node.available : node.points} sign="always" tone="signed" />,
            after: <Points value={node.availableAfter} tone="muted" />,
          },
        }))}
        empty={<Empty title={t("entriesEmptyTitle")} />}
        firstHref={search["after"] ? path : undefined}
        offer={operatorOffer("HISTORY", { memberId: member.id })}
        nextHref={pageInfo.hasNextPage ? address(path, search, { after: pageInfo.endCursor }) : undefined}
      />
    </Panel>
  );
}

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Meter } from "#portal/ui/meter.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import { Timeline } from "#portal/ui/timeline.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { MemberCount } from "#portal/views/shared/segments/count.tsx";
import { SegmentDeeds } from "#portal/views/shared/segments/deeds.tsx";
import { type Inside, type Segment, segmentsPath } from "#portal/views/shared/segments/types.ts";

/** `inside`: who is in it; null where the viewer may only address it. */
type SegmentProps = { segment: Segment; inside: Inside | null; house: House; search: Search };

export async function SegmentView({ segment, inside, house, search }: SegmentProps) {
  const t = await getTranslations("segments");
  const texts = await getTexts();
  const name = said(segment.name, texts.locale);
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: segmentsPath(house) }]} here={name} />
      <PageHead
        title={name}
        lead={<Status state={segment.state} />}
        actions={segment.isOwn ? <SegmentDeeds segment={segment} house={house} /> : null}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_1.4fr]">
        <div className="grid gap-6">
          <Meaning segment={segment} />
          {inside ? <Lately inside={inside} /> : null}
        </div>
        {inside ? <Members inside={inside} house={house} search={search} id={segment.id} /> : null}
      </div>
    </>
  );
}

async function Meaning({ segment }: { segment: Segment }) {
  const t = await getTranslations("segments");
  const texts = await getTexts();
  const { lastRecount: count } = segment;
  const facts: [ReactNode, ReactNode][] = [
    [t("code"), <code key="code">{segment.code}</code>],
    [t("members"), <MemberCount key="count" {...segment} />],
    ...(segment.template ? [[t("shape"), t(`template_${segment.template}`)] as [ReactNode, ReactNode]] : []),
    ...(segment.countedAt ? [[t("counted"), texts.instant(segment.countedAt)] as [ReactNode, ReactNode]] : []),
  ];
  return (
    <Panel title={t("facts")}>
      <code className="block rounded-lg bg-sunken px-3.5 py-3 text-sm [overflow-wrap:anywhere]">
        {segment.expression}
      </code>
      <div className="mt-3">
        <Facts facts={facts} />
      </div>
      {count ? <LastCount count={count} /> : null}
    </Panel>
  );
}

async function LastCount({ count }: { count: NonNullable<Segment["lastRecount"]> }) {
  const t = await getTranslations("segments");
  const texts = await getTexts();
  const { membersDone: done, membersTotal: total } = count;
  const asked = t("progress", { done: texts.points(done), total: texts.points(total ?? 0) });
  return (
    <div className="mt-4">
      <p className="flex items-center justify-between gap-3">
        <span className="font-medium">{t("lastCount")}</span>
        <Status state={count.state} />
      </p>
      {count.state === "RUNNING" ? <Meter share={total ? done / total : 0} label={asked} /> : null}
      <p className="mt-1 text-ink-faint text-sm">
        {asked} · {t("moved", { entered: texts.points(count.enteredCount), left: texts.points(count.leftCount) })}
      </p>
    </div>
  );
}

async function Lately({ inside }: { inside: Inside }) {
  const t = await getTranslations("segments");
  const texts = await getTexts();
  const { edges } = inside.events;
  return (
    <Panel title={t("lately")}>
      {edges.length === 0 ? (
        <p className="text-ink-faint">{t("noEvents")}</p>
      ) : (
        <Timeline
          label={t("lately")}
          moments={edges.map(({ cursor, node }) => ({
            id: cursor,
            title: `${node.member?.name ?? t("noName")} ${t(node.kind)}`,
            when: texts.instant(node.at),
          }))}
        />
      )}
    </Panel>
  );
}

async function Members({
  inside,
  house,
  search,
  id,
}: Omit<SegmentProps, "segment" | "inside"> & { inside: Inside; id: string }) {
  const t = await getTranslations("segments");
  const texts = await getTexts();
  const path = `${segmentsPath(house)}/${id}`;
  const { edges, pageInfo } = inside.members;
  const people = house.shell === "partner" ? "/partner/customers" : "/operator/members";
  return (
    <Panel title={t("whoIsIn")} flush>
      <DataTable
        caption={t("whoIsIn")}
        columns={[
          { id: "member", name: t("member") },
          { id: "since", name: t("since") },
        ]}
        rows={edges.map(({ node }, nth) => ({
          id: node.member?.id ?? String(nth),
          ...(node.member ? { href: `${people}/${node.member.id}` } : {}),
          cells: {
            member: node.member?.name ?? t("noName"),
            since: <span className="whitespace-nowrap">{texts.instant(node.enteredAt)}</span>,
          },
        }))}
        empty={<Empty title={t("nobody")} />}
        firstHref={search["after"] ? path : undefined}
        nextHref={pageInfo.hasNextPage ? address(path, search, { after: pageInfo.endCursor }) : undefined}
      />
    </Panel>
  );
}

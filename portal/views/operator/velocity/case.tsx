import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Meter } from "#portal/ui/meter.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Timeline } from "#portal/ui/timeline.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { CaseDeeds } from "#portal/views/operator/velocity/case-deeds.tsx";
import { subjectOf } from "#portal/views/operator/velocity/subject.ts";
import { VELOCITY } from "#portal/views/operator/velocity/tabs.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { velocityCasePage } from "#schema/documents.ts";

export type VelocityCase = NonNullable<AnswerOf<typeof velocityCasePage>["velocityCase"]>;
type CaseProps = {
  one: VelocityCase;
  search: Search;
  roles: readonly string[];
  names: (actor: string | null) => string;
};

/** A member's name stands with what was counted, where the viewer may see it. */
const nameOf = (one: VelocityCase) =>
  (one.rule.subject === "MEMBER" ? one.entries.edges[0]?.node.member?.name : null) ?? subjectOf(one);

/** The state of a confirmed case: the word of a bank account's agreed change is another. */
const shown = (state: string) => (state === "CONFIRMED" ? "MISUSE" : state);

/** One case: what was found, who looks into it, and the entries that made it. */
export async function VelocityCaseView({ one, search, roles, names }: CaseProps) {
  const t = await getTranslations("velocity");
  const desk = await getTranslations("velocityDesk");
  const { rule } = one;
  const who = nameOf(one);
  const title = desk("caseOf", { kind: t(`kind_${rule.kind}`), name: who });
  return (
    <>
      <Trail crumbs={[{ name: t("title"), href: VELOCITY }]} here={who} />
      <PageHead
        title={title}
        lead={<Status state={shown(one.state)} />}
        actions={<CaseDeeds velocityCase={one} roles={roles} />}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[1fr_1.6fr]">
        <div className="grid gap-6">
          <Found one={one} names={names} />
          <Panel title={desk("history")}>
            <History one={one} names={names} />
          </Panel>
        </div>
        <Counted one={one} search={search} roles={roles} />
      </div>
    </>
  );
}

/** Where each kind of subject has a page of its own. */
const pages: Partial<Record<VelocityCase["rule"]["subject"], string>> = {
  MEMBER: "/operator/members",
  PARTNER: "/operator/partners",
};

async function Found({ one, names }: Pick<CaseProps, "one" | "names">) {
  const t = await getTranslations("velocity");
  const desk = await getTranslations("velocityDesk");
  const texts = await getTexts();
  const { rule } = one;
  const page = pages[rule.subject];
  const who = nameOf(one);
  const [value, limit] = [texts.points(one.value), texts.points(rule.limit)];
  const said = desk("over", { value, limit });
  return (
    <Panel title={desk("caseFacts")}>
      <p>
        <span className="figures font-semibold text-3xl tracking-[-0.025em]">{value}</span>{" "}
        <span className="text-ink-faint">{desk("overBy", { amount: texts.points(one.value - rule.limit) })}</span>
      </p>
      <div className="mt-2 mb-4">
        <Meter share={rule.limit === 0 ? 2 : one.value / rule.limit} label={said} />
      </div>
      <Facts
        facts={[
          [
            t(`subject_${rule.subject}`),
            page ? (
              <Link key="who" href={`${page}/${one.subjectId}`} className="text-accent hover:underline">
                {who}
              </Link>
            ) : (
              who
            ),
          ],
          ...(rule.earnedAt && rule.redeemedAt
            ? ([
                [t("earnedAt"), rule.earnedAt.name],
                [t("redeemedAt"), rule.redeemedAt.name],
              ] as [string, string][])
            : []),
          [t("limit"), limit],
          [t("window"), `${texts.instant(one.windowFrom)} – ${texts.instant(one.windowUntil)}`],
          [desk("action"), desk(`action_${rule.action}`)],
          [desk("reason"), rule.reason],
          [t("opened"), texts.instant(one.openedAt)],
          [desk("takenBy"), one.takenBy ? names(one.takenBy) : desk("nobody")],
          ...(one.closedAt ? [[desk("closed"), texts.instant(one.closedAt)] as [string, string]] : []),
        ]}
      />
      <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Link href={address(VELOCITY, { subject: one.subjectId })} className="text-accent hover:underline">
          {`${desk("cases")}: ${who}`}
        </Link>
        <Link href={address(VELOCITY, { rule: rule.id })} className="text-accent hover:underline">
          {`${desk("cases")}: ${t(`kind_${rule.kind}`)}`}
        </Link>
      </p>
    </Panel>
  );
}

async function History({ one, names }: Pick<CaseProps, "one" | "names">) {
  const desk = await getTranslations("velocityDesk");
  const operator = await getTranslations("operator");
  const texts = await getTexts();
  return (
    <Timeline
      label={desk("history")}
      moments={one.steps.map((step) => ({
        id: step.id,
        title: <Status state={shown(step.to)} />,
        when: operator("bySomeone", { name: names(step.by), at: texts.instant(step.takenAt) }),
        note: step.reason ? `“${step.reason}”` : null,
      }))}
    />
  );
}

async function Counted({ one, search, roles }: Pick<CaseProps, "one" | "search" | "roles">) {
  const desk = await getTranslations("velocityDesk");
  const operator = await getTranslations("operator");
  const events = await getTranslations("events");
  const texts = await getTexts();
  // Clerks work on cases and do not read the ledger: no points, and no entry behind a row.
  const reads = roles.some((role) => role !== "OPERATOR_CLERK");
  return (
    <Panel title={desk("entries")} note={desk("entriesNote")} flush>
      <PagedTable
        caption={desk("entries")}
        columns={[
          { id: "when", name: operator("occurred") },
          { id: "event", name: operator("event") },
          { id: "place", name: desk("place") },
          ...(reads ? [{ id: "points", name: operator("movedPoints"), align: "end" as const }] : []),
          { id: "member", name: operator("member") },
          { id: "posted", name: operator("posted"), hidden: true },
        ]}
        rows={one.entries.edges.map(({ node }) => ({
          id: node.id,
          ...(reads ? { href: `/operator/entries/${node.id}` } : {}),
          cells: {
            when: <span className="whitespace-nowrap">{texts.instant(node.occurredAt)}</span>,
            event: events(node.kind),
            place: [node.location?.name ?? node.partner?.name, node.terminal?.code].filter(Boolean).join(" · "),
            points: texts.points(node.points),
            member: node.member?.name,
            posted: texts.instant(node.postedAt),
          },
        }))}
        empty={<Empty title={desk("entriesEmpty")}>{desk("entriesEmptyText")}</Empty>}
        path={`${VELOCITY}/${one.id}`}
        search={search}
        pageInfo={one.entries.pageInfo}
      />
    </Panel>
  );
}

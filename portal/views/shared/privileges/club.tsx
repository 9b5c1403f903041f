import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { memberField } from "#portal/views/shared/member-field.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { entryChoices, namesOf } from "#portal/views/shared/privileges/choices.ts";
import { ClubPoolPanel, SetShare } from "#portal/views/shared/privileges/club-pool.tsx";
import { type PrivilegesShell, PrivilegesTabs } from "#portal/views/shared/privileges/tabs.tsx";
import { closeClub, type clubPage, inviteToClub, removeFromClub } from "#schema/documents.ts";

type Club = NonNullable<AnswerOf<typeof clubPage>["club"]>;
type ClubProps = { club: Club; search: Search; shell: PrivilegesShell; manages: boolean };

/** One club: who may come in, who is in, and asking somebody in. */
export async function ClubView({ club, search, shell, manages }: ClubProps) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const isOwn = shell === "partner" || club.partner === null;
  const deeds = manages && isOwn && club.state === "OPEN";
  const name = said(club.name, texts.locale);
  const rows = club.memberships.edges.map(({ node }) => ({
    id: node.id,
    cells: {
      member: node.member?.name ?? t("notYours"),
      state: <Status state={node.state === "IN" ? "CLUB_IN" : node.state} />,
      since: node.joinedAt ? texts.date(node.joinedAt) : "–",
      share: club.pool && node.place && deeds ? <SetShare pool={club.pool} place={node.place} /> : "–",
      out: deeds ? <Part id={node.id} name={node.member?.name ?? t("member")} /> : null,
    },
  }));
  return (
    <>
      <PageHead
        title={name}
        lead={said(club.about, texts.locale)}
        actions={
          deeds ? (
            <>
              <CloseIt club={club} name={name} />
              <Invite clubId={club.id} />
            </>
          ) : null
        }
      />
      <PrivilegesTabs shell={shell} current="clubs" />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Panel title={t("members")} flush className="self-start">
          <PagedTable
            caption={t("members")}
            columns={[
              { id: "member", name: t("member") },
              { id: "state", name: t("state") },
              { id: "since", name: t("since") },
              ...(deeds && club.pool ? [{ id: "share", name: t("poolShare") }] : []),
              ...(deeds ? [{ id: "out", name: t("part") }] : []),
            ]}
            rows={rows}
            empty={<Empty title={t("membersEmptyTitle")}>{t("membersEmptyText")}</Empty>}
            path={`/${shell}/clubs/${club.id}`}
            search={search}
            pageInfo={club.memberships.pageInfo}
          />
        </Panel>
        <div className="grid content-start gap-6">
          <Terms club={club} />
          <ClubPoolPanel club={club} deeds={deeds} />
        </div>
      </div>
    </>
  );
}

async function Terms({ club }: { club: Club }) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const bySomething = club.tiers.length + club.segments.length > 0;
  const choices = bySomething ? await entryChoices() : { tiers: [], segments: [] };
  return (
    <Panel title={t("terms")}>
      <Facts
        facts={[
          [t("state"), <Status key="state" state={club.state} />],
          [t("code"), club.code],
          [t("entry"), t(`entry_${club.entry}`)],
          ...(club.entryCode ? [[t("entryCode"), club.entryCode] as [string, string]] : []),
          ...(club.tiers.length > 0
            ? [[t("tiers"), namesOf(choices.tiers, club.tiers).join(", ")] as [string, string]]
            : []),
          ...(club.segments.length > 0
            ? [[t("segments"), namesOf(choices.segments, club.segments).join(", ")] as [string, string]]
            : []),
          [t("members"), club.memberCount === null ? "–" : texts.points(club.memberCount)],
          [t("since"), texts.date(club.createdAt)],
        ]}
      />
      <p className="mt-4 text-ink-faint text-sm">{t("clubOffers", { rule: `"${club.code}" in member.clubs` })}</p>
    </Panel>
  );
}

async function Invite({ clubId }: { clubId: string }) {
  const t = await getTranslations("privilegeDesk");
  return (
    <DeedDialog
      operation={inviteToClub}
      input={{ clubId }}
      takes={{}}
      fields={[await memberField()]}
      button={t("invite")}
      title={t("invite")}
      text={t("inviteText")}
      confirm={t("invite")}
      done={t("invited")}
    />
  );
}

async function Part({ id, name }: { id: string; name: string }) {
  const t = await getTranslations("privilegeDesk");
  return (
    <DeedDialog
      operation={removeFromClub}
      input={{ clubMembershipId: id }}
      takes={{ reason: "required" }}
      look="quiet"
      size="small"
      button={t("part")}
      title={t("partTitle", { name })}
      text={t("partText")}
      confirm={t("part")}
      done={t("parted")}
    />
  );
}

async function CloseIt({ club, name }: { club: Club; name: string }) {
  const t = await getTranslations("privilegeDesk");
  return (
    <DeedDialog
      operation={closeClub}
      input={{ clubId: club.id }}
      takes={{ reason: "required" }}
      look="secondary"
      button={t("closeClub")}
      title={t("closeClubTitle", { name })}
      text={t("closeClubText")}
      confirm={t("closeClub")}
      done={t("clubClosed")}
    />
  );
}

import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said, shownState } from "#portal/views/shared/campaigns/words.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { entryChoices, invitedBy, namesOf } from "#portal/views/shared/privileges/choices.ts";
import { type PrivilegesShell, PrivilegesTabs } from "#portal/views/shared/privileges/tabs.tsx";
import { WriteEvent } from "#portal/views/shared/privileges/write-event.tsx";
import { cancelMemberEvent, checkIn, type memberEventPage, openMemberEvent } from "#schema/documents.ts";

type Event = NonNullable<AnswerOf<typeof memberEventPage>["memberEvent"]>;
type EventProps = {
  event: Event;
  search: Search;
  shell: PrivilegesShell;
  may: { manage: boolean; checkIn: boolean };
};

/** One event: the door first, for that is read on a phone; then who comes. */
export async function EventView({ event, search, shell, may }: EventProps) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const name = said(event.name, texts.locale);
  const isOwn = shell === "partner" || event.partner === null;
  const invited = await invitesOf(event);
  const rows = event.bookings.edges.map(({ node }) => ({
    id: node.id,
    cells: {
      member: node.member?.name ?? t("notYours"),
      state: <Status state={node.state === "BOOKED" ? "HAS_PLACE" : node.state} />,
      when: texts.instant(node.checkedInAt ?? node.askedAt),
    },
  }));
  return (
    <>
      <PageHead
        title={name}
        lead={`${texts.instant(event.startsAt)} · ${event.venue}`}
        actions={may.manage && isOwn ? <Deeds event={event} name={name} /> : null}
      />
      <PrivilegesTabs shell={shell} current="events" />
      {event.state === "OPEN" && may.checkIn && isOwn ? <Door event={event} /> : null}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Panel title={t("bookings")} flush className="self-start">
          <PagedTable
            caption={t("bookings")}
            columns={[
              { id: "member", name: t("member") },
              { id: "state", name: t("state") },
              { id: "when", name: t("when") },
            ]}
            rows={rows}
            empty={<Empty title={t("bookingsEmptyTitle")}>{t("bookingsEmptyText")}</Empty>}
            path={`/${shell}/events/${event.id}`}
            search={search}
            pageInfo={event.bookings.pageInfo}
          />
        </Panel>
        <Panel title={t("terms")}>
          <p className="mb-3 text-ink-soft">{said(event.about, texts.locale)}</p>
          <Facts
            facts={[
              [t("state"), <Status key="state" state={shownState(event.state)} />],
              [t("places"), texts.points(event.places)],
              [t("placesLeft"), texts.points(event.placesLeft)],
              [t("invites"), invited.join(", ") || t("everybody")],
              [t("endsAt"), texts.instant(event.endsAt)],
            ]}
          />
        </Panel>
      </div>
    </>
  );
}

async function invitesOf({ invites }: Event): Promise<string[]> {
  if (!invites) return [];
  const choices = await entryChoices();
  return invitedBy.flatMap((one) => namesOf(choices[one], invites[one]));
}

/** Large enough for a thumb. */
async function Door({ event }: { event: Event }) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  return (
    <section aria-labelledby="door" className="panel mb-6 flex flex-wrap items-center justify-between gap-5 px-6 py-6">
      <div>
        <h2 id="door" className="font-semibold text-lg tracking-[-0.01em]">
          {t("door")}
        </h2>
        <p className="mt-1 max-w-[52ch] text-ink-soft">{t("doorText")}</p>
      </div>
      <p className="text-center">
        <span className="figures block font-semibold text-3xl tracking-[-0.03em]">
          {texts.points(event.cameCount ?? 0)}
        </span>
        <span className="text-ink-faint text-sm">{t("came")}</span>
      </p>
      <DeedDialog
        operation={checkIn}
        input={{ memberEventId: event.id }}
        takes={{}}
        fields={[{ name: "code", label: t("bookingCode"), kind: "text", required: true, hint: t("bookingCodeHint") }]}
        button={t("checkIn")}
        title={t("checkIn")}
        text={t("checkInText")}
        confirm={t("checkIn")}
        done={t("checkedIn")}
      />
    </section>
  );
}

async function Deeds({ event, name }: { event: Event; name: string }) {
  const t = await getTranslations("privilegeDesk");
  if (event.state === "CANCELLED") return null;
  return (
    <>
      <DeedDialog
        operation={cancelMemberEvent}
        input={{ memberEventId: event.id }}
        takes={{ reason: "required" }}
        look="secondary"
        button={t("cancelEvent")}
        title={t("cancelEventTitle", { name })}
        text={t("cancelEventText")}
        confirm={t("cancelEvent")}
        done={t("eventCancelled")}
      />
      {event.state === "DRAFT" ? <WriteEvent event={event} /> : null}
      {event.state === "DRAFT" ? (
        <DeedButton
          operation={openMemberEvent}
          input={{ memberEventId: event.id }}
          look="primary"
          done={t("eventOpened")}
        >
          {t("openEvent")}
        </DeedButton>
      ) : null}
    </>
  );
}

import { CalendarDays, MapPin, Ticket } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { bookPlace, cancelBooking, type memberPrivileges } from "#schema/documents.ts";

type Event = AnswerOf<typeof memberPrivileges>["memberEvents"]["edges"][number]["node"];

/** What the member may come to, the next first. */
export async function MemberEvents({ events }: { events: readonly Event[] }) {
  const t = await getTranslations("privileges");
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="events">
      <h2 id="events" className="mb-3 font-semibold text-lg tracking-[-0.01em]">
        {t("events")}
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2">
        {events
          .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
          .map((event) => (
            <EventCard key={event.id} event={event} />
          ))}
      </ul>
    </section>
  );
}

async function EventCard({ event }: { event: Event }) {
  const t = await getTranslations("privileges");
  const texts = await getTexts();
  const { placesLeft, own } = event;
  const few = placesLeft > 0 && placesLeft <= 5;
  return (
    <li className="panel flex flex-col gap-3 px-5 py-5">
      <div>
        <p className="eyebrow">{event.partner?.name ?? t("coalition")}</p>
        <h3 className="mt-1 font-semibold text-lg leading-snug tracking-[-0.01em]">{said(event.name, texts.locale)}</h3>
        <p className="mt-1 text-ink-soft">{said(event.about, texts.locale)}</p>
      </div>
      <ul className="grid gap-1.5 text-sm">
        <li className="flex gap-2">
          <CalendarDays className="mt-0.5 size-4 shrink-0 text-ink-faint" aria-hidden="true" />
          {texts.instant(event.startsAt)}
        </li>
        <li className="flex gap-2">
          <MapPin className="mt-0.5 size-4 shrink-0 text-ink-faint" aria-hidden="true" />
          {event.venue}
        </li>
        <li className={`flex gap-2 ${few ? "font-medium text-warn" : ""}`}>
          <Ticket className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
          {placesLeft > 0
            ? t("placesLeft", { count: placesLeft, left: texts.points(placesLeft), places: texts.points(event.places) })
            : t("full", { places: texts.points(event.places) })}
        </li>
      </ul>
      <div className="mt-auto pt-1">
        {own && own.state !== "CANCELLED" && own.state !== "REFUSED" ? <Own own={own} /> : <Book event={event} />}
      </div>
    </li>
  );
}

async function Book({ event }: { event: Event }) {
  const t = await getTranslations("privileges");
  const isFull = event.placesLeft <= 0;
  return (
    <DeedButton
      operation={bookPlace}
      input={{ memberEventId: event.id, waitIfFull: isFull }}
      takes={{ key: true }}
      look={isFull ? "secondary" : "primary"}
      className="h-11 w-full justify-center"
      done={isFull ? t("waits") : t("booked")}
    >
      {isFull ? t("wait") : t("book")}
    </DeedButton>
  );
}

async function Own({ own }: { own: NonNullable<Event["own"]> }) {
  const t = await getTranslations("privileges");
  if (own.state === "CHECKED_IN") return <p className="font-medium text-good">{t("came")}</p>;
  return (
    <div className="rounded-xl bg-accent-soft px-4 py-3 text-accent-strong">
      {own.state === "BOOKED" ? (
        <>
          <p className="text-sm">{t("showCode")}</p>
          <p className="figures mt-0.5 font-semibold text-2xl tracking-[0.14em]">{own.code}</p>
        </>
      ) : (
        <p>{t("waiting")}</p>
      )}
      <div className="mt-2">
        <DeedDialog
          operation={cancelBooking}
          input={{ eventBookingId: own.id }}
          takes={{}}
          look="secondary"
          size="small"
          button={t("giveBack")}
          title={t("giveBackTitle")}
          text={t("giveBackText")}
          confirm={t("giveBack")}
          done={t("givenBack")}
        />
      </div>
    </div>
  );
}

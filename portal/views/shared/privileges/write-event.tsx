import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { invitedBy } from "#portal/views/shared/privileges/choices.ts";
import { entryFields } from "#portal/views/shared/privileges/entry-fields.tsx";
import { wallOf } from "#portal/views/shared/wall.ts";
import { wordsFields } from "#portal/views/shared/words-fields.ts";
import { createMemberEvent, editMemberEvent, type memberEventPage } from "#schema/documents.ts";

type Event = NonNullable<AnswerOf<typeof memberEventPage>["memberEvent"]>;

/** A new event, or a draft that is written anew. */
export async function WriteEvent({ event }: { event?: Event }) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const { zone, wall } = wallOf(texts);
  const when = (name: "startsAt" | "endsAt"): DeedField => {
    return { kind: "instant", name, zone, label: t(name), required: true, value: event ? wall(event[name]) : "" };
  };
  const fields: DeedField[] = [
    ...wordsFields({ name: "name", label: t("name"), known: event?.name }),
    ...wordsFields({ name: "about", label: t("about"), known: event?.about, long: true }),
    { kind: "text", name: "venue", label: t("venue"), required: true, value: event?.venue ?? "" },
    when("startsAt"),
    when("endsAt"),
    { kind: "whole", name: "places", label: t("places"), required: true, value: event ? String(event.places) : "" },
  ];
  const besides = await entryFields({ of: invitedBy, place: "invites.", known: event?.invites });
  return event ? (
    <DeedDialog
      operation={editMemberEvent}
      input={{ memberEventId: event.id }}
      takes={{}}
      fields={fields}
      besides={besides}
      look="secondary"
      button={t("editEvent")}
      title={t("editEvent")}
      text={t("newEventText")}
      confirm={t("save")}
      done={t("eventEdited")}
    />
  ) : (
    <DeedDialog
      operation={createMemberEvent}
      input={{}}
      takes={{ key: true }}
      fields={fields}
      besides={besides}
      button={t("newEvent")}
      title={t("newEvent")}
      text={t("newEventText")}
      confirm={t("newEvent")}
      done={t("eventMade")}
    />
  );
}

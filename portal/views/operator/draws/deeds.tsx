import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeskDraw } from "#portal/views/operator/draws/desk.tsx";
import { deedsWith } from "#portal/views/operator/draws/next.ts";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { memberField } from "#portal/views/shared/member-field.ts";
import {
  cancelDraw,
  drawWinners,
  excludeFromDraw,
  openDraw,
  publishDraw,
  submitDraw,
  withdrawDraw,
} from "#schema/documents.ts";

type OfDraw = { draw: DeskDraw };

/** What can be done next; the gateway decides. */
export async function DrawDeeds({ draw, house }: OfDraw & { house: House }) {
  const t = await getTranslations("drawDesk");
  return deedsWith(draw.state, house).map((deed) => {
    switch (deed) {
      case "edit":
        return (
          <ButtonLink key={deed} href={`/operator/draws/${draw.id}/edit`}>
            {t("edit")}
          </ButtonLink>
        );
      case "exclude":
        return <Exclude key={deed} draw={draw} />;
      case "drawNow":
        return draw.request ? null : <DrawNow key={deed} draw={draw} />;
      default:
        return <Plain key={deed} draw={draw} name={deed} />;
    }
  });
}

const because = { reason: "required" } as const;
const withNote = { reason: "required", reasonField: "note" } as const;

/** Deeds that ask for no more than a reason. */
const plain = {
  cancel: { operation: cancelDraw, takes: because, look: "secondary", text: "cancelText", done: "cancelled" },
  withdraw: { operation: withdrawDraw, takes: because, look: "secondary", text: "withdrawText", done: "withdrawn" },
  submit: { operation: submitDraw, takes: withNote, look: "primary", text: "submitText", done: "submitted" },
  openDraw: { operation: openDraw, takes: {}, look: "primary", text: "openText", done: "opened" },
  publish: { operation: publishDraw, takes: {}, look: "primary", text: "publishText", done: "published" },
} as const;

async function Plain({ draw, name }: OfDraw & { name: keyof typeof plain }) {
  const t = await getTranslations("drawDesk");
  const { operation, takes, look, text, done } = plain[name];
  return (
    <DeedDialog<never>
      operation={operation}
      input={{ drawId: draw.id }}
      takes={takes}
      look={look}
      button={t(name)}
      title={t(name)}
      text={t(text)}
      confirm={t(name)}
      done={t(done)}
    />
  );
}

async function Exclude({ draw }: OfDraw) {
  const t = await getTranslations("drawDesk");
  return (
    <DeedDialog
      operation={excludeFromDraw}
      input={{ drawId: draw.id }}
      takes={because}
      look="secondary"
      button={t("exclude")}
      title={t("exclude")}
      text={t("excludeText")}
      fields={[await memberField()]}
      confirm={t("exclude")}
      done={t("excluded")}
    />
  );
}

async function DrawNow({ draw }: OfDraw) {
  const t = await getTranslations("drawDesk");
  const { locale } = await getTexts();
  const source = draw.publicSource;
  const publicValue = { kind: "text", name: "publicValue", label: t("publicValue"), required: true } as const;
  return (
    <DeedDialog
      operation={drawWinners}
      input={{ drawId: draw.id }}
      takes={withNote}
      button={t("drawNow")}
      title={t("drawNow")}
      text={t("drawText")}
      fields={source ? [{ ...publicValue, hint: said(source, locale) }] : []}
      confirm={t("drawNow")}
      done={t("asked")}
    />
  );
}

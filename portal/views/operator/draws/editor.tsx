import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedForm } from "#portal/ui/deed-form.tsx";
import { PageHead } from "#portal/ui/page.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import type { DeskDraw } from "#portal/views/operator/draws/desk.tsx";
import { drawSections } from "#portal/views/operator/draws/fields.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { wallOf } from "#portal/views/shared/wall.ts";
import { draftDraw, editDrawDraft } from "#schema/documents.ts";

const PATH = "/operator/draws";

/** A draw as its author writes it, the first time or anew. */
export async function DrawEditor({ draw }: { draw: DeskDraw | null }) {
  const t = await getTranslations("drawDesk");
  const texts = await getTexts();
  const name = draw ? said(draw.name, texts.locale) : "";
  const list = { name: t("title"), href: PATH };
  const shared = {
    sections: drawSections(t, wallOf(texts), draw),
    confirm: t("save"),
    leadsTo: { noun: "draw", path: PATH },
  };
  return (
    <>
      <Trail
        crumbs={draw ? [list, { name, href: `${PATH}/${draw.id}` }] : [list]}
        here={draw ? t("edit") : t("draft")}
      />
      <PageHead title={draw ? name : t("draft")} lead={t("draftText")} />
      {draw ? (
        <DeedForm
          {...shared}
          operation={editDrawDraft}
          input={{ drawId: draw.id }}
          takes={{}}
          done={t("edited")}
          backHref={`${PATH}/${draw.id}`}
        />
      ) : (
        <DeedForm
          {...shared}
          operation={draftDraw}
          input={{}}
          takes={{ key: true }}
          done={t("drafted")}
          backHref={PATH}
        />
      )}
    </>
  );
}

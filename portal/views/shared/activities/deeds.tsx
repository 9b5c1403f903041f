import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { type ActivityKind, activitiesPath, type House, mayKeep } from "#portal/views/shared/activities/types.ts";
import { mayDo } from "#portal/views/shared/campaigns/types.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { memberField } from "#portal/views/shared/member-field.ts";
import { wordsFields } from "#portal/views/shared/words-fields.ts";
import { createActivityKind, recordActivity, renameActivityKind, retireActivityKind } from "#schema/documents.ts";

export async function AddKind({ house }: { house: House }) {
  const t = await getTranslations("activities");
  return (
    <DeedDialog
      operation={createActivityKind}
      input={{}}
      takes={{ key: true }}
      button={t("add")}
      title={t("add")}
      text={t(house.shell === "partner" ? "addTextPartner" : "addText")}
      fields={[
        { kind: "text", name: "code", label: t("code"), hint: t("codeHint"), required: true },
        ...wordsFields({ name: "name", label: t("name") }),
      ]}
      confirm={t("add")}
      done={t("added")}
    />
  );
}

/** What can be done with a kind by whoever keeps it; whoever may run campaigns rewards any that they see. */
export async function KindDeeds({ kind, house }: { kind: ActivityKind; house: House }) {
  const t = await getTranslations("activities");
  const { locale } = await getTexts();
  const { code, name } = kind;
  if (kind.retiredAt || !mayDo(house, "draft")) return null;
  const rewardHref = `${activitiesPath(house)}/reward?kind=${encodeURIComponent(code)}`;
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <ButtonLink href={rewardHref} size="small" look={kind.campaigns.length === 0 ? "primary" : "secondary"}>
        {t("reward")}
      </ButtonLink>
      {mayKeep(house, kind) ? (
        <>
          <DeedDialog
            operation={renameActivityKind}
            input={{ code }}
            takes={{}}
            look="secondary"
            size="small"
            button={t("rename")}
            title={said(name, locale)}
            text={t("renameText")}
            fields={wordsFields({ name: "name", label: t("name"), known: name })}
            confirm={t("rename")}
            done={t("renamed")}
          />
          <DeedDialog
            operation={retireActivityKind}
            input={{ code }}
            takes={{}}
            look="quiet"
            size="small"
            button={t("retire")}
            title={t("retireTitle", { name: said(name, locale) })}
            text={t("retireText")}
            confirm={t("retire")}
            done={t("isRetired")}
          />
        </>
      ) : null}
    </div>
  );
}

/** What somebody at the counter writes down because no machine did. */
export async function RecordOne({ kinds }: { kinds: ActivityKind[] }) {
  const t = await getTranslations("activities");
  const { locale } = await getTexts();
  const choices = kinds.map(({ code, name }) => ({ value: code, name: said(name, locale) }));
  return (
    <DeedDialog
      operation={recordActivity}
      input={{}}
      takes={{ key: true }}
      look="secondary"
      button={t("record")}
      title={t("record")}
      text={t("recordText")}
      fields={[
        { kind: "choice", name: "kind", label: t("kind"), required: true, choices },
        await memberField(),
        { kind: "decimal", name: "amount", label: t("amount"), hint: t("amountHint") },
        { kind: "text", name: "reference", label: t("reference"), hint: t("referenceHint"), required: true },
      ]}
      confirm={t("record")}
      done={t("wasRecorded")}
    />
  );
}

import { getTranslations } from "next-intl/server";
import type { Locale } from "#portal/i18n/routing.ts";
import type { LadderDraft } from "#portal/lib/ladder-draft.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { LadderForm } from "#portal/views/operator/programme/ladder-form.tsx";
import { PrivilegesTabs } from "#portal/views/shared/privileges/tabs.tsx";
import { proposeTierLadder, type tierDesk, type tierPreview } from "#schema/documents.ts";

type Counts = AnswerOf<typeof tierDesk>["tierCounts"];
type Preview = AnswerOf<typeof tierPreview>["tierLadderPreview"];
type NewLadderProps = { draft: LadderDraft | null; now: Counts; then: Preview };

/** The next version of the tiers: the form, what it would do to members, and asking a second person. */
export async function NewLadder({ draft, now, then }: NewLadderProps) {
  const t = await getTranslations("privilegeDesk");
  return (
    <>
      <PageHead
        title={t("changeTiers")}
        lead={t("changeTiersLead")}
        actions={<ButtonLink href="/operator/tiers">{t("back")}</ButtonLink>}
      />
      <PrivilegesTabs shell="operator" current="tiers" />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <LadderForm draft={draft} />
        <Effect draft={draft} now={now} then={then} />
      </div>
    </>
  );
}

/** A plain form whose answers stand in the address, so that a colleague can look at the same. */
async function Effect({ draft, now, then }: NewLadderProps) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const before = new Map(now.map(({ tier, members }) => [tier.code, members]));
  if (!draft || !then) {
    return (
      <Panel title={t("effect")}>
        <p className="text-ink-soft">{draft ? t("noLadder") : t("effectFirst")}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t("effect")} note={t("effectNote")} className="self-start lg:sticky lg:top-6">
      <table className="w-full text-left">
        <thead className="text-[0.8125rem] text-ink-faint">
          <tr>
            <th scope="col" className="pb-1 font-normal">
              {t("tier")}
            </th>
            <th scope="col" className="pb-1 text-right font-normal">
              {t("now")}
            </th>
            <th scope="col" className="pb-1 text-right font-normal">
              {t("then")}
            </th>
          </tr>
        </thead>
        <tbody>
          {then.map(({ tier, members }) => (
            <tr key={tier.code} className="border-line/70 border-t">
              <th scope="row" className="py-2 font-medium">
                {nameOf(draft, tier.code, texts.locale)}
              </th>
              <td className="figures py-2 text-right">{texts.points(before.get(tier.code) ?? 0)}</td>
              <td className="figures py-2 text-right font-semibold">{texts.points(members)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-5">
        <DeedDialog
          operation={proposeTierLadder}
          input={{ ladder: draft }}
          takes={{ reason: "required", key: true }}
          button={t("propose")}
          title={t("propose")}
          text={t("proposeText")}
          confirm={t("propose")}
          done={t("proposed")}
          leadsTo="/operator/tiers"
        />
      </div>
    </Panel>
  );
}

function nameOf({ tiers }: LadderDraft, code: string, locale: Locale): string {
  const name = tiers.find((tier) => tier.code === code)?.name;
  return name?.[locale] || name?.en || code;
}

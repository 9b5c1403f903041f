import { getTranslations } from "next-intl/server";
import { benefitLines, type LadderDraft, TIERS_SHOWN } from "#portal/lib/ladder-draft.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Button, ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { fieldClass } from "#portal/ui/deed-fields.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
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
        <Form draft={draft} />
        <Effect draft={draft} now={now} then={then} />
      </div>
    </>
  );
}

/** A plain form whose answers stand in the address, so that a colleague can look at the same. */
async function Form({ draft }: { draft: LadderDraft | null }) {
  const t = await getTranslations("privilegeDesk");
  const counts = ["TIER_POINTS", "POINTS", "SPEND"] as const;
  return (
    <form method="get" className="grid gap-6">
      <Panel title={t("terms")}>
        <div className="grid gap-4 sm:grid-cols-3">
          <Choice
            name="period"
            label={t("period")}
            value={draft?.period}
            choices={[
              ["CALENDAR_YEAR", t("period_CALENDAR_YEAR")],
              ["ROLLING_YEAR", t("period_ROLLING_YEAR")],
            ]}
          />
          <Choice
            name="downgrade"
            label={t("downgrade")}
            value={draft?.downgrade}
            choices={[
              ["ONE_STEP", t("downgrade_ONE_STEP")],
              ["BY_BALANCE", t("downgrade_BY_BALANCE")],
            ]}
          />
          <Field name="protection" label={t("protectionMonths")} value={String(draft?.protectionMonths ?? 0)} />
        </div>
        <fieldset className="mt-4">
          <legend className="font-medium">{t("counts")}</legend>
          <div className="mt-1.5 flex flex-wrap gap-x-6 gap-y-2">
            {counts.map((count) => (
              <label key={count} className="flex items-center gap-2">
                <input
                  type="checkbox"
                  name={`counts_${count}`}
                  defaultChecked={draft?.counts.includes(count) ?? count === "POINTS"}
                />
                {t(`counts_${count}`)}
              </label>
            ))}
          </div>
        </fieldset>
      </Panel>
      {Array.from({ length: TIERS_SHOWN }, (_none, nth) => nth).map((nth) => (
        <TierFields key={nth} nth={nth} tier={draft?.tiers[nth]} />
      ))}
      <div>
        <Button type="submit" look="primary">
          {t("preview")}
        </Button>
      </div>
    </form>
  );
}

async function TierFields({ nth, tier }: { nth: number; tier: LadderDraft["tiers"][number] | undefined }) {
  const t = await getTranslations("privilegeDesk");
  return (
    <Panel title={t("tierNth", { n: String(nth + 1) })}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name={`code_${nth}`} label={t("code")} value={tier?.code ?? ""} />
        <Field name={`from_${nth}`} label={t("fromPoints")} value={String(tier?.from ?? "")} />
        {(["en", "ru", "be"] as const).map((language) => (
          <Field
            key={language}
            name={`${language}_${nth}`}
            label={`${t("name")} (${language.toUpperCase()})`}
            value={tier?.name[language] ?? ""}
          />
        ))}
      </div>
      <label className="mt-4 block">
        <span className="font-medium">{t("benefits")}</span>
        <textarea
          name={`benefits_${nth}`}
          rows={2}
          defaultValue={benefitLines(tier?.benefits ?? [])}
          className={fieldClass}
        />
        <span className="mt-1 block text-ink-faint text-sm">{t("benefitsHint")}</span>
      </label>
    </Panel>
  );
}

function Field({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="block">
      <span className="font-medium">{label}</span>
      <input name={name} defaultValue={value} className={fieldClass} />
    </label>
  );
}

type ChoiceProps = { name: string; label: string; value: string | undefined; choices: [string, string][] };

function Choice({ name, label, value, choices }: ChoiceProps) {
  return (
    <label className="block">
      <span className="font-medium">{label}</span>
      <select name={name} defaultValue={value} className={fieldClass}>
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

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
    <Panel title={t("effect")} note={t("effectNote")} className="self-start">
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
                {draft.tiers.find(({ code }) => code === tier.code)?.name.en ?? tier.code}
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

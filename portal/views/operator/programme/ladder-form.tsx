import { getTranslations } from "next-intl/server";
import { benefitLines, type LadderDraft, TIERS_SHOWN } from "#portal/lib/ladder-draft.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Button } from "#portal/ui/button.tsx";
import { fieldClass } from "#portal/ui/field-class.ts";
import { Panel } from "#portal/ui/page.tsx";

/** What the next ladder would be; nothing is kept before somebody proposes it. */
export async function LadderForm({ draft }: { draft: LadderDraft | null }) {
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
        <TierFields key={nth} nth={nth} tier={draft?.tiers[nth]} open={nth < Math.max(2, draft?.tiers.length ?? 0)} />
      ))}
      <div>
        <Button type="submit" look="primary">
          {t("preview")}
        </Button>
      </div>
    </form>
  );
}

type TierFieldsProps = { nth: number; tier: LadderDraft["tiers"][number] | undefined; open: boolean };

/** A tier's fields; those of one that is not there yet wait folded up. */
async function TierFields({ nth, tier, open }: TierFieldsProps) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  return (
    <details className="panel px-5 py-4" open={open}>
      <summary className="cursor-pointer font-semibold">
        {tier ? tier.name[texts.locale] || tier.name.en || tier.code : t("addTier", { n: String(nth + 1) })}
      </summary>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <Field name={`code_${nth}`} label={t("code")} value={tier?.code ?? ""} />
        <Field name={`from_${nth}`} label={t("fromPoints")} value={String(tier?.from ?? "")} />
      </div>
      <div className="mt-4 grid gap-4 sm:grid-cols-3">
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
          rows={Math.max(2, 2 * (tier?.benefits.length ?? 0))}
          defaultValue={benefitLines(tier?.benefits ?? [])}
          className={fieldClass}
        />
        <span className="mt-1 block text-ink-faint text-sm">{t("benefitsHint")}</span>
      </label>
    </details>
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

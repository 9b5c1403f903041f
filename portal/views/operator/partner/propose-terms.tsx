import { getTranslations } from "next-intl/server";
import { changedTerms, inputOf, type TermName, type TermTexts, termNames } from "#portal/lib/proposed-terms.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Button } from "#portal/ui/button.tsx";
import { classes } from "#portal/ui/classes.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { TermChanges } from "#portal/views/operator/partner/term-changes.tsx";
import type { TermsPartner } from "#portal/views/operator/partner/terms.tsx";
import { type Replay, WhatIfView } from "#portal/views/operator/partner/what-if.tsx";
import { proposeContract } from "#schema/documents.ts";

type ProposeProps = {
  partner: TermsPartner;
  inForce: TermTexts;
  proposed: TermTexts;
  cycles: { id: string; seq: number }[];
  cycle: { id: string; seq: number } | null;
  replay: Replay | null;
  asked: boolean;
};

const field = "mt-1 h-10 w-full rounded-lg border border-line-strong/60 bg-surface px-3";

const choices: Partial<Record<TermName, string[]>> = {
  funding: ["ON_BURN", "ON_ISSUE", "SPLIT", "PREPAID"],
  onUsPolicy: ["FULL", "MARGIN_FREE"],
  takesForeignReturns: ["false", "true"],
  namesCounterparties: ["false", "true"],
};

/** A form whose answers stand in the address, so that a proposal can be looked at, sent round and returned to. */
export async function ProposeTermsView(props: ProposeProps) {
  const { partner, inForce, proposed, cycles, cycle, replay, asked } = props;
  const t = await getTranslations("terms");
  const sections = await getTranslations("sections");
  const path = `/operator/partners/${partner.id}`;
  const changed = changedTerms(inForce, proposed);
  return (
    <>
      <Trail
        crumbs={[
          { name: sections("partners"), href: "/operator/partners" },
          { name: partner.name, href: path },
          { name: t("versions"), href: `${path}/terms` },
        ]}
        here={t("propose")}
      />
      <PageHead title={t("proposeTitle", { name: partner.name })} lead={t("proposeLead")} />
      <div className={classes("grid items-start gap-6", asked && "xl:grid-cols-[1fr_1.3fr]")}>
        <Panel>
          <TermsForm proposed={proposed} cycles={cycles} cycle={cycle} wide={!asked} />
        </Panel>
        <div className="grid gap-6">
          {asked ? (
            <Panel
              title={t("changes")}
              aside={changed.length > 0 ? <Send partner={partner} proposed={proposed} cycle={cycle} /> : null}
              flush
            >
              <TermChanges
                caption={t("changes")}
                changes={changed.map((term) => ({
                  term,
                  before: inForce[term] || null,
                  after: proposed[term] || null,
                }))}
              />
            </Panel>
          ) : null}
          {replay ? <WhatIfView replay={replay} /> : null}
        </div>
      </div>
    </>
  );
}

type FormProps = Pick<ProposeProps, "proposed" | "cycles" | "cycle"> & { wide: boolean };

async function TermsForm({ proposed, cycles, cycle, wide }: FormProps) {
  const t = await getTranslations("terms");
  const names = await getTranslations("termNames");
  const operator = await getTranslations("operator");
  const deed = await getTranslations("deed");
  const wordOf = (value: string) =>
    value === "true"
      ? deed("yes")
      : value === "false"
        ? deed("no")
        : value === "FULL" || value === "MARGIN_FREE"
          ? names(value)
          : operator(value as "ON_BURN");
  return (
    <form method="get">
      <div className={classes("grid items-end gap-x-5 gap-y-4 sm:grid-cols-2", wide && "lg:grid-cols-3")}>
        {termNames.map((name) => (
          <label key={name} htmlFor={`term-${name}`} className="block">
            <span className="text-ink-soft text-sm">
              {name.endsWith("Bps") ? t("basisPoints", { name: names(name) }) : names(name)}
            </span>
            {choices[name] ? (
              <select id={`term-${name}`} name={name} defaultValue={proposed[name]} className={field}>
                {choices[name].map((value) => (
                  <option key={value} value={value}>
                    {wordOf(value)}
                  </option>
                ))}
              </select>
            ) : (
              <input
                id={`term-${name}`}
                name={name}
                defaultValue={proposed[name]}
                inputMode="decimal"
                className={`${field} figures`}
              />
            )}
          </label>
        ))}
        {cycles.length > 0 ? (
          <label className="block">
            <span className="text-ink-soft text-sm">{t("cycle")}</span>
            <select name="cycle" defaultValue={cycle?.id} className={field}>
              {cycles.map(({ id, seq }) => (
                <option key={id} value={id}>
                  {operator("cycleNumber", { number: String(seq) })}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      <div className="mt-6 flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-faint text-sm">{t("basisPointsHint")}</p>
        <Button type="submit" look="primary">
          {t("preview")}
        </Button>
      </div>
    </form>
  );
}

async function Send({ partner, proposed, cycle }: Pick<ProposeProps, "partner" | "proposed" | "cycle">) {
  const t = await getTranslations("terms");
  const texts = await getTexts();
  return (
    <DeedDialog
      operation={proposeContract}
      input={{ partnerId: partner.id, ...inputOf(proposed), ...(cycle ? { whatIfCycleId: cycle.id } : {}) }}
      takes={{ reason: "required", key: true }}
      fields={[
        { name: "validFrom", label: t("validFrom"), kind: "instant", zone: texts.zone, hint: t("validFromHint") },
      ]}
      size="small"
      button={t("send")}
      title={t("send")}
      text={t("sendText")}
      confirm={t("send")}
      done={t("sendDone")}
    />
  );
}

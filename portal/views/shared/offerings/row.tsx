import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getTexts } from "#portal/lib/texts.ts";
import { Facts, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said, shownState, type Written } from "#portal/views/shared/campaigns/words.ts";
import { OfferingDeeds } from "#portal/views/shared/offerings/deeds.tsx";
import { Languages } from "#portal/views/shared/offerings/languages.tsx";
import type { View } from "#portal/views/shared/offerings/types.ts";

type Row = {
  id: string;
  code: string;
  state: string;
  name: Written;
  terms: Written;
  partner: { id: string; name: string } | null;
};

type OfferingProps = {
  row: Row;
  /** As a member meets it. */
  preview: ReactNode;
  facts: [ReactNode, ReactNode][];
  /** Does it belong to the viewer's house, with the right to change it? */
  mine: boolean;
  /** What else can be done with it. */
  actions?: ReactNode;
  /** What became of it. */
  more?: ReactNode;
  view: View;
};

/** One offering: on the left as members see it, on the right what the house knows and does. */
export async function OfferingPanel({ row, preview, facts, mine, actions, more, view }: OfferingProps) {
  const t = await getTranslations("offerings");
  const texts = await getTexts();
  const name = said(row.name, texts.locale);
  return (
    <Panel>
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="w-full max-w-md self-start">
          <div className="mb-2.5 flex flex-wrap items-center justify-between gap-2">
            <p className="eyebrow">{t("preview")}</p>
            <Languages texts={[row.name, row.terms]} view={view} />
          </div>
          {preview}
          {more ? <div className="mt-5">{more}</div> : null}
        </div>
        <div className="flex flex-col gap-4">
          <div className="flex flex-wrap items-center gap-3">
            <Status state={shownState(row.state)} />
            {row.partner ? null : <span className="text-ink-faint text-sm">{t("coalition")}</span>}
          </div>
          <Facts facts={[[t("code"), <code key="code">{row.code}</code>], ...facts]} />
          <div className="mt-auto flex flex-wrap gap-2">
            {actions}
            {mine ? <OfferingDeeds id={row.id} state={row.state} name={name} /> : null}
          </div>
        </div>
      </div>
    </Panel>
  );
}

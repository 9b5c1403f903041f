import { getTranslations } from "next-intl/server";
import { DiffTable } from "#portal/ui/diff-table.tsx";
import { Facts } from "#portal/ui/page.tsx";
import { getTermTexts } from "#portal/views/operator/partner/term-texts.ts";

export type Change = { term: string; before: string | null; after: string | null };

/** Which terms differ, and how; the first terms there were are listed as they are. */
export async function TermChanges({ changes, caption }: { changes: Change[]; caption: string }) {
  const t = await getTranslations("terms");
  const texts = await getTermTexts();
  if (changes.length === 0) return <p className="px-5 pb-5 text-ink-soft">{t("nothingChanges")}</p>;
  if (changes.every(({ before }) => before === null))
    return (
      <div className="px-5 pb-3">
        <Facts columns={2} facts={changes.map(({ term, after }) => [texts.name(term), texts.value(term, after)])} />
      </div>
    );
  return (
    <DiffTable
      caption={caption}
      names={{ field: t("term"), before: t("before"), after: t("after") }}
      differences={changes.map(({ term, before, after }) => ({
        id: term,
        name: texts.name(term),
        before: before === null ? null : texts.value(term, before),
        after: texts.value(term, after),
        changed: true,
      }))}
    />
  );
}

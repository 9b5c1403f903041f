import { getTranslations } from "next-intl/server";
import { DiffTable } from "#portal/ui/diff-table.tsx";

type Change = { term: string; before: string | null; after: string | null };

/** Which terms differ, and how. */
export async function TermChanges({ changes, caption }: { changes: Change[]; caption: string }) {
  const t = await getTranslations("terms");
  const names = await getTranslations("termNames");
  const operator = await getTranslations("operator");
  const nameOf = (term: string) => {
    const known = term as Parameters<typeof names.has>[0];
    return names.has(known) ? names(known) : term;
  };
  /** Words of the contract in the person's language; amounts and numbers as they are. */
  const wordOf = (text: string | null) => {
    if (text === null) return "–";
    if (text === "true" || text === "false") return text === "true" ? "✓" : "–";
    const funding = text as Parameters<typeof operator.has>[0];
    if (/^[A-Z_]+$/.test(text) && operator.has(funding)) return operator(funding);
    const named = text as Parameters<typeof names.has>[0];
    return /^[A-Z_]+$/.test(text) && names.has(named) ? names(named) : text;
  };
  if (changes.length === 0) return <p className="px-5 pb-5 text-ink-soft">{t("nothingChanges")}</p>;
  return (
    <DiffTable
      caption={caption}
      names={{ field: t("term"), before: t("before"), after: t("after") }}
      differences={changes.map(({ term, before, after }) => ({
        id: term,
        name: nameOf(term),
        before: wordOf(before),
        after: wordOf(after),
        changed: true,
      }))}
    />
  );
}

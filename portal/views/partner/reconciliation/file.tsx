import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Stat, StatRow } from "#portal/ui/stat.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { ItemsTable } from "#portal/views/partner/reconciliation/items.tsx";
import { RECONCILIATION } from "#portal/views/partner/reconciliation.tsx";
import { comparePartnerFile, type partnerFilePage } from "#schema/documents.ts";

type File = NonNullable<AnswerOf<typeof partnerFilePage>["partnerFile"]>;

/** One file against the hub: how much agrees, what does not and of which kind, row by row. */
export async function PartnerFileView({
  file,
  search,
  roles,
}: {
  file: File;
  search: Search;
  roles: readonly string[];
}) {
  const t = await getTranslations("ownFiles");
  const kinds = await getTranslations("reconKinds");
  const sections = await getTranslations("sections");
  const texts = await getTexts();
  const { result, progressBps } = file;
  const comparing =
    progressBps === null
      ? null
      : { share: progressBps / 10_000, words: t("comparing", { share: texts.share(progressBps / 10_000) }) };
  const path = `${RECONCILIATION}/${file.id}`;
  const may = roles.some((role) => role === "PARTNER_OWNER" || role === "PARTNER_FINANCE");
  return (
    <>
      <Trail crumbs={[{ name: sections("reconciliation"), href: RECONCILIATION }]} here={file.name} />
      <PageHead
        title={file.name}
        lead={`${texts.period(file.from, file.until)} · ${
          file.comparedAt ? t("comparedAt", { at: texts.instant(file.comparedAt) }) : t("notCompared")
        }`}
        actions={
          may && !comparing ? (
            <DeedDialog
              operation={comparePartnerFile}
              input={{ fileId: file.id }}
              takes={{}}
              button={t("compare")}
              title={t("compare")}
              text={t("compareText")}
              confirm={t("compare")}
              done={t("compareDone")}
            />
          ) : null
        }
      />
      {comparing ? (
        <p className="mb-7 max-w-md text-ink-soft" role="status">
          {comparing.words}
          <ShareBar share={comparing.share} label={comparing.words} />
        </p>
      ) : null}
      {result ? (
        <div className="mb-7">
          <StatRow>
            <Stat
              label={t("agrees")}
              value={texts.share(result.matchRateBps / 10_000)}
              note={t("agreeOf", { matched: texts.points(result.matched), total: texts.points(result.total) })}
            />
            {result.kinds.map(({ kind, items, open }) => (
              <Stat
                key={kind}
                label={kinds(kind)}
                value={texts.points(items)}
                note={t("stillOpen", { count: texts.points(open) })}
                href={`${path}?kind=${kind}`}
              />
            ))}
          </StatRow>
        </div>
      ) : null}
      <ItemsTable
        items={file.items}
        path={path}
        search={search}
        title={t("rowByRow")}
        offer={{
          report: "RECON_RESULT",
          filters: { fileId: file.id },
          formats: ["XLSX", "CSV"],
          filesHref: "/partner/exports",
        }}
      />
    </>
  );
}

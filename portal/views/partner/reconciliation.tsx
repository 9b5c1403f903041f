import { FileUp } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { Ageing } from "#portal/ui/ageing.tsx";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { partnerFileList } from "#schema/documents.ts";

type Answer = AnswerOf<typeof partnerFileList>;
type File = Answer["partnerFiles"]["edges"][number]["node"];
const DAY_MS = 86_400_000;

export const RECONCILIATION = "/partner/reconciliation";

/** Our own files against the hub: how old what disagrees is, and how each file came out. */
export async function PartnerReconciliation({ answer, search }: { answer: Answer; search: Search }) {
  const t = await getTranslations("ownFiles");
  const { breakQueue, partnerFiles } = answer;
  const breaks = breakQueue.untaken + breakQueue.investigating;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} actions={<UploadLink />} />
      <div className="grid gap-6">
        {breaks + breakQueue.waiting > 0 ? <Ages queue={breakQueue} /> : null}
        <Panel title={t("files")} flush>
          <PagedTable
            caption={t("files")}
            columns={[
              { id: "name", name: t("file") },
              { id: "span", name: t("span") },
              { id: "rows", name: t("rows"), align: "end" },
              { id: "rate", name: t("agrees"), align: "end" },
              { id: "open", name: t("openItems"), align: "end" },
              { id: "uploaded", name: t("uploaded") },
              { id: "hash", name: t("hash"), hidden: true },
            ]}
            rows={await Promise.all(partnerFiles.edges.map(({ node }) => rowOf(node)))}
            empty={
              <Empty title={t("emptyTitle")} action={<UploadLink />}>
                {t("emptyText")}
              </Empty>
            }
            path={RECONCILIATION}
            search={search}
            pageInfo={partnerFiles.pageInfo}
          />
        </Panel>
      </div>
    </>
  );
}

async function UploadLink() {
  const t = await getTranslations("ownFiles");
  return (
    <ButtonLink href={`${RECONCILIATION}/upload`} look="primary">
      <FileUp className="size-4" aria-hidden="true" />
      {t("upload")}
    </ButtonLink>
  );
}

async function Ages({ queue }: { queue: Answer["breakQueue"] }) {
  const t = await getTranslations("ownFiles");
  const recon = await getTranslations("recon");
  const texts = await getTexts();
  const breaks = `${RECONCILIATION}/breaks`;
  const before = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
  return (
    <Panel
      title={recon("ageing")}
      note={t("waiting", { count: texts.points(queue.waiting), taken: texts.points(queue.investigating) })}
      aside={
        <ButtonLink href={breaks} size="small">
          {t("allBreaks")}
        </ButtonLink>
      }
    >
      <Ageing
        label={recon("ageing")}
        buckets={queue.ages.map(({ fromDays, untilDays, items }) => ({
          id: String(fromDays),
          name:
            untilDays === null
              ? recon("ageFrom", { from: String(fromDays) })
              : recon("ageRange", { from: String(fromDays), until: String(untilDays) }),
          count: items,
          text: texts.points(items),
          href: address(breaks, fromDays > 0 ? { before: before(fromDays) } : {}),
        }))}
      />
    </Panel>
  );
}

async function rowOf(file: File) {
  const t = await getTranslations("ownFiles");
  const texts = await getTexts();
  const { result } = file;
  return {
    id: file.id,
    href: `${RECONCILIATION}/${file.id}`,
    cells: {
      name: file.name,
      span: <span className="whitespace-nowrap">{texts.period(file.from, file.until)}</span>,
      rows: texts.points(file.rowCount),
      rate: result ? texts.share(result.matchRateBps / 10_000) : t("notCompared"),
      open: result ? texts.points(result.open) : null,
      uploaded: <span className="whitespace-nowrap">{texts.instant(file.uploadedAt)}</span>,
      hash: <code className="text-sm">{file.hash.slice(0, 12)}…</code>,
    },
  };
}

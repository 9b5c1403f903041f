import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DownloadLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { ShareBar } from "#portal/ui/share-bar.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import { cancelExport, type exportList, retryExport } from "#schema/documents.ts";

type Exports = AnswerOf<typeof exportList>["exports"];
type Job = Exports["edges"][number]["node"];

/** The files somebody asked for, how far each is, and where it can be had. */
export async function ExportsView({ exports, path, search }: { exports: Exports; path: string; search: Search }) {
  const t = await getTranslations("exportsPage");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Panel flush>
        <PagedTable
          caption={t("title")}
          columns={[
            { id: "report", name: t("report") },
            { id: "format", name: t("format") },
            { id: "state", name: t("state") },
            { id: "rows", name: t("rows"), align: "end" },
            { id: "size", name: t("size"), align: "end" },
            { id: "asked", name: t("asked") },
            { id: "until", name: t("until") },
            { id: "deed", name: t("download") },
          ]}
          rows={await Promise.all(exports.edges.map(({ node }) => rowOf(node)))}
          empty={<Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>}
          path={path}
          search={search}
          pageInfo={exports.pageInfo}
        />
      </Panel>
    </>
  );
}

async function rowOf(job: Job) {
  const names = await getTranslations("reportNames");
  const texts = await getTexts();
  return {
    id: job.id,
    cells: {
      report: (
        <>
          {names.has(job.report) ? names(job.report) : sentence(job.report)}
          {job.fileName ? (
            <code className="block text-ink-faint text-xs [overflow-wrap:anywhere]">{job.fileName}</code>
          ) : null}
        </>
      ),
      format: job.format,
      state: <Status state={job.state} />,
      rows: <Progress job={job} />,
      size: job.byteCount ? `${texts.decimal((Number(job.byteCount) / 1024).toFixed(1))} kB` : null,
      asked: <span className="whitespace-nowrap">{texts.instant(job.requestedAt)}</span>,
      until: job.expiresAt ? <span className="whitespace-nowrap">{texts.instant(job.expiresAt)}</span> : null,
      deed: <Deed job={job} />,
    },
  };
}

async function Progress({ job: { state, rowsDone, rowsTotal } }: { job: Job }) {
  const t = await getTranslations("exportsPage");
  const texts = await getTexts();
  const done = texts.points(rowsDone);
  if (rowsTotal === null || state === "DONE") return done;
  const words = t("progress", { done, total: texts.points(rowsTotal) });
  return (
    <span className="ml-auto block w-28">
      {words}
      <ShareBar share={rowsTotal === 0 ? 1 : rowsDone / rowsTotal} label={words} />
    </span>
  );
}

async function Deed({ job }: { job: Job }) {
  const t = await getTranslations("exportsPage");
  if (job.downloadPath)
    return (
      <DownloadLink href={job.downloadPath} size="small">
        {t("download")}
      </DownloadLink>
    );
  const waits = job.state === "QUEUED" || job.state === "RUNNING";
  return (
    <DeedDialog
      operation={waits ? cancelExport : retryExport}
      input={{ exportJobId: job.id }}
      takes={{}}
      look="secondary"
      size="small"
      button={waits ? t("cancel") : t("retry")}
      title={waits ? t("cancel") : t("retry")}
      text={waits ? t("cancelText") : (job.error ?? t("retryText"))}
      confirm={waits ? t("cancel") : t("retry")}
      done={t("done")}
    />
  );
}

const sentence = (name: string) => name.charAt(0) + name.slice(1).toLowerCase().replaceAll("_", " ");

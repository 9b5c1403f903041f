import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DownloadLink } from "#portal/ui/button.tsx";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { Panel } from "#portal/ui/page.tsx";
import type { Profile } from "#portal/views/member/profile/profile.tsx";
import { requestExport } from "#schema/documents.ts";

type File = Profile["exports"]["edges"][number]["node"];

/** One file with everything the hub holds about the member, made when it is asked for and kept for a week. */
export async function OwnData({ files }: { files: readonly File[] }) {
  const t = await getTranslations("ownData");
  const own = files.filter(({ report, state }) => report === "MEMBER_DATA" && state !== "EXPIRED");
  return (
    <Panel title={t("title")} note={t("note")}>
      {own.length > 0 ? (
        <ul className="mb-4 grid gap-2">
          {own.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      ) : null}
      <DeedButton
        operation={requestExport}
        input={{ report: "MEMBER_DATA", format: "JSON" }}
        takes={{ key: true }}
        look="secondary"
        className="min-h-11"
        done={t("made")}
      >
        {t("get")}
      </DeedButton>
    </Panel>
  );
}

async function FileRow({ file: { state, requestedAt, expiresAt, byteCount, downloadPath } }: { file: File }) {
  const t = await getTranslations("ownData");
  const texts = await getTexts();
  const kb = byteCount === null ? null : texts.decimal((Number(byteCount) / 1024).toFixed(1));
  const said = [
    t(`state_${state}`),
    kb === null ? null : t("size", { kb }),
    expiresAt ? t("until", { at: texts.date(expiresAt) }) : null,
  ];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-xl bg-sunken px-4 py-3">
      <span>
        <span className="block font-medium">{t("from", { at: texts.instant(requestedAt) })}</span>
        <span className="block text-ink-faint text-sm">{said.filter(Boolean).join(" · ")}</span>
      </span>
      {downloadPath ? (
        <DownloadLink href={downloadPath} look="primary" className="min-h-11">
          {t("download")}
        </DownloadLink>
      ) : null}
    </li>
  );
}

import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { type Texts, textsIn } from "#portal/lib/texts.ts";
import { DownloadLink } from "#portal/ui/button.tsx";
import { CopyText } from "#portal/ui/copy-text.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { PrintButton } from "#portal/ui/print-button.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { DrawTerms } from "#portal/views/shared/draws/terms.tsx";
import type { publicDraw } from "#schema/documents.ts";

export type PublicDraw = NonNullable<AnswerOf<typeof publicDraw>["draw"]>;

/** The protocol of a draw: what was promised, who won, and how anyone checks it. */
export async function DrawProtocol({ draw }: { draw: PublicDraw }) {
  const t = await getTranslations("drawPage");
  const texts = textsIn(await getLocale(), draw);
  return (
    <>
      <PageHead
        title={said(draw.name, texts.locale)}
        lead={t("lead")}
        actions={
          <>
            <Status state={draw.state} />
            <PrintButton>{t("print")}</PrintButton>
          </>
        }
      />
      <div className="grid gap-6">
        <Winners draw={draw} texts={texts} />
        <Proof draw={draw} />
        <Check draw={draw} />
        <DrawTerms draw={draw} texts={texts} />
      </div>
    </>
  );
}

async function Winners({ draw, texts }: { draw: PublicDraw; texts: Texts }) {
  const t = await getTranslations("drawPage");
  return (
    <Panel title={t("winners")} flush={draw.winners.length > 0}>
      {draw.winners.length === 0 ? (
        <p className="text-ink-soft">{t("noWinners")}</p>
      ) : (
        <table className="w-full text-left">
          <thead className="text-[0.8125rem] text-ink-faint">
            <tr>
              {[t("place"), t("prize"), t("ticket"), t("holder")].map((name) => (
                <th key={name} scope="col" className="px-5 py-2 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {draw.winners.map((winner) => (
              <tr key={winner.place} className="border-line/70 border-t">
                <td className="figures px-5 py-3">{winner.place}</td>
                <td className="px-5 py-3 font-medium">
                  {said(draw.prizes[winner.prize]?.name ?? draw.name, texts.locale)}
                </td>
                <td className="figures px-5 py-3">{texts.points(winner.ticket)}</td>
                <td className="figures px-5 py-3">
                  {texts.points(winner.holder)}
                  <span className="ml-2 text-ink-faint">{winner.isMine ? t("you") : `${winner.initial}…`}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

async function Proof({ draw: { proof } }: { draw: PublicDraw }) {
  const t = await getTranslations("drawPage");
  const checks = [
    [t("seedHolds"), proof?.seedHolds ?? null],
    [t("listHolds"), proof?.listHolds ?? null],
    [t("winnersHold"), proof?.winnersHold ?? null],
  ] as const;
  return (
    <Panel title={t("proof")}>
      <ul className="grid gap-3">
        {checks.map(([name, holds]) => (
          <li key={name} className="flex items-center gap-3">
            <Sign holds={holds} />
            <span className="grow">{name}</span>
            <span className="text-ink-faint text-sm">
              {holds === null ? t("notYet") : t(holds ? "holds" : "broken")}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Sign({ holds }: { holds: boolean | null }) {
  if (holds === null) return <CircleDashed className="size-5 text-ink-faint" aria-hidden="true" />;
  return holds ? (
    <CircleCheck className="size-5 text-good" aria-hidden="true" />
  ) : (
    <CircleX className="size-5 text-bad" aria-hidden="true" />
  );
}

/** Everything that goes into the calculation, to be taken along. */
async function Check({ draw }: { draw: PublicDraw }) {
  const t = await getTranslations("drawPage");
  const hashes: [string, string | null][] = [
    [t("seedHash"), draw.seedHash],
    [t("listHash"), draw.listHash],
    [t("seed"), draw.seed],
    [t("publicValue"), draw.publicValue],
  ];
  const known = hashes.flatMap(([name, text]) => (text === null ? [] : [{ name, text }]));
  return (
    <Panel title={t("checkTitle")}>
      <dl className="grid gap-4">
        {known.map(({ name, text }) => (
          <div key={name}>
            <dt className="text-ink-faint text-sm">{name}</dt>
            <dd className="text-sm">
              <CopyText text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="no-print mt-5 flex flex-wrap gap-2">
        {draw.state === "PUBLISHED" ? (
          <DownloadLink href={`/files/draws/${draw.id}`}>{t("saveDraw")}</DownloadLink>
        ) : null}
        {draw.listHash ? <DownloadLink href={`/files/draws/${draw.id}?list`}>{t("saveList")}</DownloadLink> : null}
      </div>
      {draw.state === "PUBLISHED" ? (
        <>
          <p className="mt-5 text-ink-soft">{t("how")}</p>
          <pre className="mt-2 overflow-x-auto rounded-lg bg-sunken px-4 py-3 text-sm">
            node scripts/verify-draw.ts draw.json tickets.csv
          </pre>
        </>
      ) : null}
    </Panel>
  );
}
